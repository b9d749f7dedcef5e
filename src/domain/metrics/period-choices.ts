import { DateTime } from 'luxon';
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
  const before = DateTime.fromMillis(now, { zone }).startOf('month');
  const from = before.minus({ months: 12 });
  const said = (day: DateTime): string => day.setLocale('en-US').toFormat('LLLL yyyy');
  const name = `${said(from)} to ${said(before.minus({ months: 1 }))}`;
  const year = { from: from.toMillis(), before: before.toMillis(), name };
  return [...named, { title: 'Last 12 months', period: year }];
}
