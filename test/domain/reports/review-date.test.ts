import fc from 'fast-check';
import { businessCalendar } from '../../../src/domain/calendar/business-calendar';
import { federalHolidays } from '../../../src/domain/calendar/federal-holidays';
import { midnightOf, readyBy } from '../../../src/domain/reports/review-date';

const DAY = 86_400_000;
const calendar = businessCalendar('America/New_York', federalHolidays(2024, 2032));
const at = (iso: string): number => Date.parse(iso);

describe("The time when a review's metrics are ready", () => {
  it.each([
    // Back over two weekends: 14, 11, 10, 9, 8, 7, 4, 3, 2, 1 December.
    ['2026-12-15', '2026-12-01T00:00-05:00'],
    // Christmas falls on a Friday and New Year’s Day on another.
    ['2027-01-05', '2026-12-18T00:00-05:00'],
    // A review on a Sunday: the ten business days before it end on the Friday.
    ['2026-12-13', '2026-11-30T00:00-05:00'],
    // Over the night in which the clocks are set back, and Veterans Day.
    ['2026-11-13', '2026-10-29T00:00-04:00'],
  ])('for a review on %s is ten business days before it: %s (ME-9)', (date, ready) => {
    expect(new Date(readyBy(date, 10, calendar)).toISOString()).toBe(new Date(at(ready)).toISOString());
  });

  it('leaves ten business days until the review, and would not a millisecond later (ME-9, BT-1)', () => {
    const day = fc.date({ min: new Date('2025-03-01'), max: new Date('2031-12-01'), noInvalidDate: true });
    // Of some a midnight comes twice or not at all, on a Sunday.
    const zones = ['America/New_York', 'America/Havana', 'Asia/Beirut', 'Australia/Lord_Howe'];
    const calendars = fc.constantFrom(
      ...zones.map((zone) => businessCalendar(zone, federalHolidays(2024, 2032))),
    );
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), calendars, (any, days, by) => {
        const date = any.toISOString().slice(0, 10);
        const ready = readyBy(date, days, by);
        const review = midnightOf(date, by);
        expect(by.elapsed(ready, review)).toBeGreaterThanOrEqual(days * DAY);
        expect(by.elapsed(ready + 1, review)).toBeLessThan(days * DAY);
        expect(by.isOpen(ready)).toBe(true);
      }),
    );
  });
});
