import { DateTime } from 'luxon';
import { DateTime as LibraryDateTime } from 'luxon-business-days';
import { businessCalendar } from '../src/domain/calendar/business-calendar';
import { BUSINESS_DAY_MS } from '../src/domain/calendar/calendars';
import { federalHolidays } from '../src/domain/calendar/federal-holidays';
import { dayLoop } from './day-loop';
import { median, type Row } from './statistics';

const ZONE = 'America/New_York';
const DAYS = [1, 2, 3, 8, 16, 25] as const;
const GOAL = 100;

const holidays = federalHolidays(2000, 2100);
const calendar = businessCalendar(ZONE, holidays);
const loop = dayLoop(ZONE, holidays);
LibraryDateTime.fromMillis(0, { zone: ZONE }).setupBusiness({
  holidayMatchers: [(day) => holidays.has(day.toISODate() ?? '')],
});
const libraryAdd = (start: number, ms: number): number =>
  LibraryDateTime.fromMillis(start, { zone: ZONE })
    .plusBusiness({ days: ms / BUSINESS_DAY_MS })
    .toMillis();

/** What is reckoned: from an instant, so many business milliseconds, to where that leads. */
interface Sample {
  readonly start: number;
  readonly ms: number;
  readonly due: number;
}

/** Starts at any minute of three years, the same in each run, with the timeframes of the policy. */
const samples: readonly Sample[] = Array.from({ length: 600 }, (_, index) => {
  const minute = (index * 2_654_435_761) % (3 * 365 * 24 * 60);
  const start = Date.UTC(2025, 0, 1) + minute * 60_000;
  const ms = (DAYS[index % DAYS.length] ?? 1) * BUSINESS_DAY_MS;
  return { start, ms, due: calendar.add(start, ms) };
});

/**
 * Business time against luxon-business-days and a luxon day loop: nanoseconds a call, the ratios, and in how many
 * samples each is right. Prints where the library is wrong.
 */
export function benchBusinessTime(): readonly Row[] {
  const add = nanoseconds(2_000, ({ start, ms }) => calendar.add(start, ms));
  const elapsed = nanoseconds(2_000, ({ start, due }) => calendar.elapsed(start, due));
  const rows = [
    row(
      'add, against luxon-business-days',
      add,
      nanoseconds(1, ({ start, ms }) => libraryAdd(start, ms)),
    ),
    row(
      'add, against a luxon day loop',
      add,
      nanoseconds(1, ({ start, ms }) => loop.add(start, ms)),
    ),
    row(
      'elapsed, against a luxon day loop',
      elapsed,
      nanoseconds(1, ({ start, due }) => loop.elapsed(start, due)),
    ),
  ];
  printRightness();
  return rows;
}

/** Nanoseconds of one call: the median of five runs, each of so many rounds over the samples, after one to warm up. */
function nanoseconds(rounds: number, call: (sample: Sample) => number): number {
  let sum = 0;
  const run = (): number => {
    const began = process.hrtime.bigint();
    for (let round = 0; round < rounds; round += 1) for (const sample of samples) sum += call(sample);
    return Number(process.hrtime.bigint() - began) / (rounds * samples.length);
  };
  run();
  const result = median([run(), run(), run(), run(), run()]);
  // The sum is looked at, so that no call can be left out.
  if (Number.isNaN(sum)) throw new Error('A sample came to no number');
  return result;
}

function row(what: string, ours: number, theirs: number): Row {
  const ratio = theirs / ours;
  return {
    what,
    figure: `${ours.toFixed(0)} ns`,
    against: `${theirs.toFixed(0)} ns`,
    ratio,
    goal: `at least ${GOAL} times faster`,
    reached: ratio >= GOAL,
  };
}

function printRightness(): void {
  const inZone = (at: number): string => DateTime.fromMillis(at, { zone: ZONE }).toFormat('ccc d LLL HH:mm');
  const cases: readonly (readonly [string, string])[] = [
    ['Friday 19:00 + 1', '2026-11-20T19:00'],
    ['Saturday 10:00 + 1', '2026-11-14T10:00'],
    ['Thanksgiving 10:00 + 1', '2026-11-26T10:00'],
  ];
  console.log('\nBusiness time: what each says');
  console.table(
    cases.map(([what, local]) => {
      const start = DateTime.fromISO(local, { zone: ZONE }).toMillis();
      const ours = calendar.add(start, BUSINESS_DAY_MS);
      const theirs = libraryAdd(start, BUSINESS_DAY_MS);
      return { what, casekeeper: inZone(ours), 'luxon-business-days': inZone(theirs), same: ours === theirs };
    }),
  );
  const share = (right: (sample: Sample) => boolean): string =>
    `${samples.filter(right).length} of ${samples.length}`;
  console.table({
    'luxon day loop, add': share(({ start, ms, due }) => loop.add(start, ms) === due),
    'luxon day loop, elapsed': share(({ start, ms, due }) => loop.elapsed(start, due) === ms),
    'luxon-business-days, add': share(({ start, ms, due }) => libraryAdd(start, ms) === due),
  });
}
