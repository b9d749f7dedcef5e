import { replyDone, type CommandContext, type Outcome } from '../../commands/command';
import { button, choice, peopleChoices, type Given } from '../../commands/forms/fields';
import { propagateDeparture, type CasesOfDeparture } from '../../commands/members/propagate-departures';
import type { Group } from '../../domain/directory/directory';
import { decideRemoveMember, LEAVE_CASES } from '../../domain/directory/members/decide-members';
import { departureOf, type GroupEntry } from '../../domain/directory/members/group-timeline';
import { memberChange } from './member-change';
import { memberField, whyField } from './member-fields';

/** Removes a member of a group, with a reason and what happens to their open cases there (rules AC-5, AC-7). */
export const removeMemberCommand = memberChange({
  verb: 'groups.remove-member',
  title: 'Remove member',
  summary:
    'Business process analysts and the program office: removes a member, with a reason and what happens to their open cases.',
  // The reply counts cases as they move, so it can't be rebuilt later.
  keepsAnswer: true,
  form: (given, group, context) => ({
    title: `Remove a member from ${group.name}`,
    intro: "They can no longer work the group's cases. The metrics still credit them for what they did.",
    fields: [
      memberField(given, group, context.directory),
      casesField(given, group, context),
      whyField(given),
    ],
  }),
  decide: decideRemoveMember,
  done: removed,
});

const casesField = (given: Given, group: Group, { directory }: CommandContext) =>
  choice(given, 'cases', 'Their open cases in this group', {
    required: true,
    choices: [
      { title: 'Leave them for the gatekeeper', value: LEAVE_CASES },
      ...peopleChoices(directory.members(group.key)).map(({ title, value }) => {
        return { title: `Assign them to ${title}`, value };
      }),
    ],
    otherwise: LEAVE_CASES,
  });

/** The removal is recorded; if the process ends before all cases are updated, the loop finishes it. */
async function removed(
  entry: GroupEntry,
  group: Group,
  name: string,
  context: CommandContext,
): Promise<Outcome> {
  const { directories } = context;
  const departure = departureOf(group.key, entry);
  const waits = directories.departures().some(({ cause }) => cause === entry.cause);
  const cases =
    departure === undefined || !waits
      ? { left: [], assigned: [] }
      : await propagateDeparture(departure, { ...context, directory: directories.current() });
  return replyDone({
    title: `${name} is no longer in ${group.name}`,
    text: `Reason: ${entry.why ?? ''}\n${casesText(cases, entry, context)}`,
    buttons: [
      button('Members', 'groups.members', { group: group.key }),
      ...(cases.left.length > 0 ? [button('Queue', 'cases.queue', { group: group.key })] : []),
    ],
  });
}

const counted = (numbers: readonly string[]): string =>
  numbers.length === 1 ? '1 open case' : `${numbers.length} open cases`;

function casesText(
  { left, assigned }: CasesOfDeparture,
  { casesTo }: GroupEntry,
  { directories }: CommandContext,
): string {
  const to = casesTo === undefined ? undefined : directories.current().person(casesTo)?.name;
  const parts = [
    ...(assigned.length > 0 ? [`${counted(assigned)} now with ${to ?? 'another member'}.`] : []),
    ...(left.length > 0 ? [`${counted(left)} without an assignee. The gatekeeper gets a message.`] : []),
  ];
  return parts.length > 0 ? parts.join('\n') : 'They had no open cases in this group.';
}
