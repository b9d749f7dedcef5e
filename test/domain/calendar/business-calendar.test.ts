import fc from 'fast-check';
import { IANAZone } from 'luxon';
import { businessCalendar } from '../../../src/domain/calendar/business-calendar';
import { BUSINESS_DAY_MS as DAY } from '../../../src/domain/calendar/calendars';
import { isoDateIn } from '../../../src/domain/calendar/calendar-days';
import { federalHolidays } from '../../../src/domain/calendar/federal-holidays';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const ZONES = [
  'America/New_York',
  'Europe/London',
  'Pacific/Honolulu',
  'Asia/Kolkata',
  'America/Havana',
  'Australia/Lord_Howe',
  // Changes its clocks at the midnight between Thursday and Friday: days that count of 23 and 25 hours.
  'Africa/Cairo',
] as const;
const holidays = federalHolidays(2000, 2100);
const newYork = businessCalendar('America/New_York', holidays);
/** An instant by the clock on the wall in New York. */
const at = (local: string): number => {
  const asUtc = Date.parse(`${local}Z`);
  const offset = IANAZone.create('America/New_York').offset(asUtc + 5 * HOUR);
  return asUtc - offset * MINUTE;
};

describe('A business day', () => {
  it('is 24 hours and skips the weekend: Friday 19:00 + 1 = Monday 19:00 (BT-1)', () => {
    expect(newYork.add(at('2026-11-20T19:00'), DAY)).toBe(at('2026-11-23T19:00'));
    expect(newYork.elapsed(at('2026-11-20T19:00'), at('2026-11-23T19:00'))).toBe(DAY);
  });

  it('begins on Monday when the start falls on a Saturday: Saturday 10:00 + 1 = Tuesday 00:00 (BT-2)', () => {
    expect(newYork.add(at('2026-11-14T10:00'), DAY)).toBe(at('2026-11-17T00:00'));
  });

  it('ends at the later instant when it ends at midnight before a weekend: Saturday 10:00 + 5 = the second Monday 00:00 (BT-2)', () => {
    expect(newYork.add(at('2026-11-14T10:00'), 5 * DAY)).toBe(at('2026-11-23T00:00'));
    expect(newYork.elapsed(at('2026-11-14T10:00'), at('2026-11-21T12:00'))).toBe(5 * DAY);
  });

  it('skips a holiday in the week: Wednesday 12:00 + 1 before Thanksgiving = Friday 12:00 (BT-3)', () => {
    expect(newYork.add(at('2026-11-25T12:00'), DAY)).toBe(at('2026-11-27T12:00'));
    expect(newYork.isOpen(at('2026-11-26T12:00'))).toBe(false);
    expect(newYork.isOpen(at('2026-11-27T12:00'))).toBe(true);
  });

  it('follows the weekend of the time zone, not of UTC (BT-4)', () => {
    const sundayNightInNewYork = at('2026-11-15T23:30');
    const kolkata = businessCalendar('Asia/Kolkata', holidays);
    expect(newYork.isOpen(sundayNightInNewYork)).toBe(false);
    expect(kolkata.isOpen(sundayNightInNewYork)).toBe(true);
  });

  it('ignores a clock change on a Sunday: Friday 12:00 + 1 = Monday 12:00 (BT-4)', () => {
    expect(newYork.add(at('2026-03-06T12:00'), DAY)).toBe(at('2026-03-09T12:00'));
    expect(newYork.add(at('2026-10-30T12:00'), DAY)).toBe(at('2026-11-02T12:00'));
  });

  it('is 24 elapsed hours even when the time zone changes its clocks during the week (BT-4)', () => {
    // Apia left out Friday 30 December 2011: Thursday's end is Saturday's beginning.
    const apia = businessCalendar('Pacific/Apia', new Map());
    const thursdayNoon = Date.parse('2011-12-29T22:00:00Z');
    expect(apia.add(thursdayNoon, DAY)).toBe(Date.parse('2012-01-01T22:00:00Z'));
  });

  it('can be counted backward', () => {
    expect(newYork.add(at('2026-11-23T19:00'), -DAY)).toBe(at('2026-11-20T19:00'));
    expect(newYork.elapsed(at('2026-11-23T19:00'), at('2026-11-20T19:00'))).toBe(-DAY);
  });
});

describe('The list of skipped days', () => {
  it('names each weekend day and holiday between start and due', () => {
    expect(newYork.skipped(at('2026-11-20T19:00'), at('2026-11-27T19:00'))).toEqual([
      { date: '2026-11-21', why: 'Saturday' },
      { date: '2026-11-22', why: 'Sunday' },
      { date: '2026-11-26', why: 'Thanksgiving Day' },
    ]);
  });

  it('includes the day the count begins on, and leaves out a day that begins when the count ends', () => {
    expect(newYork.skipped(at('2026-11-14T10:00'), at('2026-11-17T00:00'))).toHaveLength(2);
    expect(newYork.skipped(at('2026-11-20T10:00'), at('2026-11-21T00:00'))).toEqual([]);
  });
});

describe('The years that a calendar covers', () => {
  it('are 2000 to 2100, and an instant outside them is refused, whether entered or calculated', () => {
    const calendar = businessCalendar('America/New_York', new Map([['2001-01-01', 'Only here']]));
    expect(calendar.add(Date.parse('2100-12-01T12:00:00Z'), DAY)).toBe(Date.parse('2100-12-02T12:00:00Z'));
    expect(() => calendar.add(Date.parse('2100-12-30T12:00:00Z'), 10 * DAY)).toThrow(/2000 to 2100/);
    expect(() => calendar.elapsed(Date.parse('1999-12-01T00:00:00Z'), 0)).toThrow(RangeError);
    expect(() => calendar.isOpen(Date.parse('2101-01-02T00:00:00Z'))).toThrow(RangeError);
    expect(() => calendar.add(NaN, DAY)).toThrow(RangeError);
    expect(() => calendar.add(Date.parse('2100-12-01T12:00:00Z'), NaN)).toThrow(RangeError);
  });

  it('give the same results in whatever order the table grew', () => {
    const zone = 'Europe/London';
    const late = businessCalendar(zone, new Map([['2030-01-01', 'A']]));
    late.add(Date.parse('2050-06-01T00:00:00Z'), DAY);
    const early = businessCalendar(zone, new Map([['2030-01-01', 'B']]));
    const monday = Date.parse('2026-11-16T09:00:00Z');
    expect(early.add(monday, 30 * DAY)).toBe(late.add(monday, 30 * DAY));
  });

  it('end at a closing midnight like any other day, even if the table has only just grown that far (BT-2)', () => {
    // A zone of its own, so that its table grows with these calls alone: at the end of each year of it, too.
    const calendar = businessCalendar('Pacific/Pago_Pago', new Map());
    const midnight = Date.parse('2000-01-05T11:00:00Z');
    const spans = Array.from({ length: 1500 }, (_, index) => (index + 1) * DAY);
    const whileGrowing = spans.map((span) => calendar.add(midnight, span));
    expect(whileGrowing).toEqual(spans.map((span) => calendar.add(midnight, span)));
  });

  it("can't be calculated for a time zone that doesn't exist", () => {
    expect(() => businessCalendar('Atlantis/Capital', new Map())).toThrow(/Atlantis\/Capital/);
  });
});

describe.each(ZONES)('Compared with a naive count of half hours in %s,', (zone) => {
  const calendar = businessCalendar(zone, holidays);
  const STEP = 30 * MINUTE;
  const offsets = IANAZone.create(zone);
  /** Whether a half hour counts, by its local date and nothing else. */
  const counts = (instant: number): boolean => {
    const local = new Date(instant + offsets.offset(instant) * MINUTE);
    const weekday = local.getUTCDay();
    return weekday !== 0 && weekday !== 6 && !holidays.has(local.toISOString().slice(0, 10));
  };
  const halfHours = fc
    .integer({ min: Date.UTC(2010, 0, 1) / STEP, max: Date.UTC(2035, 0, 1) / STEP })
    .map((steps) => steps * STEP);

  it('elapsed time equals the number of half hours that count (BT-1 to BT-4)', () => {
    fc.assert(
      fc.property(halfHours, fc.integer({ min: 0, max: 40 * 48 }), (from, steps) => {
        let expected = 0;
        for (let step = 0; step < steps; step += 1) if (counts(from + step * STEP)) expected += STEP;
        expect(calendar.elapsed(from, from + steps * STEP)).toBe(expected);
      }),
      { numRuns: 30 },
    );
  });

  it('the due instant is the last one before more than the allowed time has passed (BT-2)', () => {
    fc.assert(
      fc.property(halfHours, fc.integer({ min: 0, max: 10 * 48 }), (start, steps) => {
        let due = start;
        for (let left = steps; left > 0 || !counts(due); due += STEP) if (counts(due)) left -= 1;
        expect(calendar.add(start, steps * STEP)).toBe(due);
      }),
      { numRuns: 30 },
    );
  });
});

describe.each(ZONES)('For any instant and time span in %s,', (zone) => {
  const calendar = businessCalendar(zone, holidays);
  const instants = fc.integer({ min: Date.UTC(2004, 0, 1), max: Date.UTC(2040, 0, 1) });
  const spans = fc.integer({ min: 0, max: 60 * DAY });

  it('elapsed reverses add to the millisecond', () => {
    fc.assert(
      fc.property(instants, spans, (start, span) => {
        expect(calendar.elapsed(start, calendar.add(start, span))).toBe(span);
      }),
      { numRuns: 500 },
    );
  });

  it('"now is not after due" and "elapsed is not more than the time" always agree (BT-5)', () => {
    const nearby = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -5 * DAY, max: 5 * DAY }));
    fc.assert(
      fc.property(instants, spans, nearby, (start, span, distance) => {
        const due = calendar.add(start, span);
        const now = Math.max(start, due + distance);
        expect(now <= due).toBe(calendar.elapsed(start, now) <= span);
      }),
      { numRuns: 500 },
    );
  });

  it('skipped days and elapsed time together account for every calendar date in between', () => {
    fc.assert(
      fc.property(instants, spans, (start, span) => {
        const end = calendar.add(start, span);
        for (const { date } of calendar.skipped(start, end)) {
          expect(date >= isoDateIn(zone, start) && date <= isoDateIn(zone, end)).toBe(true);
        }
        const weekendsAndHolidays = calendar.skipped(start, end).length * DAY;
        // A whole day is cut out for each, but for what lies before the start.
        expect(end - start - span).toBeLessThanOrEqual(weekendsAndHolidays + HOUR);
      }),
      { numRuns: 100 },
    );
  });
});
