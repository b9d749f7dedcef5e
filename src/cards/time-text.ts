import { DateTime } from 'luxon';
import type { BusinessCalendar } from '../domain/clocks/calendars';
import { BUSINESS_DAY_MS } from '../domain/clocks/calendars';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** American English, because only it has the short zone names of the sites ("EST", not "GMT-5"). */
const inZone = (at: number, zone: string): DateTime => DateTime.fromMillis(at, { zone, locale: 'en-US' });

const dayOf = (day: DateTime, now: number): string =>
  day.toFormat(day.year === inZone(now, day.zoneName ?? 'utc').year ? 'ccc d LLL' : 'ccc d LLL yyyy');

/** An instant in a zone: "Tue 24 Nov, 19:00 EST"; with the year where it is not this one. */
export function instantText(at: number, zone: string, now: number): string {
  const local = inZone(at, zone);
  return `${dayOf(local, now)}, ${local.toFormat('HH:mm ZZZZ')}`;
}

/**
 * A due time in words. One at a closing midnight is called the end of the last day that counted (rule BT-2):
 * "end of Fri 20 Nov, 24:00 EST", though the instant itself is Monday 00:00.
 */
export function dueText(at: number, calendar: BusinessCalendar, now: number): string {
  const local = inZone(at, calendar.zone);
  if (local.toMillis() !== local.startOf('day').toMillis()) return instantText(at, calendar.zone, now);
  let last = local.minus({ days: 1 });
  for (let tries = 0; tries < 31 && !calendar.isOpen(last.toMillis()); tries++)
    last = last.minus({ days: 1 });
  return `end of ${dayOf(last, now)}, 24:00 ${last.toFormat('ZZZZ')}`;
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** A span in words, two units at most: "1 day 4 h", "3 h 20 min", "12 min", "less than a minute". */
export function spanText(ms: number): string {
  if (ms < MINUTE_MS) return 'less than a minute';
  const days = Math.floor(ms / BUSINESS_DAY_MS);
  const hours = Math.floor((ms % BUSINESS_DAY_MS) / HOUR_MS);
  const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
  const dayPart = days > 0 ? counted(days, 'day', 'days') : '';
  const hourPart = hours > 0 ? `${hours} h` : '';
  const minutePart = days === 0 && minutes > 0 ? `${minutes} min` : '';
  return [dayPart, hourPart, minutePart].filter((part) => part !== '').join(' ');
}

/** An ISO date in words: "Fri 4 Dec 2026"; what is no date stays as it is. */
export function dateText(iso: string): string {
  const date = DateTime.fromISO(iso, { zone: 'utc', locale: 'en-US' });
  return date.isValid ? date.toFormat('ccc d LLL yyyy') : iso;
}
