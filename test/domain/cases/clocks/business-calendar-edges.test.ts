import { businessCalendar } from '../../../../src/domain/calendar/business-calendar';

// A calendar is made once for its zone and holidays; most tests have a zone of their own, so that it is made there.
const ZONE = 'America/New_York';
const DAY = 86_400_000;
const at = (iso: string): number => Date.parse(`${iso}-05:00`);
const two: readonly (readonly [string, string])[] = [
  ['2026-11-11', 'Veterans Day'],
  ['2026-11-26', 'Thanksgiving Day'],
];

describe('A business calendar', () => {
  it('is the same for the same holidays in any order (BT-3)', () => {
    const calendar = businessCalendar(ZONE, new Map(two));
    expect(businessCalendar(ZONE, new Map([...two].reverse()))).toBe(calendar);
    expect(businessCalendar(ZONE, new Map(two.slice(0, 1)))).not.toBe(calendar);
    expect(businessCalendar('Pacific/Honolulu', new Map(two))).not.toBe(calendar);
  });

  it("gives an instant's date in its time zone, from the first moment of the day to the last (BT-4)", () => {
    const calendar = businessCalendar('America/Detroit', new Map(two));
    expect(calendar.dateOf(at('2026-11-11T00:00:00'))).toBe('2026-11-11');
    expect(calendar.dateOf(at('2026-11-11T23:59:59.999'))).toBe('2026-11-11');
    expect(calendar.dateOf(at('2026-11-12T00:00:00') - 1)).toBe('2026-11-11');
  });

  it("names the days in between that don't count, including the last one once it has begun (BT-2, BT-3)", () => {
    const calendar = businessCalendar(ZONE, new Map(two));
    const wednesday = at('2026-11-25T10:00:00');
    const holiday = { date: '2026-11-26', why: 'Thanksgiving Day' };
    expect(calendar.skipped(wednesday, at('2026-11-26T00:00:00'))).toEqual([]);
    expect(calendar.skipped(wednesday, at('2026-11-26T00:00:00') + 1)).toEqual([holiday]);
    expect(calendar.skipped(at('2026-11-26T10:00:00'), at('2026-11-27T10:00:00'))).toEqual([holiday]);
  });

  it('counts nothing before its first business day: 1 January 2000 was a Saturday (BT-2)', () => {
    const calendar = businessCalendar('America/Toronto', new Map(two));
    const saturday = at('2000-01-01T10:00:00');
    expect(calendar.elapsed(saturday, saturday + DAY)).toBe(0);
    expect(calendar.elapsed(saturday, at('2000-01-03T00:00:00'))).toBe(0);
    expect(calendar.elapsed(saturday, at('2000-01-03T00:00:01'))).toBe(1_000);
    expect(calendar.add(saturday, 0)).toBe(at('2000-01-03T00:00:00'));
    expect(calendar.add(saturday, DAY)).toBe(at('2000-01-04T00:00:00'));
    expect(() => calendar.add(saturday, -1)).toThrow(RangeError);
  });
});

describe("The business days in a calendar's table, which grows a year at a time,", () => {
  // Each of these zones is asked of 2000 first, so that its table ends where 2001 begins.
  const of2000 = (zone: string) => {
    const calendar = businessCalendar(zone, new Map());
    expect(calendar.isOpen(Date.parse('2000-06-01T12:00:00+02:00'))).toBe(true);
    return calendar;
  };
  const thursday = Date.parse('2000-12-28T12:00:00+01:00');
  const monday = Date.parse('2001-01-01T00:00:00+01:00');

  it("continue past the table's end (BT-2)", () => {
    expect(of2000('Europe/Oslo').elapsed(thursday, monday)).toBe(1.5 * DAY);
    expect(of2000('Europe/Zurich').elapsed(thursday, monday + 2 * DAY)).toBe(3.5 * DAY);
  });

  it('continue at the next opening when the added time ends exactly with the table (BT-2)', () => {
    expect(of2000('Europe/Vienna').add(thursday, 1.5 * DAY)).toBe(monday);
  });

  it('begin an hour earlier in summer, and an hour later in the southern winter (BT-4)', () => {
    const north = businessCalendar(ZONE, new Map());
    expect(north.dateOf(Date.parse('2026-07-01T00:00:00-04:00'))).toBe('2026-07-01');
    expect(north.dateOf(Date.parse('2026-07-01T00:00:00-04:00') - 1)).toBe('2026-06-30');
    const south = businessCalendar('Australia/Sydney', new Map());
    expect(south.dateOf(Date.parse('2026-06-30T23:30:00+10:00'))).toBe('2026-06-30');
    expect(south.dateOf(Date.parse('2026-07-01T00:00:00+10:00'))).toBe('2026-07-01');
  });

  it('last 23 or 25 hours when the clocks change on a business day, as in Amman on Fridays (BT-1, BT-2)', () => {
    const amman = businessCalendar('Asia/Amman', new Map());
    const spring = ['2021-03-25T12:00:00+02:00', '2021-03-29T12:00:00+03:00'].map(Date.parse);
    const autumn = ['2021-10-28T12:00:00+03:00', '2021-11-01T12:00:00+02:00'].map(Date.parse);
    const hours = ([from = 0, to = 0]: readonly number[]) => amman.elapsed(from, to) / 3_600_000;
    expect([spring, autumn].map(hours)).toEqual([47, 49]);
    const friday = Date.parse('2021-06-04T12:00:00+03:00');
    expect(amman.add(friday, DAY / 2)).toBe(Date.parse('2021-06-07T00:00:00+03:00'));
    expect(amman.add(friday, DAY / 2 - 1)).toBe(Date.parse('2021-06-05T00:00:00+03:00') - 1);
    // The day of 23 hours closed, that of 25 open: from then on the days begin an hour after so many times 24.
    const closed = businessCalendar('Asia/Amman', new Map([['2021-03-26', 'Holiday']]));
    const november = Date.parse('2021-11-05T23:30:00+02:00');
    expect(closed.add(november - DAY / 4, DAY / 4)).toBe(november);
  });
});
