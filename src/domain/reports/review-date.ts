import { BUSINESS_DAY_MS, type BusinessCalendar } from '../calendar/calendars';
import { startOfDay } from '../calendar/day-boundaries';
import { dayAfter } from '../metrics/days';

/** Further back than this no closures reach; a table that has more is not one of a working agency. */
const MAX_DAYS_BACK = 400;

/** The midnight at which a date (ISO) begins in a calendar's zone, epoch milliseconds. */
export const midnightOf = (date: string, { zone }: BusinessCalendar): number => startOfDay(date, zone);

/**
 * When the figures of a review must be ready (rule ME-9): the latest instant from which so many business days pass until
 * the day of the review begins. It is a midnight: that of the last of these days, counted back (rules BT-1, BT-2).
 */
export function readyBy(date: string, days: number, calendar: BusinessCalendar): number {
  const review = midnightOf(date, calendar);
  for (let back = 0; back <= MAX_DAYS_BACK; back += 1) {
    const day = midnightOf(dayAfter(date, -back), calendar);
    if (calendar.elapsed(day, review) >= days * BUSINESS_DAY_MS) return day;
  }
  throw new RangeError(`There are no ${days} business days before ${date}`);
}
