import { IANAZone } from 'luxon';
import { isIsoDate } from './calendar-days';

/** The years that a calendar covers; an instant outside is refused. */
export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2100;

const DAY_MS = 86_400_000;
/** Day numbers count from 1970-01-01; a day number × 24 hours is its midnight in UTC. */
const dayNumber = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / DAY_MS;
export const FIRST_DAY = dayNumber(FIRST_YEAR, 1, 1);
const END_DAY = dayNumber(LAST_YEAR + 1, 1, 1);

/** The ISO date of a day number. */
export const isoDateOfDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** Where the days of a zone begin: `starts[i]` is the first instant whose local date is day `FIRST_DAY + i` or later. */
export interface DayBoundaries {
  readonly zone: string;
  readonly starts: readonly number[];
  /** Makes the table reach past an instant, a year at a time. Throws a RangeError outside the covered years. */
  reach(instant: number): void;
}

const known = new Map<string, DayBoundaries>();

/** The boundaries of a zone; made once for each zone and shared by its calendars. Throws a RangeError for an unknown zone. */
export function dayBoundaries(zone: string): DayBoundaries {
  const made = known.get(zone) ?? makeBoundaries(zone);
  known.set(zone, made);
  return made;
}

/**
 * The first instant of an ISO date in a zone, epoch milliseconds (rule BT-4). Every day of a local calendar is begun here:
 * where a midnight comes twice, luxon begins the day with the second. Throws a RangeError for an unknown zone or no date.
 */
export function startOfDay(date: string, zone: string): number {
  if (!isIsoDate(date)) throw new RangeError(`"${date}" isn't a valid date`);
  return firstInstantOf(Date.parse(date) / DAY_MS, offsetsOf(zone));
}

/** What a zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetsOf(zone: string): (instant: number) => number {
  const iana = IANAZone.create(zone);
  if (!iana.isValid) throw new RangeError(`"${zone}" is not an IANA time zone`);
  return (instant) => Math.round(iana.offset(instant) * 60_000);
}

function makeBoundaries(zone: string): DayBoundaries {
  const offsetAt = offsetsOf(zone);
  const starts = [firstInstantOf(FIRST_DAY, offsetAt)];
  const last = (): number => starts[starts.length - 1] ?? 0;
  const addYear = (): void => {
    const from = FIRST_DAY + starts.length;
    let before = offsetAt((from - 1) * DAY_MS);
    let at = offsetAt(from * DAY_MS);
    for (let day = from; day < from + 366 && day <= END_DAY; day += 1) {
      const after = offsetAt((day + 1) * DAY_MS);
      // The local midnight lies within a day of the UTC one: with one offset around it, it is plain arithmetic.
      const steady = before === at && at === after;
      starts.push(steady ? day * DAY_MS - at : firstInstantOf(day, offsetAt));
      before = at;
      at = after;
    }
  };
  return {
    zone,
    starts,
    reach: (instant) => {
      if (!(instant >= (starts[0] ?? 0))) throw outside(instant);
      while (instant >= last()) {
        if (FIRST_DAY + starts.length > END_DAY) throw outside(instant);
        addYear();
      }
    },
  };
}

/**
 * The first instant whose local date is `day` or later. Said so because a local midnight may come twice (Havana, in
 * autumn), not at all (Havana, in spring), or with its whole day not at all (Apia, 2011-12-30).
 */
function firstInstantOf(day: number, offsetAt: (instant: number) => number): number {
  const midnight = day * DAY_MS;
  let low = midnight - DAY_MS;
  let high = midnight + DAY_MS;
  const before = offsetAt(low);
  const after = offsetAt(high);
  if (before === after) return midnight - before;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  return midnight - before < high ? midnight - before : Math.max(high, midnight - after);
}

const outside = (instant: number): RangeError =>
  new RangeError(`Business time is known from ${FIRST_YEAR} to ${LAST_YEAR}, not at ${instant}`);
