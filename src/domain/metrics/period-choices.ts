import { isoDateIn } from '../calendar/calendar-days';
import { daysOfMonth, monthAfter, monthOf, periodOf } from './days';
import { readPeriod } from './read-period';
import type { Period } from './summary';

/** A period that a card offers; `title` is how it is spoken of. */
interface PeriodChoice {
  readonly title: string;
  readonly period: Period;
}

const WORDS = [
  'This month',
  'Last month',
  'This quarter',
  'Last quarter',
  'This fiscal year',
  'Last fiscal year',
] as const;

/** The periods that leaders look at, as they are at `now` in a zone (IANA); the last 12 months are whole ones, all ended. */
export function periodChoices(now: number, zone: string): readonly PeriodChoice[] {
  const named = WORDS.flatMap((title): PeriodChoice[] => {
    const read = readPeriod(title, now, zone);
    return read.ok ? [{ title, period: read.value }] : [];
  });
  const running = monthOf(isoDateIn(zone, now));
  const year = {
    from: daysOfMonth(monthAfter(running, -12)).from,
    to: daysOfMonth(monthAfter(running, -1)).to,
  };
  return [...named, { title: 'Last 12 months', period: periodOf(year, zone) }];
}
