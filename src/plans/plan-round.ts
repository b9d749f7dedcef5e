import { z } from 'zod/v4';
import { CASEKEEPER } from '../domain/kernel/entry';
import type { DomainContext } from '../domain/kernel/domain-context';
import { periodOf, type Span } from '../domain/metrics/days';
import { closedMonth, siteCalendar, type ClosedMonth } from '../domain/metrics/month-close';
import { ENTERPRISE, MSC_SCOPES } from '../domain/metrics/question-key';
import type { Scored } from '../domain/metrics/scorecard';
import { zoneOf, type SharedScope } from '../domain/metrics/summary';
import { askForPlan } from '../domain/plans/decide-plan';
import { reviewPlan } from '../domain/plans/follow-plan';
import { casesMissed, monthFigureOf } from '../domain/plans/month-figure';
import { planKey, planScopeKey, type ActionPlan } from '../domain/plans/plan';
import { planType } from '../domain/plans/plan-type';
import type { CaseRepository } from '../ports/cases';
import type { Log } from '../ports/log';
import type { Metrics, MetricsQuestion } from '../ports/metrics';
import type { PlanRepository } from '../ports/plans';
import type { Saved } from '../ports/records';
import { isAhead, type OnSetBack } from '../ports/time-source';
import { unreadableAs } from '../ports/unreadable-record';
import { always, changeRecord, insertRecord } from '../records/change-record';
import { keyedById, type Store } from '../storage/store';

/** A month whose plans were all requested and reviewed; its id is the month. */
export interface RoundRecord {
  readonly month: Span;
  /** Epoch milliseconds of business time. */
  readonly doneAt: number;
}

export const PLAN_ROUND = keyedById<RoundRecord>({
  name: 'planround',
  shape: z.looseObject({ month: z.string(), doneAt: z.number() }),
});

/** What the action plan round needs. */
export interface PlanParts {
  readonly plans: PlanRepository;
  readonly rounds: Store<RoundRecord>;
  readonly metrics: Pick<Metrics, 'scorecard' | 'drillDown'>;
  readonly cases: Pick<CaseRepository, 'due'>;
  readonly context: () => DomainContext;
  readonly log: Log;
  /** Called when plans have notifications, so that they leave at once. */
  readonly changed: () => void;
  readonly onSetBack?: OnSetBack;
}

/** How many cases behind a missed goal a plan names. */
const WORST = 5;

/** The result of a round: metrics that are not fully counted are tried again at the next beat. */
export type Round = 'done' | 'done-before' | 'figures-behind' | 'failed';

const ASKED_SCOPES: readonly SharedScope[] = [ENTERPRISE, ...MSC_SCOPES];

/**
 * Once a month, from its first business day on: reviews every open plan by the metrics of the latest ended month, and
 * asks for a plan where a measure of the enterprise or of an MSC missed its goal and none is open (rule ME-8). After an
 * outage the latest ended month alone is asked for. Every step can be repeated and be done by several at once; a scope
 * at fault is logged and stops no other, and the round is done when all are. `waits` is whether metrics that are not
 * all counted may still be waited for.
 */
export async function planRound(parts: PlanParts, waits: boolean): Promise<Round> {
  const { plans, rounds, context, log } = parts;
  const closed = closedMonth(context().now, siteCalendar(context().calendars));
  if (await isDone(parts, closed.month)) return 'done-before';
  // A clock that ran out in the month and is not written yet is not counted yet.
  if (waits && (await parts.cases.due(closed.period.before - 1, 1)).length > 0) return 'figures-behind';
  const open = await allOpen(plans);
  const scopes = new Map<string, SharedScope>(ASKED_SCOPES.map((scope) => [planScopeKey(scope), scope]));
  const asked = new Set(scopes.keys());
  for (const { state: plan } of open) scopes.set(planScopeKey(plan.scope), plan.scope);
  let failed = false;
  for (const [key, scope] of scopes) {
    try {
      const own = open.filter(({ state: plan }) => planScopeKey(plan.scope) === key);
      if (!(await reviewScope(parts, { closed, scope, own, asks: asked.has(key), waits })))
        return 'figures-behind';
    } catch (error) {
      failed = true;
      log.error(
        { scope: key, err: error },
        'The action plans of a scope could not be updated; it will be tried again',
      );
    }
  }
  if (failed) return 'failed';
  await rounds.insert(closed.month, { month: closed.month, doneAt: context().now });
  return 'done';
}

/** Open plans that are read at once. */
const PAGE = 200;

/** Every open plan, by number, whatever is closed in the meantime. */
async function allOpen(plans: Pick<PlanRepository, 'open'>): Promise<readonly Saved<ActionPlan>[]> {
  const all: Saved<ActionPlan>[] = [];
  for (;;) {
    const page = await plans.open(PAGE, all.at(-1)?.id);
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}

/** The store's limit per query: the months of 83 years. */
const MAX_ROUNDS = 1_000;

/** Whether the month's round is done. One that a clock that ran ahead did is forgotten: the month was not over then. */
async function isDone({ rounds, context, onSetBack }: PlanParts, month: Span): Promise<boolean> {
  const { now } = context();
  let isDone = false;
  for (const { id, version, value } of await rounds.find({ where: {}, limit: MAX_ROUNDS })) {
    if (!isAhead(value.doneAt, now)) isDone ||= id === month;
    else if (await rounds.remove(id, version)) onSetBack?.('plan-rounds', 1);
  }
  // Written when all of it is done: one that cannot be read says so too.
  return isDone || (await rounds.get(month).catch(unreadableAs)) !== undefined;
}

interface Review {
  readonly closed: ClosedMonth;
  readonly scope: SharedScope;
  /** The open plans of the scope. */
  readonly own: readonly Saved<ActionPlan>[];
  readonly asks: boolean;
  readonly waits: boolean;
}

/** Whether the metrics of the scope were all there. */
async function reviewScope(parts: PlanParts, { closed, scope, own, asks, waits }: Review): Promise<boolean> {
  const { plans, metrics, context, changed } = parts;
  const asked = { scope, period: periodOf(closed.days, zoneOf(scope, context().directory)) };
  const { measures, asOf } = await metrics.scorecard(asked);
  if (waits && asOf !== undefined) return false;
  for (const scored of measures) {
    if (scored.state !== 'figure') continue;
    const figure = monthFigureOf(closed.month, scored);
    if (figure === undefined) continue;
    const now = context();
    const kept = { type: planType, records: plans };
    const act = { at: now.now, by: CASEKEEPER, cause: `figures of ${closed.month}` };
    const standing = own.find(({ state }) => state.measure === scored.key);
    if (standing !== undefined) {
      const review = always((plan: ActionPlan) => reviewPlan(plan, figure));
      if ((await changeRecord(kept, standing.id, act, review, now)).kind === 'changed') changed();
    } else if (asks && scored.reached === false && !(await isOpenNow(parts, scope, scored))) {
      const worst = await worstOf(parts, asked, scored);
      const subject = { measure: scored.key, scope, missed: { ...figure, worst } };
      if ((await insertRecord(kept, act, askForPlan(subject), now)).kind === 'changed') changed();
    }
  }
  return true;
}

/** Whether a plan was opened since the round began, which saves a number. */
async function isOpenNow({ plans }: PlanParts, scope: SharedScope, { key }: Scored): Promise<boolean> {
  const wanted = planKey({ measure: key, scope });
  return (await plans.openFor(scope)).some((plan) => planKey(plan) === wanted);
}

async function worstOf({ metrics, context }: PlanParts, asked: MetricsQuestion, { key }: Scored) {
  const { facts } = await metrics.drillDown({ ...asked, measure: key }, WORST);
  return casesMissed(facts, key, context().policies.at(asked.period.before - 1).goals);
}
