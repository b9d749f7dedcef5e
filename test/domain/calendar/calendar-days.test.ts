import { calendarDaysBetween, isIsoDate, isoDateIn } from '../../../src/domain/calendar/calendar-days';

const ZONE = 'America/New_York';

describe('Calendar days', () => {
  it('are dates in the time zone, not in UTC (BT-6)', () => {
    const lateEvening = Date.parse('2026-11-21T03:00:00Z');
    expect(isoDateIn(ZONE, lateEvening)).toBe('2026-11-20');
    expect(isoDateIn('Asia/Kolkata', lateEvening)).toBe('2026-11-21');
  });

  it('include the last day: a note dated thirty days ago is within 30 days until midnight (BT-6)', () => {
    const lastMoment = Date.parse('2026-11-20T23:59:59.999-05:00');
    expect(calendarDaysBetween('2026-10-21', isoDateIn(ZONE, lastMoment))).toBe(30);
    expect(calendarDaysBetween('2026-10-21', isoDateIn(ZONE, lastMoment + 1))).toBe(31);
  });

  it('stay whole across a clock change, and are negative for a future date (BT-6)', () => {
    const noon = Date.parse('2026-11-02T12:00:00-05:00');
    expect(calendarDaysBetween('2026-10-31', isoDateIn(ZONE, noon))).toBe(2);
    expect(calendarDaysBetween('2026-11-02', isoDateIn(ZONE, noon))).toBe(0);
    expect(calendarDaysBetween('2026-11-12', isoDateIn(ZONE, noon))).toBe(-10);
  });

  it('can be counted only for a date that exists', () => {
    expect(['2026-02-28', '2028-02-29'].every(isIsoDate)).toBe(true);
    expect(
      ['2026-02-29', '2026-2-9', '20260228', 'today', '', '2026-02-28T10:00', '+002026-02-28'].some(
        isIsoDate,
      ),
    ).toBe(false);
    expect(() => calendarDaysBetween('2026-02-30', isoDateIn(ZONE, 0))).toThrow(/2026-02-30/);
    expect(() => isoDateIn('Atlantis/Capital', 0)).toThrow(RangeError);
  });
});
