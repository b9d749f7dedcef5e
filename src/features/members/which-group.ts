import type { Form } from '../../cards/shared/card-value';
import type { CommandContext } from '../../commands/command';
import {
  cancel,
  choice,
  groupChoices,
  nextButton,
  sendButton,
  oneSection,
} from '../../commands/forms/fields';
import type { Given } from '../../commands/forms/fields';
import { noSuchGroup } from '../../commands/group-named';
import type { Group } from '../../domain/directory/directory';
import { barredFromMembers } from '../../domain/directory/members/decide-members';
import { managesMembers } from '../../domain/directory/members/who-manages';
import { refusal } from '../../domain/kernel/refusal';
import type { Refusal } from '../../domain/kernel/refusal';

/** A line that names the group first and the person after it: "L2-AVN kim@example.mil". */
export function groupThenPerson(rest: string): Record<string, string> {
  const [group = '', ...person] = rest.split(/\s+/);
  return {
    ...(group === '' ? {} : { group }),
    ...(person.length === 0 ? {} : { person: person.join(' ') }),
  };
}

/**
 * The form of a change to a group's people: asks for the group where none was given, and refuses who may not change them
 * (rule AC-5), unless it comes back with what was typed.
 */
export function formForGroup(
  { verb, title }: { readonly verb: string; readonly title: string },
  given: Given,
  context: CommandContext,
  reopening: boolean,
  parts: (group: Group) => Pick<Form, 'title' | 'intro' | 'sections'>,
): Form | Refusal {
  const { actor, directory } = context;
  const key = given['group'] ?? '';
  const group = directory.group(key);
  if (group === undefined) return whichGroup(verb, title, given, context);
  const barred = reopening ? undefined : barredFromMembers(title, actor, group, directory);
  if (barred !== undefined) return barred;
  const submit = sendButton(title, verb, { group: group.key });
  return { ...parts(group), submit, others: [cancel] };
}

/** Asks which group is meant, of those whose people the person may change. */
function whichGroup(
  verb: string,
  title: string,
  given: Given,
  { actor, directory }: CommandContext,
): Form | Refusal {
  const groups = directory.groups.filter((group) => managesMembers(actor, group));
  if (groups.length === 0) {
    const who = 'a business process analyst, for the groups of their MSC, or by the program office';
    return refusal('not-permitted', { action: title, who });
  }
  const key = given['group'] ?? '';
  const [fault] = key === '' ? [] : noSuchGroup(key, directory).faults;
  const rest = Object.fromEntries(Object.entries(given).filter(([id]) => id !== 'group'));
  return {
    title: `${title}: which group?`,
    sections: oneSection(
      choice(given, 'group', 'Assignment group', {
        required: true,
        choices: groupChoices(groups),
        ...(fault === undefined ? {} : { fault: fault.message }),
      }),
    ),
    submit: nextButton('Continue', verb, rest),
    others: [cancel],
  };
}
