import { federalHolidays } from '../../../src/domain/calendar/federal-holidays';

/** The weekdays off for federal holidays as observed, by year: written down, not reckoned. */
const OBSERVED: Readonly<Record<number, string>> = {
  2024: '01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25',
  2025: '01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25',
  2026: '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25',
  2027: '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31',
  2028: '01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25',
  2029: '01-01 01-15 02-19 05-28 06-19 07-04 09-03 10-08 11-12 11-22 12-25',
  2030: '01-01 01-21 02-18 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25',
};

describe('Federal holidays as observed', () => {
  it('are the 77 weekdays of 2024 to 2030 (BT-3)', () => {
    const golden = Object.entries(OBSERVED).flatMap(([year, days]) =>
      days.split(' ').map((day) => `${year}-${day}`),
    );
    expect(golden).toHaveLength(77);
    expect([...federalHolidays(2024, 2030).keys()].sort()).toEqual(golden);
  });

  it("move to the Friday before when they fall on a Saturday, even across the year's end (BT-3)", () => {
    expect(federalHolidays(2026, 2026).get('2026-07-03')).toBe('Independence Day (observed)');
    expect(federalHolidays(2027, 2027).get('2027-12-31')).toBe("New Year's Day (observed)");
    expect(federalHolidays(2028, 2028).has('2028-01-01')).toBe(false);
  });

  it('move to the Monday after when they fall on a Sunday (BT-3)', () => {
    expect(federalHolidays(2027, 2027).get('2027-07-05')).toBe('Independence Day (observed)');
  });

  it('include Juneteenth starting with the year of its law', () => {
    expect([...federalHolidays(2020, 2020).keys()]).not.toContain('2020-06-19');
    expect(federalHolidays(2021, 2021).get('2021-06-18')).toMatch(/^Juneteenth/);
  });
});
