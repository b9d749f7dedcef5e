import type { CardValue, ListRow } from '../../cards/shared/card-value';
import type { Command, CommandContext } from '../../commands/command';
import { button } from '../../commands/forms/fields';
import { ROWS_SHOWN } from '../../commands/list-length';
import { shownText } from '../../commands/page-of';
import type { Group, PersonId } from '../../domain/directory/directory';
import { rolesIn, rolesText } from '../../domain/directory/members/group-timeline';
import { managesMembers, whoManages } from '../../domain/directory/members/who-manages';
import { aboutGroup } from './about-group';
import { idsOf } from './member-fields';

const VERB = 'groups.members';

/** Lists the people in a group with their roles; those who may change them get the buttons (rules AC-2, AC-5). */
export const membersCommand: Command<{ group: string; shown: string }> = {
  ...aboutGroup(VERB, 'Members: which group?', membersCard),
  title: 'Members',
  area: 'Groups',
  typed: {
    words: ['members of', 'members'],
    usage: 'members <group key>',
    summary:
      'The people in a group and their roles. Business process analysts and the program office can change them from the list.',
    example: 'members L3-AVN',
    read: (rest) => (rest === '' ? {} : { group: rest }),
  },
};

function membersCard(
  group: Group,
  start: number,
  { actor, directory, directories }: CommandContext,
): CardValue {
  const ids = idsOf(group);
  const page = ids.slice(start, start + ROWS_SHOWN);
  const next = start + page.length;
  const about = { group: group.key };
  const may = managesMembers(actor, group);
  const changed = directories.timeline(group.key).length;
  return {
    card: 'list',
    title: `Members of ${group.name}`,
    intro: introOf(shownText(start, page.length, ids.length), group, may, directory),
    rows: page.map((id) => rowOf(id, group, directory)),
    empty: 'This group has no members.',
    buttons: [
      ...(next < ids.length ? [button('More', VERB, { ...about, shown: String(next) })] : []),
      ...(may
        ? [
            button('Add member', 'groups.add-member', about),
            button('Change role', 'groups.change-role', about),
            button('Remove member', 'groups.remove-member', about),
          ]
        : []),
      ...(changed > 0 ? [button('Group history', 'groups.history', about)] : []),
    ],
  };
}

function introOf(page: string, group: Group, may: boolean, directory: CommandContext['directory']): string {
  const counted = page === '' ? group.key : `${group.key} · ${page}`;
  return may
    ? counted
    : `${counted}\nMembers are added, removed, and given roles by ${whoManages(group, directory)}.`;
}

function rowOf(id: PersonId, group: Group, directory: CommandContext['directory']): ListRow {
  const person = directory.person(id);
  const roles = rolesText(rolesIn(group, id));
  return {
    title: person?.name ?? 'Someone who is no longer in the directory',
    subtitle: roles.charAt(0).toUpperCase() + roles.slice(1),
    facts: person === undefined || person.email === '' ? [] : [person.email],
    tone: 'plain',
  };
}
