import { z } from 'zod/v4';
import { reply, type Command } from '../../commands/command';
import { button } from '../../commands/forms/fields';
import type { ListRow } from '../../cards/shared/card-value';
import { MSC_NAMES } from '../../domain/directory/directory';
import type { Directory, Group, Person, PersonId } from '../../domain/directory/directory';

/** Lists the assignment groups with who runs them and whether a channel is connected (rule AG-1). */
export const groupsCommand: Command<Record<string, never>> = {
  verb: 'groups.list',
  title: 'Groups',
  area: 'Groups',
  typed: {
    words: ['assignment groups', 'groups'],
    usage: 'groups',
    summary:
      "Lists assignment groups, yours first, with each one's key, level, gatekeepers, supervisors, and channel.",
    example: 'groups',
    read: () => ({}),
  },
  schema: z.object({}),
  run: (_input, { actor, directory }) =>
    reply({
      card: 'list',
      title: 'Assignment groups',
      rows: ownFirst(actor, directory).map((group) => rowOf(group, actor, directory)),
      empty: 'The directory has no assignment groups.',
      buttons: [button('Members', 'groups.members'), button('Join a group', 'groups.join')],
    }),
};

/** The primary group first, then the person's others, then the rest in the directory's order. */
function ownFirst({ id, primary }: Person, directory: Directory): readonly Group[] {
  const own = new Set(directory.groupsOf(id));
  const place = (group: Group): number => (!own.has(group) ? 2 : group.key === primary ? 0 : 1);
  return [...directory.groups].sort((a, b) => place(a) - place(b));
}

function standing(group: Group, actor: Person, directory: Directory): readonly string[] {
  if (!directory.groupsOf(actor.id).includes(group)) return [];
  return [group.key === actor.primary ? 'Your primary group' : 'Your group'];
}

function rowOf(group: Group, actor: Person, directory: Directory): ListRow {
  const level = group.level === 'program-office' ? 'Program office' : `Level ${group.level}`;
  const msc = group.msc === 'enterprise' ? 'Enterprise' : MSC_NAMES[group.msc];
  return {
    title: group.name,
    subtitle: `${group.key} · ${level} · ${msc} · BPID ${group.bpid}`,
    facts: [
      ...standing(group, actor, directory),
      `Gatekeepers: ${namesOf(group.gatekeepers, directory)}`,
      `Supervisors: ${namesOf(group.supervisors, directory)}`,
      `Agents: ${namesOf(group.agents, directory)}`,
      group.channel === undefined ? '⚠ No channel is connected.' : 'A channel is connected.',
    ],
    // Only the channel needs attention; a tone would color the gatekeepers and supervisors too.
    tone: 'plain',
    button: button('Queue', 'cases.queue', { group: group.key }),
  };
}

function namesOf(ids: readonly PersonId[], directory: Directory): string {
  const names = ids.flatMap((id) => directory.person(id)?.name ?? []);
  return names.length === 0 ? 'none' : names.join(', ');
}
