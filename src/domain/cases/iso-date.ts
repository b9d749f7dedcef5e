import { DateTime } from 'luxon';
import { isIsoDate } from '../clocks/calendar-days';
import { is, isNot, type Read } from './typed-text';

/** Reads a calendar date written as in 2026-11-30; a day that does not exist is refused. */
export function readDate(typed: string): Read<string> {
  if (isIsoDate(typed)) return is(typed);
  return isNot(`"${typed.slice(0, 40)}" is not a date. Give year, month and day, as in 2026-11-30.`);
}

/** An instant (epoch milliseconds) as people of the zone say it: "2 Nov 2026, 09:01 EST". */
export const instantIn = (zone: string, at: number): string =>
  DateTime.fromMillis(at, { zone, locale: 'en-US' }).toFormat('d LLL yyyy, HH:mm ZZZZ');
