import type { BusinessCalendar } from '../../../../src/domain/calendar/calendars';
import { monthOf } from '../../../../src/domain/metrics/days';
import type { Span } from '../../../../src/domain/metrics/days';

const MONTHS_AGO = 5;

/** The month in which the agency misses its goals: five before the one in which the two years end, "2026-06". */
export function badMonthOf(until: number, calendar: BusinessCalendar): Span {
  const [year = 0, month = 1] = monthOf(calendar.dateOf(until)).split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - MONTHS_AGO, 1)).toISOString().slice(0, 7);
}
