import { businessCalendar } from '../../../src/domain/clocks/business-calendar';

const ZONE = 'America/New_York';
const DAY = 86_400_000;
const at = (iso: string): number => Date.parse(`${iso}-05:00`);
const two: readonly (readonly [string, string])[] = [
  ['2026-11-11', 'Veterans Day'],
  ['2026-11-26', 'Thanksgiving Day'],
];

describe('a business calendar', () => {
  it('is the same for the same holidays, in whatever order they are given (BT-3)', () => {
    const calendar = businessCalendar(ZONE, new Map(two));
    expect(businessCalendar(ZONE, new Map([...two].reverse()))).toBe(calendar);
    expect(businessCalendar(ZONE, new Map(two.slice(0, 1)))).not.toBe(calendar);
    expect(businessCalendar('Pacific/Honolulu', new Map(two))).not.toBe(calendar);
  });

  it('gives the date of an instant in its zone, from the first moment of the day to its last (BT-4)', () => {
    const calendar = businessCalendar(ZONE, new Map(two));
    expect(calendar.dateOf(at('2026-11-11T00:00:00'))).toBe('2026-11-11');
    expect(calendar.dateOf(at('2026-11-11T23:59:59.999'))).toBe('2026-11-11');
    expect(calendar.dateOf(at('2026-11-12T00:00:00') - 1)).toBe('2026-11-11');
  });

  it('names the days between that do not count, the last one too where it has begun (BT-2, BT-3)', () => {
    const calendar = businessCalendar(ZONE, new Map(two));
    const wednesday = at('2026-11-25T10:00:00');
    const holiday = { date: '2026-11-26', why: 'Thanksgiving Day' };
    expect(calendar.skipped(wednesday, at('2026-11-26T00:00:00'))).toEqual([]);
    expect(calendar.skipped(wednesday, at('2026-11-26T00:00:00') + 1)).toEqual([holiday]);
    expect(calendar.skipped(at('2026-11-26T10:00:00'), at('2026-11-27T10:00:00'))).toEqual([holiday]);
  });

  it('counts nothing before the first day that counts: 1 January 2000 was a Saturday (BT-2)', () => {
    const calendar = businessCalendar(ZONE, new Map(two));
    const saturday = at('2000-01-01T10:00:00');
    expect(calendar.elapsed(saturday, saturday + DAY)).toBe(0);
    expect(calendar.elapsed(saturday, at('2000-01-03T00:00:00'))).toBe(0);
    expect(calendar.elapsed(saturday, at('2000-01-03T00:00:01'))).toBe(1_000);
    expect(calendar.add(saturday, 0)).toBe(at('2000-01-03T00:00:00'));
    expect(calendar.add(saturday, DAY)).toBe(at('2000-01-04T00:00:00'));
    expect(() => calendar.add(saturday, -1)).toThrow(RangeError);
  });
});
