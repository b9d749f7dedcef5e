import { DateTime } from 'luxon';
import { isoDateIn } from './calendar-days';
import { startOfDay } from './day-boundaries';

/** Hours of a person's days in their own time zone. */
export interface LocalHours {
  /** IANA time zone. */
  readonly zone: string;
  /** Whole local hours, 0 to 23: open from the first until the second, over midnight where that is earlier. */
  readonly from: number;
  readonly to: number;
  /** Only on days from Monday to Friday; hours over midnight belong to the day on which they begin. */
  readonly weekdays: boolean;
}

/** The hour of the local day; where daylight saving time skips it, the first moment after, where it comes twice the first. */
function atHour(day: DateTime, hour: number, zone: string): number {
  // A midnight that comes twice (Havana, in autumn) is luxon's second.
  if (hour === 0) return startOfDay(isoDateIn(zone, day.toMillis()), zone);
  return day.startOf('day').set({ hour, minute: 0, second: 0, millisecond: 0 }).toMillis();
}
const isDayOf = (day: DateTime, weekdays: boolean): boolean => !weekdays || day.weekday <= 5;

/** The span of hours that begins on the local day. */
function spanOf(day: DateTime, { from, to, zone }: LocalHours): readonly [number, number] {
  const closing = to > from ? atHour(day, to, zone) : atHour(day.plus({ days: 1 }), to, zone);
  return [atHour(day, from, zone), closing];
}

/** The first moment from `now` on that lies within the hours: `now` itself, or when they open. Epoch milliseconds. */
export function openFrom(hours: LocalHours, now: number): number {
  const today = DateTime.fromMillis(now, { zone: hours.zone });
  // Yesterday's may reach over midnight; the longest pause is a weekend.
  for (let offset = -1; offset <= 4; offset++) {
    const day = today.plus({ days: offset });
    if (!isDayOf(day, hours.weekdays)) continue;
    const [opens, closes] = spanOf(day, hours);
    if (now < closes) return Math.max(now, opens);
  }
  throw new Error('a week with no business hours');
}

/** The first moment after `now` at which it is that local hour, once a day. Epoch milliseconds. */
export function nextHour(hour: number, zone: string, weekdays: boolean, now: number): number {
  const today = DateTime.fromMillis(now, { zone });
  for (let offset = 0; offset <= 4; offset++) {
    const day = today.plus({ days: offset });
    const at = atHour(day, hour, zone);
    if (at > now && isDayOf(day, weekdays)) return at;
  }
  throw new Error('a week without that hour');
}
