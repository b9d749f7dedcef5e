import { isoDateIn } from '../calendar/calendar-days';
import { startOfDay } from '../calendar/day-boundaries';
import { DEFAULT_ZONE } from '../calendar/site-calendars';
import { comingDates, type DateRange } from '../kernel/text/date-range';
import { dayAfter } from '../metrics/days';
import { isOpen, plannedIn, type ActionPlan } from './plan';

/** Today as plans count days: in the default zone, whosever the measure is. */
export const todayOf = (now: number): string => isoDateIn(DEFAULT_ZONE, now);

/** By when a plan can be done: from today to three years ahead. */
export const planDates = (now: number): DateRange => comingDates(todayOf(now), 3);

/** Whether the date of an open plan has passed: the date itself still counts (rule BT-6). */
export function isOverdue(plan: ActionPlan, now: number): boolean {
  const planned = plannedIn(plan);
  return isOpen(plan) && planned !== undefined && planned.byWhen < todayOf(now);
}

/**
 * When the owner is to be told that the date has passed (epoch milliseconds): the midnight after it. Undefined for one
 * that is closed, has no date, or was told of since it was last written.
 */
export function remindAt(plan: ActionPlan): number | undefined {
  const last = plan.entries.findLast(({ kind }) => kind === 'planned' || kind === 'overdue');
  if (!isOpen(plan) || last?.kind !== 'planned') return undefined;
  return startOfDay(dayAfter(last.byWhen), DEFAULT_ZONE);
}
