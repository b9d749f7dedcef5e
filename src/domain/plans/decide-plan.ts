import type { PlanNotice } from './plan-notice';
import { TypedForm, type Typed } from '../kernel/text/typed-form';
import { readLine, TEXT_LIMITS } from '../kernel/text/typed-text';
import { readDate } from '../kernel/text/date-range';
import type { Measure, SharedScope } from '../metrics/summary';
import type { Directory, Person } from '../directory/directory';
import { roomOf, SMALL_RECORD_SIZE } from '../kernel/record-size';
import { refusal } from '../kernel/refusal';
import type { Refusal } from '../kernel/refusal';
import { no, ok, type Result } from '../kernel/result';
import { planDates } from './by-when';
import { closingOf, revisionOf } from './plan';
import type { ActionPlan, MissedGoal, PlanAct, PlanChange, Planned } from './plan';
import { barredFromPlan, ownersOf } from './plan-owner';

/** Of what a plan is made, before it has entries. */
export interface PlanSubject {
  readonly id: string;
  readonly measure: Measure['key'];
  readonly scope: SharedScope;
  readonly missed: MissedGoal;
}

/** The ways to close a plan by hand, and how each is called. */
export const CLOSINGS = {
  met: 'Met: the goal is reached',
  withdrawn: 'Withdrawn: it is not followed',
} as const;

/** Asks the owners of a measure for a plan; each is told (rule ME-8). */
export function askForPlan(subject: PlanSubject, act: PlanAct, directory: Directory): PlanChange {
  const plan: ActionPlan = { ...subject, entries: [{ kind: 'asked', ...act }] };
  return { plan, notices: planNotices(plan, 'asked', act.at, directory) };
}

/** Reads what, who and by when (the fields `what`, `who`, `byWhen`); a date out of range is refused at its field. */
function readPlanned(typed: Typed, now: number): Result<Planned & { readonly kind: 'planned' }> {
  const form = new TypedForm(typed);
  const what = form.requiredText(
    'what',
    'What',
    'Say what will be done to reach the goal.',
    TEXT_LIMITS.text,
  );
  const who = form.required('who', 'Say who does it: a name, or an office.', (given) =>
    readLine('Who', given, TEXT_LIMITS.line),
  );
  const byWhen = form.required('byWhen', 'Give the date by which it is done.', readDate(planDates(now)));
  const read = form.complete({ what, who, byWhen });
  return read.ok ? ok({ kind: 'planned', ...read.value }) : read;
}

/** A plan that an owner writes of their own accord, nobody having asked (rule ME-8). */
export function writeNewPlan(
  subject: PlanSubject,
  typed: Typed,
  by: Person,
  act: Omit<PlanAct, 'by'>,
  directory: Directory,
): Result<PlanChange> {
  return addedTo({ ...subject, entries: [] }, readPlanned(typed, act.at), by, act, directory);
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
  act: Omit<PlanAct, 'by'>,
  directory: Directory,
): Result<PlanChange> {
  const stale = shown === revisionOf(plan) ? undefined : refusal('plan-changed', { plan: plan.id });
  const full =
    roomOf(plan.entries, SMALL_RECORD_SIZE) === 'none'
      ? refusal('record-full', { what: plan.id })
      : undefined;
  const refused = refusedAsClosed(plan) ?? full ?? stale;
  return addedTo(plan, readPlanned(typed, act.at), by, act, directory, refused);
}

/** Closes an open plan by hand (the fields `how`: met or withdrawn, and `why`). */
export function closePlan(
  plan: ActionPlan,
  typed: Typed,
  by: Person,
  act: Omit<PlanAct, 'by'>,
  directory: Directory,
): Result<PlanChange> {
  return addedTo(plan, readClosing(typed), by, act, directory, refusedAsClosed(plan));
}

/** Reads how a plan ends, and why. */
function readClosing(typed: Typed): Result<{ readonly kind: keyof typeof CLOSINGS; readonly why: string }> {
  const form = new TypedForm(typed);
  const kind = form.requiredChoice('how', 'How it ends', CLOSINGS);
  const why = form.requiredText(
    'why',
    'Why',
    'Say why, so that it can be understood later.',
    TEXT_LIMITS.text,
  );
  return form.complete({ kind, why });
}

/** The plan with what was read of its owner; who may not, and what is `refused` whoever it is, is said before any field. */
function addedTo(
  plan: ActionPlan,
  read: ReturnType<typeof readPlanned | typeof readClosing>,
  by: Person,
  act: Omit<PlanAct, 'by'>,
  directory: Directory,
  refused?: Refusal,
): Result<PlanChange> {
  const barred = barredFromPlan(by, plan.scope, directory) ?? refused;
  if (barred !== undefined) return no(barred);
  if (!read.ok) return read;
  const entry = { ...read.value, ...act, by: by.id };
  return ok({ plan: { ...plan, entries: [...plan.entries, entry] }, notices: [] });
}

/** Why nothing more can be done to a plan; undefined while it is open. */
export const refusedAsClosed = (plan: ActionPlan) => {
  const closing = closingOf(plan);
  return closing && refusal('plan-closed', { plan: plan.id, state: closing.kind });
};

/** A message to each owner of the plan; its id is made of what it tells, so that it is made once. */
export function planNotices(
  { id: plan, entries, scope }: ActionPlan,
  subject: PlanNotice['subject'],
  madeAt: number,
  directory: Directory,
): readonly PlanNotice[] {
  return ownersOf(scope, directory).map(({ id: person }) => ({
    id: `${plan}/${subject}/${entries.length}/person:${person}`,
    plan,
    subject,
    to: { kind: 'person', person },
    madeAt,
  }));
}
