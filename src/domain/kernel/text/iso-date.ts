import { DateTime } from 'luxon';

/** An instant (epoch milliseconds) as people of the zone say it: "2 Nov 2026, 09:01 EST". */
export const instantIn = (zone: string, at: number): string =>
  DateTime.fromMillis(at, { zone, locale: 'en-US' }).toFormat('d LLL yyyy, HH:mm ZZZZ');
