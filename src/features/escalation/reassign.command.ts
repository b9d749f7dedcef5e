import { caseAction } from '../../commands/cases/case-action';
import { caseThenName } from '../../commands/cases/case-number';
import { choice, groupChoices, longText, peopleChoices, oneSection } from '../../commands/forms/fields';
import { decideReassign, reassignableTo } from '../../domain/cases/decisions/decide-reassign';

// A choice can't have an empty value.
const GATEKEEPER = 'gatekeeper';

/** Moves a case to another group of its level, to another person, or both (rule AS-3). */
export const reassignCommand = caseAction({
  action: 'case.reassign',
  area: 'Assignment',
  typed: {
    words: ['reassign'],
    usage: 'reassign CS0000001 [group key]',
    summary: 'Moves a case to another group of its level, or to another person.',
    example: 'reassign CS0000012',
    read: caseThenName('group'),
  },
  form: (current, given, { directory }) => {
    const groups = reassignableTo(current, directory);
    const people = new Map(
      groups.flatMap(({ key }) => directory.members(key)).map((each) => [each.id, each]),
    );
    return {
      title: `Reassign ${current.number}`,
      intro: 'To move it to another level, escalate it or refer it back.',
      sections: oneSection(
        choice(given, 'group', 'Assignment group', {
          choices: groupChoices(groups),
          otherwise: current.group,
        }),
        choice(given, 'person', 'Person', {
          choices: [
            { title: "Leave it to the group's gatekeeper", value: GATEKEEPER },
            ...peopleChoices([...people.values()]),
          ],
          otherwise: GATEKEEPER,
          hint: 'A member of the chosen group.',
        }),
        longText(given, 'why', 'Why', { required: true }),
      ),
    };
  },
  decide: (current, input, by, context) => {
    const person = input['person'] === GATEKEEPER ? '' : (input['person'] ?? '');
    return decideReassign(current, { ...input, person }, by, context);
  },
  confirmation: (after, { directory }) => {
    const group = directory.group(after.group)?.name ?? after.group;
    const person = after.assignee === undefined ? undefined : directory.person(after.assignee)?.name;
    return person === undefined ? `Reassigned to ${group}.` : `Reassigned to ${person}, ${group}.`;
  },
});
