import { isoDateIn } from '../calendar/calendar-days';
import type { BusinessCalendar, Calendars } from '../calendar/calendars';
import { daysOfMonth, monthAfter, monthOf, periodOf, type Days, type Span } from './days';
import type { Period } from './summary';

/** A month that has ended and whose figures are ready. */
export interface ClosedMonth {
  /** "2026-10" */
  readonly month: Span;
  readonly days: Days;
  /** The same month as metrics are asked for it, in the calendar's zone. */
  readonly period: Period;
  /** Epoch milliseconds: the first business day after the month begins. */
  readonly readyAt: number;
}

/**
 * The latest month whose figures are ready: it has ended, and the first business day of the next one has begun, by the
 * calendar and in its zone (rules ME-7, ME-8, BT-4). A pure function of `now`, so that after an outage over that day
 * the month is the same. Throws a RangeError outside the years of the calendar.
 */
export function closedMonth(now: number, calendar: BusinessCalendar): ClosedMonth {
  const running = monthOf(isoDateIn(calendar.zone, now));
  const last = ended(monthAfter(running, -1), calendar);
  return last.readyAt <= now ? last : ended(monthAfter(running, -2), calendar);
}

function ended(month: Span, calendar: BusinessCalendar): ClosedMonth {
  const days = daysOfMonth(month);
  const period = periodOf(days, calendar.zone);
  // No business time passes until the first day that counts begins (rule BT-2).
  return { month, days, period, readyAt: calendar.add(period.before, 0) };
}

/** The site's own calendar: the default zone, federal holidays and the site's closures, none of a group's (rule BT-3). */
export const siteCalendar = (calendars: Calendars): BusinessCalendar => calendars.ofGroup('');
