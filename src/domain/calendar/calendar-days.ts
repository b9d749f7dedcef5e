import { DateTime } from 'luxon';

/** The ISO date (yyyy-mm-dd) of an instant in a zone. */
export function isoDateIn(zone: string, instant: number): string {
  const date = DateTime.fromMillis(instant, { zone }).toISODate();
  if (date === null) throw new RangeError(`No date for ${instant} in "${zone}"`);
  return date;
}

/** Whether a text is an ISO date (yyyy-mm-dd) of a day that exists. */
export const isIsoDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, { zone: 'utc' }).isValid;

/**
 * How many calendar dates lie between two ISO dates (rule BT-6): 0 on the same date, negative where the second is
 * earlier. A limit of n days is kept while this is at most n: the last day counts. Throws a RangeError for a date that
 * is none.
 */
export const calendarDaysBetween = (from: string, to: string): number =>
  (midnight(to) - midnight(from)) / 86_400_000;

/** Calendar dates are counted in UTC, where every day has 24 hours. */
function midnight(isoDate: string): number {
  if (!isIsoDate(isoDate)) throw new RangeError(`"${isoDate}" isn't a valid date`);
  return Date.parse(`${isoDate}T00:00:00Z`);
}
