import { DateTime } from 'luxon';
import { is, isNot, type Read } from './typed-text';

/** Reads a calendar date written as in 2026-11-30; a day that does not exist is refused. */
export function readDate(typed: string): Read<string> {
  if (/^\d{4}-\d{2}-\d{2}$/.test(typed) && DateTime.fromISO(typed, { zone: 'utc' }).isValid) return is(typed);
  return isNot(`"${typed.slice(0, 40)}" is not a date. Give year, month and day, as in 2026-11-30.`);
}

/** The calendar date of an instant (epoch milliseconds) in a zone (rule BT-6). */
export const dateIn = (zone: string, at: number): string =>
  DateTime.fromMillis(at, { zone }).toFormat('yyyy-MM-dd');

/** Calendar days from one ISO date to another; negative where the second is earlier (rule BT-6). */
export function daysBetween(from: string, to: string): number {
  const span = DateTime.fromISO(to, { zone: 'utc' }).diff(DateTime.fromISO(from, { zone: 'utc' }), 'days');
  return Math.round(span.days);
}

/** An instant (epoch milliseconds) as people of the zone say it: "2 Nov 2026, 09:01 EST". */
export const instantIn = (zone: string, at: number): string =>
  DateTime.fromMillis(at, { zone, locale: 'en-US' }).toFormat('d LLL yyyy, HH:mm ZZZZ');
