import { DateTime } from 'luxon';
import { startOfDay } from '../calendar/day-boundaries';
import type { Period } from './summary';

/** A local day of the group that owns what is counted, as ISO date: "2026-10-05". */
export type Day = string;
/** Days from one to another, both included. */
export interface Days {
  readonly from: Day;
  readonly to: Day;
}
/** What one rollup is of: a day ("2026-10-05") or a month ("2026-10"). */
export type Span = string;

/** The days of a period in the zone in which it was asked. */
export function daysOf({ from, before }: Period, zone: string): Days {
  const dayOf = (at: number): Day => DateTime.fromMillis(at, { zone }).toFormat('yyyy-MM-dd');
  return { from: dayOf(from), to: dayOf(before - 1) };
}

export const monthOf = (day: Day): Span => day.slice(0, 7);

const utc = (day: Day): DateTime => DateTime.fromISO(day, { zone: 'utc' });
const iso = (at: DateTime): Day => at.toFormat('yyyy-MM-dd');

/** So many days on, or back. */
export const dayAfter = (day: Day, days = 1): Day => iso(utc(day).plus({ days }));

const isFirst = (day: Day): boolean => day.endsWith('-01');
const isLast = (day: Day): boolean => isFirst(dayAfter(day));

/** So many months, where the days are whole months: a quarter is 3, a fiscal year 12. */
function wholeMonths({ from, to }: Days): number | undefined {
  if (!isFirst(from) || !isLast(to)) return undefined;
  return Math.round(utc(dayAfter(to)).diff(utc(from), 'months').months);
}

/**
 * Days in words, the shortest that say them: "October 2026", "October to December 2026", "2026", "FY27", "week of 5 October
 * 2026", "5 October 2026", else "1 October 2026 to 15 October 2026". The same days are always named the same, and read back
 * from their name.
 */
export function daysName({ from, to }: Days): string {
  const formatDate = (day: Day, format: string): string => utc(day).setLocale('en-US').toFormat(format);
  const day = formatDate(from, 'd LLLL yyyy');
  const months = wholeMonths({ from, to });
  const nth = utc(from).month;
  if (months === 1) return formatDate(from, 'LLLL yyyy');
  if (months === 12 && nth === 1) return formatDate(from, 'yyyy');
  if (months === 12 && nth === 10) return `FY${formatDate(to, 'yy')}`;
  if (months !== undefined) {
    const first = formatDate(from, from.slice(0, 4) === to.slice(0, 4) ? 'LLLL' : 'LLLL yyyy');
    return `${first} to ${formatDate(to, 'LLLL yyyy')}`;
  }
  if (from === to) return day;
  return utc(from).weekday === 1 && dayAfter(from, 6) === to
    ? `week of ${day}`
    : `${day} to ${formatDate(to, 'd LLLL yyyy')}`;
}

/** The period of these days in a zone: from where the first begins to where the one after the last does. Its name is that of the days. */
export const periodOf = (days: Days, zone: string): Period => ({
  from: startOfDay(days.from, zone),
  before: startOfDay(dayAfter(days.to), zone),
  name: daysName(days),
});

/** The days of a calendar month: "2026-10". */
export const daysOfMonth = (month: Span): Days => {
  const first = utc(`${month}-01`);
  return { from: iso(first), to: iso(first.endOf('month')) };
};

/** So many months on, or back: "2026-10". */
export const monthAfter = (month: Span, months = 1): Span =>
  monthOf(iso(utc(`${month}-01`).plus({ months })));

/** The period before, as long as this one: the month before a month, as many days before any other (rule ME-6). */
export function daysBefore(days: Days): Days {
  const to = dayAfter(days.from, -1);
  const months = wholeMonths(days);
  if (months !== undefined) return { from: iso(utc(days.from).minus({ months })), to };
  const length = Math.round(utc(days.to).diff(utc(days.from), 'days').days);
  return { from: dayAfter(to, -length), to };
}

/** So many periods one after the other, the last of them this one. */
export function seriesOf(days: Days, count: number): readonly Days[] {
  const series = [days];
  while (series.length < count) series.unshift(daysBefore(series[0] ?? days));
  return series;
}

/** The fewest rollups that make up these days: whole months, and single days at either end. */
export function spansOf({ from, to }: Days): readonly Span[] {
  const spans: Span[] = [];
  for (let day = from; day <= to;) {
    const last = iso(utc(day).endOf('month'));
    const whole = isFirst(day) && last <= to;
    spans.push(whole ? monthOf(day) : day);
    day = dayAfter(whole ? last : day);
  }
  return spans;
}
