import { BUSINESS_DAY_MS, type BusinessCalendar } from './calendars';
import { FIRST_DAY, dayBoundaries, isoDateOfDay, type DayBoundaries } from './day-boundaries';

const WEEKEND: Readonly<Record<number, string>> = { 0: 'Sunday', 6: 'Saturday' };
const made = new Map<string, BusinessCalendar>();

/**
 * Business time in a zone (rules BT-1 to BT-5): a business day is 24 elapsed hours; Saturdays, Sundays and the given
 * holidays (ISO date → name) do not count. Made once for each zone and set of holidays; a look-up takes some tens of
 * nanoseconds. Its functions throw a RangeError outside the years 2000 to 2100.
 */
export function businessCalendar(zone: string, holidays: ReadonlyMap<string, string>): BusinessCalendar {
  const key = JSON.stringify([zone, ...[...holidays].sort()]);
  const calendar = made.get(key) ?? makeCalendar(key, dayBoundaries(zone), holidays);
  made.set(key, calendar);
  return calendar;
}

/** Why a day does not count; undefined for one that does. */
type Closure = (day: number) => string | undefined;

function makeCalendar(
  key: string,
  boundaries: DayBoundaries,
  holidays: ReadonlyMap<string, string>,
): BusinessCalendar {
  // 1970-01-01, day 0, was a Thursday.
  const closureOf: Closure = (day) => WEEKEND[(day + 4) % 7] ?? holidays.get(isoDateOfDay(day));
  const table = new OpenDays(boundaries, closureOf);
  return {
    zone: boundaries.zone,
    key,
    dateOf: (at) => isoDateOfDay(FIRST_DAY + table.dayIndex(at)),
    add: (start, ms) => table.instantOf(table.before(start) + ms),
    elapsed: (from, to) => table.before(to) - table.before(from),
    isOpen: (at) => closureOf(FIRST_DAY + table.dayIndex(at)) === undefined,
    skipped: (from, to) => {
      const days: { date: string; why: string }[] = [];
      const last = table.dayIndex(to);
      for (let index = table.dayIndex(from); index <= last; index += 1) {
        const day = FIRST_DAY + index;
        const why = closureOf(day);
        const overlaps = (boundaries.starts[index] ?? to) < to;
        if (why !== undefined && overlaps) days.push({ date: isoDateOfDay(day), why });
      }
      return days;
    },
  };
}

/**
 * The days that count, in order, each with its first instant and with the business milliseconds before it. Grows with
 * the boundaries of its zone, so that a look-up past its end extends it.
 */
class OpenDays {
  /** For each day: how many open days end at or before its end, so that `- 1` is the latest one begun. */
  private readonly begun: number[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly sums: number[] = [];
  private total = 0;

  constructor(
    private readonly boundaries: DayBoundaries,
    private readonly closureOf: Closure,
  ) {}

  /** Index of the day in which an instant lies. */
  dayIndex(at: number): number {
    const { starts } = this.boundaries;
    const first = starts[0] ?? 0;
    // The table's end is open: the last boundary belongs to the day after it.
    if (!(at >= first) || at >= (starts[this.begun.length] ?? first)) this.grow(at);
    let index = Math.floor((at - first) / BUSINESS_DAY_MS);
    // A clock change moves a boundary by hours, so the guess is off by a day or two at most.
    while ((starts[index] ?? Infinity) > at) index -= 1;
    while ((starts[index + 1] ?? Infinity) <= at) index += 1;
    return index;
  }

  /** Business milliseconds from the beginning of the table to an instant. */
  before(at: number): number {
    const index = (this.begun[this.dayIndex(at)] ?? 0) - 1;
    if (index < 0) return 0;
    const until = Math.min(at, this.ends[index] ?? at);
    return (this.sums[index] ?? 0) + until - (this.starts[index] ?? 0);
  }

  /** The latest instant before which `sum` business milliseconds lie: at a closing midnight the later one (rule BT-2). */
  instantOf(sum: number): number {
    if (!(sum >= 0)) this.grow(NaN);
    // One open day must begin after the sum, or the latest instant is not known.
    while (this.total <= sum) this.grow(this.boundaries.starts[this.begun.length] ?? 0);
    let index = Math.min(Math.floor(sum / BUSINESS_DAY_MS), this.sums.length - 1);
    while ((this.sums[index] ?? 0) > sum) index -= 1;
    while ((this.sums[index + 1] ?? Infinity) <= sum) index += 1;
    return (this.starts[index] ?? 0) + sum - (this.sums[index] ?? 0);
  }

  private grow(at: number): void {
    this.boundaries.reach(at);
    const { starts } = this.boundaries;
    for (let index = this.begun.length; index + 1 < starts.length; index += 1) {
      const start = starts[index] ?? 0;
      const end = starts[index + 1] ?? start;
      if (this.closureOf(FIRST_DAY + index) === undefined) {
        this.starts.push(start);
        this.ends.push(end);
        this.sums.push(this.total);
        this.total += end - start;
      }
      this.begun.push(this.starts.length);
    }
  }
}
