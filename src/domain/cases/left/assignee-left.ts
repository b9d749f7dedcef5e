import { isMemberOf } from '../../directory/members/group-timeline';
import { runnersOf } from '../../directory/who-runs';
import type { Directory, PersonId } from '../../directory/directory';
import type { Case } from '../case';
import type { CaseEvent } from '../timeline';
import type { AssigneeLeft } from './left-entry';

/**
 * Who is assigned an open case, or was, without belonging to the group that holds it (rule AC-7): recorded already, or only
 * seen in the directory. Undefined where the assignee is a member, and where the directory does not have the group.
 */
export function assigneeWhoLeft(subject: Case, directory: Directory): PersonId | undefined {
  const { assignee, assigneeLeft, group: key, state } = subject;
  if (state === 'closed') return undefined;
  if (assignee === undefined) return assigneeLeft;
  const group = directory.group(key);
  return group === undefined || isMemberOf(group, assignee) ? undefined : assignee;
}

/** That the assignee left, where it is so and not recorded yet: the case waits for the gatekeeper from then on. */
export function departureEvents(subject: Case, directory: Directory): readonly CaseEvent[] {
  const person = assigneeWhoLeft(subject, directory);
  return person === undefined || person !== subject.assignee ? [] : [leavesCase(subject, person, directory)];
}

/** The entry that takes a case from a person who left; the gatekeepers are the present ones; without any, whoever answers for the group. */
export function leavesCase(
  { group: key }: Pick<Case, 'group'>,
  person: PersonId,
  directory: Directory,
): AssigneeLeft {
  const group = directory.group(key);
  const known = group?.gatekeepers.filter((id) => directory.person(id) !== undefined) ?? [];
  const runners = group === undefined ? [] : runnersOf(group, directory).map(({ id }) => id);
  const gatekeepers = known.length > 0 ? known : runners;
  return { kind: 'assignee-left', person, group: key, gatekeepers };
}
