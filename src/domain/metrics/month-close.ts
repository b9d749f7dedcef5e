import { DateTime } from 'luxon';
import type { BusinessCalendar, Calendars } from '../clocks/calendars';
import { daysName, daysOf, monthOf } from './days';
import type { Days, Span } from './days';
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
  const running = DateTime.fromMillis(now, { zone: calendar.zone }).startOf('month');
  const last = endedAt(running, calendar);
  return last.readyAt <= now ? last : endedAt(running.minus({ months: 1 }), calendar);
}

/** The month that ended at the midnight with which `next` begins. */
function endedAt(next: DateTime, calendar: BusinessCalendar): ClosedMonth {
  const before = next.toMillis();
  const from = next.minus({ months: 1 }).toMillis();
  const days = daysOf({ from, before, name: '' }, calendar.zone);
  return {
    month: monthOf(days.from),
    days,
    period: { from, before, name: daysName(days) },
    // No business time passes until the first day that counts begins (rule BT-2).
    readyAt: calendar.add(before, 0),
  };
}

/** The site's own calendar: the default zone, federal holidays and the site's closures, none of a group's (rule BT-3). */
export const siteCalendar = (calendars: Calendars): BusinessCalendar => calendars.ofGroup('');
