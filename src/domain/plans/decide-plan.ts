import { TypedForm, type Typed } from '../kernel/text/typed-form';
import { readLine, TEXT_LIMITS } from '../kernel/text/typed-text';
import { readDate } from '../kernel/text/date-range';
import type { Measure, SharedScope } from '../metrics/summary';
import type { Directory, Person } from '../directory/directory';
import { roomOf, SMALL_RECORD_SIZE } from '../kernel/record-size';
import { no, ok, refusal, type Refusal, type Result } from '../kernel/refusal';
import { planDates } from './by-when';
import { closingOf, revisionOf } from './plan';
import type { ActionPlan, MissedGoal, Planned, PlanEvent } from './plan';
import { planPrecondition } from './plan-owner';

/** What a plan is about. */
export interface PlanSubject {
  readonly measure: Measure['key'];
  readonly scope: SharedScope;
  readonly missed: MissedGoal;
}

/** The ways to close a plan by hand, and how each is called. */
export const CLOSINGS = {
  met: 'Met: the goal is reached',
  withdrawn: 'Withdrawn: the plan is dropped',
} as const;

/** Asks the owners of a measure for a plan (rule ME-8). */
export const askForPlan = (subject: PlanSubject): readonly PlanEvent[] => [
  { kind: 'opened', ...subject },
  { kind: 'asked' },
];

/** Reads what, who and by when (the fields `what`, `who`, `byWhen`); a date out of range is refused at its field. */
function readPlanned(typed: Typed, now: number): Result<Planned & { readonly kind: 'planned' }> {
  const form = new TypedForm(typed);
  const what = form.requiredText('what', 'What', 'Say what will be done to reach the goal.');
  const who = form.required('who', 'Enter who will do it: a name or an office.', (given) =>
    readLine('Who', given, TEXT_LIMITS.line),
  );
  const byWhen = form.required('byWhen', 'Enter the date it will be done by.', readDate(planDates(now)));
  const read = form.complete({ what, who, byWhen });
  return read.ok ? ok({ kind: 'planned', ...read.value }) : read;
}

/** A plan that an owner writes of their own accord, nobody having asked (rule ME-8). */
export function writeNewPlan(
  subject: PlanSubject,
  typed: Typed,
  by: Person,
  now: number,
  directory: Directory,
): Result<readonly PlanEvent[]> {
  const written = readBy(by, subject.scope, directory, readPlanned(typed, now));
  return written.ok ? ok([{ kind: 'opened', ...subject }, ...written.value]) : written;
}

/**
 * Writes an open plan, or writes it anew: a new entry, and what was said before stays (rule RE-1). `shown` is the
 * revision that the person saw; where it is no longer the latest, `plan-changed` lets them see the other first.
 */
export function revisePlan(
  plan: ActionPlan,
  shown: number,
  typed: Typed,
  by: Person,
  now: number,
  directory: Directory,
): Result<readonly PlanEvent[]> {
  const stale = shown === revisionOf(plan) ? undefined : refusal('plan-changed', { plan: plan.id });
  const full =
    roomOf(plan.timeline, SMALL_RECORD_SIZE) === 'none'
      ? refusal('record-full', { what: plan.id })
      : undefined;
  const refused = refusedAsClosed(plan) ?? full ?? stale;
  return readBy(by, plan.scope, directory, readPlanned(typed, now), refused);
}

/** Closes an open plan by hand (the fields `how`: met or withdrawn, and `why`). */
export const closePlan = (
  plan: ActionPlan,
  typed: Typed,
  by: Person,
  directory: Directory,
): Result<readonly PlanEvent[]> =>
  readBy(by, plan.scope, directory, readClosing(typed), refusedAsClosed(plan));

/** Reads how a plan ends, and why. */
function readClosing(typed: Typed): Result<{ readonly kind: keyof typeof CLOSINGS; readonly why: string }> {
  const form = new TypedForm(typed);
  const kind = form.requiredChoice('how', 'How it ends', CLOSINGS);
  const why = form.requiredText('why', 'Why', 'Explain why, so that others can understand it later.');
  return form.complete({ kind, why });
}

/** What was read of an owner; who may not, and what is `refused` whoever it is, is said before any field. */
function readBy(
  by: Person,
  scope: SharedScope,
  directory: Directory,
  read: ReturnType<typeof readPlanned | typeof readClosing>,
  refused?: Refusal,
): Result<readonly PlanEvent[]> {
  const denied = planPrecondition(by, scope, directory) ?? refused;
  if (denied !== undefined) return no(denied);
  return read.ok ? ok([read.value]) : read;
}

/** Why nothing more can be done to a plan; undefined while it is open. */
export const refusedAsClosed = (plan: ActionPlan) => {
  const closing = closingOf(plan);
  return closing && refusal('plan-closed', { plan: plan.id, state: closing.kind });
};
