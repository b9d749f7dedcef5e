import type { Directory } from '../directory/directory';
import { remindAt } from './by-when';
import { planNotices } from './decide-plan';
import { CASEKEEPER, isOpen, latestFigure, plannedIn } from './plan';
import type { ActionPlan, MonthFigure, PlanChange, PlanEntry } from './plan';

/** Whether a month's figure reaches its goal; compared as whole numbers. */
export const reachesGoal = ({ count, met, goalPercent }: MonthFigure): boolean =>
  met * 100 >= goalPercent * count;

/**
 * What a later month's figure does to an open plan (rule ME-8): reached, it is met and its owners are told; missed
 * again, the plan keeps the figure. Undefined where it is closed, or knows the whole of that month or of a later one.
 */
export function reviewPlan(
  plan: ActionPlan,
  figure: MonthFigure,
  at: number,
  directory: Directory,
): PlanChange | undefined {
  const { month, soFar } = latestFigure(plan);
  const isNews = figure.month > month || (figure.month === month && soFar === true);
  if (!isOpen(plan) || !isNews) return undefined;
  const act = { at, by: CASEKEEPER, cause: `figures of ${figure.month}` };
  if (!reachesGoal(figure))
    return { plan: withEntry(plan, { kind: 'missed-again', figure, ...act }), notices: [] };
  const met = withEntry(plan, { kind: 'met', figure, ...act });
  return { plan: met, notices: planNotices(met, 'met', at, directory) };
}

/** The owners are told, once a revision, that the date has passed and the goal is not met; undefined before that. */
export function remindOfPlan(plan: ActionPlan, now: number, directory: Directory): PlanChange | undefined {
  const due = remindAt(plan);
  const planned = plannedIn(plan);
  if (planned === undefined || due === undefined || due > now) return undefined;
  const { byWhen } = planned;
  const cause = `by ${byWhen}`;
  const told = withEntry(plan, { kind: 'overdue', byWhen, at: now, by: CASEKEEPER, cause });
  return { plan: told, notices: planNotices(told, 'overdue', now, directory) };
}

const withEntry = (plan: ActionPlan, entry: PlanEntry): ActionPlan => ({
  ...plan,
  entries: [...plan.entries, entry],
});
