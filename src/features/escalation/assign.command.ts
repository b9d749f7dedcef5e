import { caseAction } from '../../commands/cases/case-action';
import { caseThenName } from '../../commands/cases/case-number';
import { choice, peopleChoices, oneSection, type Given } from '../../commands/forms/fields';
import { decideAssign } from '../../domain/cases/decisions/decide-assign';
import type { Case } from '../../domain/cases/case';
import type { Directory } from '../../domain/directory/directory';

/** A gatekeeper or supervisor assigns a case to a member of the group (rule AS-1). */
export const assignCommand = caseAction({
  action: 'case.assign',
  area: 'Assignment',
  typed: {
    words: ['assign'],
    usage: 'assign CS0000001 <name>',
    summary: 'Assigns a case to a member of the group that holds it.',
    example: 'assign CS0000012 Kim Lee',
    read: caseThenName('to'),
  },
  form: (current, given, { directory }) => {
    const members = directory.members(current.group);
    return {
      title: `Assign ${current.number}`,
      sections: oneSection(
        choice({ to: chosen(given, current, directory) }, 'to', 'Member of the group', {
          required: true,
          choices: peopleChoices(members),
        }),
      ),
    };
  },
  decide: (current, input, by, context) => {
    const to = chosen(input, current, context.directory);
    return decideAssign(current, { ...input, to }, by, context);
  },
  confirmation: (after, { directory }) =>
    `Assigned to ${directory.person(after.assignee ?? '')?.name ?? 'a member of the group'}.`,
});

// The channel's card sends `assignee`, the form and the typed line `to`. Part of a name is enough if only one member has it.
function chosen(given: Given, current: Case, directory: Directory): string {
  const to = (given['to'] ?? given['assignee'] ?? '').trim();
  if (to === '') return '';
  const wanted = to.toLowerCase();
  const [only, ...others] = directory
    .members(current.group)
    .filter(({ name }) => name.toLowerCase().includes(wanted));
  return only !== undefined && others.length === 0 ? only.id : to;
}
