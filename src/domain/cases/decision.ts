import { interimStanding } from './clocks/interim-owed';
import { handoverOf, stepsOf } from './clocks/steps';
import { actionsOf } from './actions-of';
import { emailUnderWay } from './messages/customer-email';
import { departurePrecondition } from './left/departure-precondition';
import { BUTTON_TITLES, mayAct, type CaseAction } from './permissions';
import type { Person } from '../directory/directory';
import { no, ok, refusal, type Result } from '../kernel/refusal';
import type { DomainContext } from '../kernel/domain-context';
import { STATE_NAMES, type Case } from './case';
import { hasRoomFor } from './case-size';
import { instantIn } from '../kernel/text/iso-date';
import { possibleFor } from './possible-for';
import { parName } from './pars/par-name';
import type { CaseEvent } from './timeline';
import { TypedForm, type Typed } from '../kernel/text/typed-form';

/**
 * Decides what an action by a person makes of a case: what happens, or why not and what would be right.
 * Pure: the same case, words, person and context give the same answer.
 */
export type Decision = (
  subject: Case,
  typed: Typed,
  by: Person,
  context: DomainContext,
) => Result<readonly CaseEvent[]>;

/** Whether state and level of the case allow the action now, and the person's role does. */
export function mayNow(action: CaseAction, subject: Case, by: Person, context: DomainContext): Result<true> {
  const left = departurePrecondition(action, subject, by, context.directory);
  if (left !== undefined) return no(left);
  if (action === 'case.claim' || action === 'case.assign') {
    const taken = alreadyAssigned(subject, by, context);
    if (taken !== undefined) return taken;
  }
  if (!hasRoomFor(action, subject))
    return no(refusal('case-full', { number: subject.number, action: BUTTON_TITLES[action] }));
  if (!actionsOf(subject).includes(action)) {
    const { number, level, state } = subject;
    const { why, way, first } = whyNot(action, subject);
    const possible = possibleFor(subject, by, context);
    const leads = possible.filter((each) => first.includes(each));
    const refused = {
      number,
      state: `${STATE_NAMES[state]}, at Level ${level}${why}`,
      action: BUTTON_TITLES[action],
      possible: [...leads, ...possible.filter((each) => !leads.includes(each))].join(','),
    };
    return no(refusal('wrong-state', { ...refused, ...(leads.length > 0 ? { way } : {}) }));
  }
  return mayAct(action, by, subject, context.directory);
}

/** Why an action is not possible, what to do instead in words, and the actions by which. */
interface WhyNot {
  readonly why: string;
  readonly way: string;
  readonly first: readonly CaseAction[];
}

/** What keeps an action from an open case, where state and level alone do not tell, and the way on. */
function whyNot(action: CaseAction, subject: Case): WhyNot {
  const toCustomer = action === 'case.interim' || action === 'case.status';
  const isWorked = subject.state !== 'resolved' && subject.state !== 'closed';
  // Level 1 tells the customer itself: nothing of these is owed there.
  if (toCustomer && isWorked && !subject.details.externalContact && subject.level !== 1)
    return {
      why: '; no customer is waiting for an answer',
      way: 'If the customer has written or called, correct the case: choose Yes for “Is the customer waiting for an answer?”',
      first: ['case.correct'],
    };
  if (action === 'case.interim' && isWorked && subject.level !== 1) {
    const why = `, ${INTERIM[interimStanding(subject) ?? 'owed']}`;
    return { why, way: 'Send the customer a status instead.', first: ['case.status'] };
  }
  if (action === 'case.resend' && emailUnderWay(subject) !== undefined)
    return {
      why: ', its email to the customer is not sent yet',
      way: "It's tried again automatically until it's sent or given up; if it's given up, you get a message and can send it again. If the customer can't wait, call them and add a note.",
      first: ['case.note'],
    };
  return { why: keptFrom(action, subject), way: '', first: [] };
}

/** Why the interim response is not sent (rules CK-1, CK-4); one that is owed still was written and did not arrive. */
const INTERIM = {
  met: 'its interim response is already met',
  ended: 'no new interim response is due after a reopening',
  owed: 'its interim response was already written',
} as const;

function keptFrom(action: CaseAction, subject: Case): string {
  if (action === 'case.approve' || action === 'case.decline') return '; no closure is waiting for approval';
  if (action === 'case.resend') return '; no email was rejected or left unsent';
  if (subject.state === 'resolved' || subject.state === 'closed') return '';
  if (action === 'case.close') return ', not resolved yet';
  if (action === 'case.par' && subject.openPar !== undefined) {
    return `; complete or withdraw ${parName(subject.openPar.number)} first`;
  }
  if ((action === 'case.par-follow-up' || action === 'case.par-withdraw') && subject.openPar === undefined)
    return ', no PAR is open';
  if (action === 'case.par-done' && subject.level === 2) return ', it has no PAR';
  const needsAssignee = action === 'case.escalate' || action === 'case.resolve';
  return needsAssignee && subject.level !== 3 && subject.assignee === undefined ? ', not assigned yet' : '';
}

/** Of two who claim at once exactly one gets it, and the other is told who (rule AS-1). `at` is said in the group's zone. */
function alreadyAssigned(subject: Case, by: Person, context: DomainContext): Result<never> | undefined {
  const { assignee, number, state } = subject;
  if (assignee === undefined || state === 'resolved' || state === 'closed') return undefined;
  const since = handoverOf(stepsOf(subject))?.entry.at ?? subject.openedAt;
  const { zone } = context.calendars.ofGroup(subject.group);
  const name = context.directory.person(assignee)?.name ?? assignee;
  const isOwn = assignee === by.id;
  const canReassign = possibleFor(subject, by, context).includes('case.reassign');
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

/** The decision of an action: refused where the action may not be taken now, else what `decide` reads from the form. */
export const caseDecision =
  (
    action: CaseAction,
    decide: (
      subject: Case,
      form: TypedForm,
      by: Person,
      context: DomainContext,
    ) => Result<readonly CaseEvent[]>,
  ): Decision =>
  (subject, typed, by, context) => {
    const may = mayNow(action, subject, by, context);
    return may.ok ? decide(subject, new TypedForm(typed), by, context) : may;
  };

/** One thing happens. */
export const happens = (...events: readonly CaseEvent[]): Result<readonly CaseEvent[]> => ok(events);
