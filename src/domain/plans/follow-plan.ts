import { remindAt } from './by-when';
import { isOpen, latestFigure, plannedIn, type ActionPlan, type MonthFigure, type PlanEvent } from './plan';

/** Whether a month's figure reaches its goal; compared as whole numbers. */
export const reachesGoal = ({ count, met, goalPercent }: MonthFigure): boolean =>
  met * 100 >= goalPercent * count;

/**
 * What a later month's figure does to an open plan (rule ME-8): reached, it is met; missed again, the plan keeps the
 * figure. Nothing where it is closed, or knows the whole of that month or of a later one.
 */
export function reviewPlan(plan: ActionPlan, figure: MonthFigure): readonly PlanEvent[] {
  const { month, soFar } = latestFigure(plan);
  const isNews = figure.month > month || (figure.month === month && soFar === true);
  if (!isOpen(plan) || !isNews) return [];
  return reachesGoal(figure) ? [{ kind: 'met', figure }] : [{ kind: 'missed-again', figure }];
}

/** Once a revision, that the date has passed and the goal is not met (rule ME-8); nothing before that. */
export function remindOfPlan(plan: ActionPlan, now: number): readonly PlanEvent[] {
  const due = remindAt(plan);
  const planned = plannedIn(plan);
  if (planned === undefined || due === undefined || due > now) return [];
  return [{ kind: 'overdue', byWhen: planned.byWhen }];
}
