import { actionsOf } from './actions-of';
import { barredAsLeft } from './left/barred-as-left';
import { BUTTON_TITLES, mayAct, type CaseAction } from '../people/permissions';
import type { Person } from '../people/directory';
import { refusal } from '../refusal';
import { no, ok, type Result } from '../result';
import type { World } from '../world';
import { STATE_NAMES, type Case } from './case';
import { hasRoomFor } from './case-size';
import { instantIn } from './iso-date';
import { parName } from './par-name';
import type { Happening } from './timeline';
import type { Typed } from './typed-form';

/**
 * Decides what an action by a person makes of a case: what happens, or why not and what would be right.
 * Pure: the same case, words, person and world give the same answer.
 */
export type Decision = (
  subject: Case,
  typed: Typed,
  by: Person,
  world: World,
) => Result<readonly Happening[]>;

/** Whether state and level of the case allow the action now, and the person's role does. */
export function mayNow(action: CaseAction, subject: Case, by: Person, world: World): Result<true> {
  const left = barredAsLeft(action, subject, by, world.directory);
  if (left !== undefined) return no(left);
  if (action === 'case.claim' || action === 'case.assign') {
    const taken = alreadyAssigned(subject, by, world);
    if (taken !== undefined) return taken;
  }
  if (!hasRoomFor(action, subject))
    return no(refusal('case-full', { number: subject.number, action: BUTTON_TITLES[action] }));
  if (!actionsOf(subject).includes(action)) {
    const { number, level, state } = subject;
    const place = `${STATE_NAMES[state]}, at Level ${level}${whyNot(action, subject)}`;
    const refused = { number, state: place, action: BUTTON_TITLES[action] };
    return no(refusal('wrong-state', { ...refused, possible: possibleFor(subject, by, world).join(',') }));
  }
  return mayAct(action, by, subject, world.directory);
}

/** What the person may do to the case as it is, the most useful first. */
const possibleFor = (subject: Case, by: Person, { directory }: World): readonly CaseAction[] =>
  actionsOf(subject).filter((action) => mayAct(action, by, subject, directory).ok);

/** What keeps an action from an open case, where state and level alone do not tell. */
function whyNot(action: CaseAction, subject: Case): string {
  if (action === 'case.approve' || action === 'case.decline') return ', no closing waits for approval';
  if (action === 'case.resend') return ', with no e-mail that was refused or not sent';
  if (subject.state === 'resolved' || subject.state === 'closed') return '';
  if (action === 'case.close') return ', not resolved yet';
  if (action === 'case.par' && subject.openPar !== undefined) {
    return `, ${parName(subject.openPar.number)} is open and is completed or withdrawn first`;
  }
  if ((action === 'case.par-follow-up' || action === 'case.par-withdraw') && subject.openPar === undefined)
    return ', no PAR is open';
  if (action === 'case.par-done' && subject.level === 2) return ', it has no PAR';
  const toCustomer = action === 'case.interim' || action === 'case.status';
  if (toCustomer && !subject.details.externalContact) return ', without a customer who waits';
  if (action === 'case.interim' && subject.level !== 1) return ', its interim response sent already';
  const needsAssignee = action === 'case.escalate' || action === 'case.resolve';
  return needsAssignee && subject.level !== 3 && subject.assignee === undefined ? ', not assigned yet' : '';
}

/** Of two who claim at once exactly one gets it, and the other is told who (rule AS-1). `at` is said in the group's zone. */
function alreadyAssigned(subject: Case, by: Person, world: World): Result<never> | undefined {
  const { assignee, number, state } = subject;
  if (assignee === undefined || state === 'resolved' || state === 'closed') return undefined;
  const since =
    subject.timeline.findLast((entry) => 'to' in entry && entry.to === assignee)?.at ?? subject.openedAt;
  const { zone } = world.calendars.ofGroup(subject.group);
  const name = world.directory.person(assignee)?.name ?? assignee;
  const isOwn = assignee === by.id;
  const canReassign = possibleFor(subject, by, world).includes('case.reassign');
  return no(
    refusal('already-assigned', {
      number,
      assignee: name,
      at: instantIn(zone, since),
      ...(isOwn ? { own: 'yes' } : {}),
      ...(canReassign ? { possible: 'case.reassign' } : {}),
    }),
  );
}

/** One thing happens. */
export const happens = (...happenings: readonly Happening[]): Result<readonly Happening[]> => ok(happenings);
