import { DateTime } from 'luxon';
import { isIsoDate } from '../../calendar/calendar-days';

/** An instant (epoch milliseconds) as people of the zone say it: "2 Nov 2026, 09:01 EST". */
export const instantIn = (zone: string, at: number): string =>
  DateTime.fromMillis(at, { zone, locale: 'en-US' }).toFormat('d LLL yyyy, HH:mm ZZZZ');

/** An ISO date in words: "Fri 4 Dec 2026"; what is no date stays as it is. */
export function dateText(iso: string): string {
  const date = DateTime.fromISO(iso, { zone: 'utc', locale: 'en-US' });
  return date.isValid ? date.toFormat('ccc d LLL yyyy') : iso;
}

/** How people write a date beside ISO: as cards say it, month first, and with slashes as in the United States. */
const WRITTEN = [
  ...['d LLL yyyy', 'd LLLL yyyy', 'ccc d LLL yyyy', 'LLL d, yyyy', 'LLLL d, yyyy', 'ccc, LLL d, yyyy'],
  'M/d/yyyy',
];

/** The ISO date that a text says: "2027-01-20", "20 January 2027", "1/20/2027"; undefined where it says none. */
export function readIsoDate(text: string): string | undefined {
  const typed = text.trim();
  if (isIsoDate(typed)) return typed;
  for (const form of WRITTEN) {
    const date = DateTime.fromFormat(typed, form, { zone: 'utc', locale: 'en-US' });
    if (date.isValid) return date.toISODate();
  }
  return undefined;
}
