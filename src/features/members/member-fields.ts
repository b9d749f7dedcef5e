import type { Field } from '../../cards/shared/card-value';
import { choice, choicesOf, text, type Given } from '../../commands/forms/fields';
import { TEXT_LIMITS } from '../../domain/kernel/text/typed-text';
import type { Directory, Group, PersonId } from '../../domain/directory/directory';
import { rolesIn, rolesText } from '../../domain/directory/members/group-timeline';
import { ROLE_CHOICES } from '../../domain/directory/members/decide-members';

/** The most people offered in a list; with more, the person is typed. */
const MAX_CHOICES = 100;

/** Everyone in a group, gatekeepers and supervisors first, including people the directory has no record of. */
export const idsOf = ({ gatekeepers, supervisors, agents }: Group): readonly PersonId[] => [
  ...new Set([...gatekeepers, ...supervisors, ...agents]),
];

/** The people as choices, in the order of their names. */
function people(ids: readonly PersonId[], directory: Directory, about: (id: PersonId) => string) {
  return ids
    .map((id) => ({ title: `${directory.person(id)?.name ?? id} (${about(id)})`, value: id }))
    .sort((one, other) => one.title.localeCompare(other.title));
}

/** A member of the group. */
export const memberField = (given: Given, group: Group, directory: Directory): Field =>
  personField(
    withId(given, idsOf(group), directory),
    'Member',
    people(idsOf(group), directory, (id) => rolesText(rolesIn(group, id))),
  );

/** Someone in the directory who isn't in the group yet. */
export function newcomerField(given: Given, group: Group, directory: Directory): Field {
  const members = new Set(idsOf(group));
  const others = directory.people.map(({ id }) => id).filter((id) => !members.has(id));
  const choices = people(others, directory, (id) => directory.person(id)?.email || 'no email address');
  return personField(withId(given, others, directory), 'Person', choices);
}

function personField(given: Given, label: string, choices: ReturnType<typeof people>): Field {
  const known = choices.some(({ value }) => value === (given['person'] ?? ''));
  const isTyped = choices.length > MAX_CHOICES || (!known && (given['person'] ?? '') !== '');
  return isTyped
    ? text(given, 'person', label, {
        required: true,
        hint: 'Email address or full name, as in the directory.',
      })
    : choice(given, 'person', label, { required: true, choices });
}

/** Replaces a typed email address or name with the person's id, if exactly one of these people has it. */
function withId(given: Given, ids: readonly PersonId[], directory: Directory): Given {
  const typed = (given['person'] ?? '').trim().toLowerCase();
  const found = ids.filter((id) => {
    const person = directory.person(id);
    return person !== undefined && [person.email.toLowerCase(), person.name.toLowerCase()].includes(typed);
  });
  const [one, other] = found;
  return one === undefined || other !== undefined || typed === '' ? given : { ...given, person: one };
}

export const roleField = (given: Given): Field =>
  choice(given, 'role', 'Role', { required: true, choices: choicesOf(ROLE_CHOICES) });

export const whyField = (given: Given): Field =>
  text(given, 'why', 'Reason', {
    required: true,
    maxLength: TEXT_LIMITS.line,
    hint: "One line. It's shown in the group's history.",
  });
