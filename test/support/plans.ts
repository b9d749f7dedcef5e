import type { SharedScope } from '../../src/domain/metrics/summary';
import { askForPlan, revisePlan } from '../../src/domain/plans/decide-plan';
import type { PlanSubject } from '../../src/domain/plans/decide-plan';
import { changeOf } from '../../src/domain/kernel/change-of';
import { CASEKEEPER } from '../../src/domain/kernel/entry';
import type { RecordChange } from '../../src/domain/kernel/record-type';
import { revisionOf } from '../../src/domain/plans/plan';
import type { ActionPlan, MissedGoal, MonthFigure, PlanEvent } from '../../src/domain/plans/plan';
import { planType } from '../../src/domain/plans/plan-type';
import type { Result } from '../../src/domain/kernel/refusal';
import { aDirectory, aWorld, person, START } from './site';

export const AVIATION: SharedScope = { kind: 'msc', key: 'aviation', name: 'Aviation' };
export const ENTERPRISE_SCOPE: SharedScope = { kind: 'enterprise', name: 'Enterprise' };

/** 70 of 100 in a month, where 85% are asked for; `change` replaces any of it. */
export const aFigure = (month: string, change: Partial<MonthFigure> = {}): MonthFigure => ({
  month,
  count: 100,
  met: 70,
  goal: '85% in 16 business days or less',
  goalPercent: 85,
  ...change,
});

/** Aviation's Case Resolution Time of October 2026, missed; `change` replaces any of it. */
export const aSubject = (change: Partial<PlanSubject> = {}): PlanSubject => ({
  measure: 'level-2-and-3-crt',
  scope: AVIATION,
  missed: { ...aFigure('2026-10'), worst: ['CS0000003'] } satisfies MissedGoal,
  ...change,
});

export const WRITTEN = { what: 'Two more agents.', who: 'Kim Lee', byWhen: '2026-11-20' } as const;

/** The value; the test fails with the refusal where there is none. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

const act = { at: START, by: CASEKEEPER, cause: 'figures of 2026-10' };

/** A plan that Casekeeper asked for at START, as it is to be saved. */
export const asked = (change: Partial<PlanSubject> = {}, id = 'AP0000001'): RecordChange<ActionPlan> =>
  changeOf(planType, id, undefined, askForPlan(aSubject(change)), act, aWorld(START));

/** A plan after the events, as it is to be saved. */
export const changedBy = (
  plan: ActionPlan,
  events: readonly PlanEvent[],
  at: number,
  by: string = CASEKEEPER,
  cause = `cause ${at}`,
): RecordChange<ActionPlan> => changeOf(planType, plan.id, plan, events, { at, by, cause }, aWorld(at));

/** The plan written (anew) by the analyst a minute after it changed last. */
export function written(plan: ActionPlan = asked().state, typed: object = {}, cause = 'c1'): ActionPlan {
  const at = (plan.entries.at(-1)?.at ?? START) + 60_000;
  const by = person('analyst');
  const events = valueOf(revisePlan(plan, revisionOf(plan), { ...WRITTEN, ...typed }, by, at, aDirectory()));
  return changedBy(plan, events, at, by.id, cause).state;
}
