import type { CardValue, ListRow } from '../../cards/shared/card-value';
import type { Command, CommandContext } from '../../commands/command';
import { button } from '../../commands/forms/fields';
import { ROWS_SHOWN } from '../../commands/list-length';
import { shownText } from '../../commands/page-of';
import { instantIn } from '../../domain/kernel/text/iso-date';
import type { Group } from '../../domain/directory/directory';
import { rolesText, type GroupEntry } from '../../domain/directory/members/group-timeline';
import { aboutGroup } from './about-group';

const VERB = 'groups.history';

/** Lists who was added to a group, removed, or given another role: when, by whom, and why; the latest first (rule AC-5). */
export const groupHistoryCommand: Command<{ group: string; shown: string }> = {
  ...aboutGroup(VERB, 'Group history: which group?', historyCard),
  title: 'Group history',
  area: 'Groups',
  typed: {
    words: ['group history'],
    usage: 'group history <group key>',
    summary: 'Who was added to a group, removed, or given another role: when, by whom, and why.',
    example: 'group history L3-AVN',
    read: (rest) => (rest === '' ? {} : { group: rest }),
  },
};

function historyCard(group: Group, start: number, context: CommandContext): CardValue {
  const entries = context.directories.timeline(group.key).toReversed();
  const page = entries.slice(start, start + ROWS_SHOWN);
  const next = start + page.length;
  const shown = shownText(start, page.length, entries.length);
  return {
    card: 'list',
    title: `History of ${group.name}`,
    ...(shown === '' ? {} : { intro: `Latest first: ${shown}.` }),
    rows: page.map((entry) => rowOf(entry, group, context)),
    empty: 'No changes since the directory was loaded.',
    buttons: [
      ...(next < entries.length ? [button('More', VERB, { group: group.key, shown: String(next) })] : []),
      button('Members', 'groups.members', { group: group.key }),
    ],
  };
}

function rowOf(entry: GroupEntry, group: Group, { directory, calendars }: CommandContext): ListRow {
  const name = (id: string): string =>
    directory.person(id)?.name ?? 'someone who is no longer in the directory';
  const { at, by, casesTo, kind, why } = entry;
  const cases = casesTo === undefined ? 'left for the gatekeeper' : `assigned to ${name(casesTo)}`;
  return {
    title: `${name(entry.person)}: ${whatOf(entry)}`,
    subtitle: why ?? (kind === 'loaded' ? 'Changed by the directory file.' : ''),
    facts: [
      by === 'casekeeper' ? 'Directory file' : name(by),
      instantIn(calendars.ofGroup(group.key).zone, at),
      ...(kind === 'removed' ? [`Open cases ${cases}`] : []),
    ],
    tone: 'plain',
  };
}

function whatOf({ from, to }: GroupEntry): string {
  if (to.length === 0) return `removed, was ${rolesText(from)}`;
  if (from.length === 0) return `added as ${rolesText(to)}`;
  return `${rolesText(to)}, was ${rolesText(from)}`;
}
