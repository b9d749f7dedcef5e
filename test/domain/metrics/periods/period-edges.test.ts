import { readDays } from '../../../../src/domain/metrics/periods/read-days';

// A Saturday.
const TODAY = '2026-11-21';
const said = (words: string, today = TODAY): readonly string[] =>
  readDays(words, today).map(({ from, to }) => `${from} ${to}`);

describe('The text of a period', () => {
  it.each([
    ['last 3660 days', '2016-11-14 2026-11-21'],
    ['last 120 months', '2016-11-01 2026-10-31'],
    ['last 522 weeks', '2016-11-14 2026-11-15'],
    ['last 10 years', '2016-01-01 2025-12-31'],
    ['2000', '2000-01-01 2000-12-31'],
    ['2099', '2099-01-01 2099-12-31'],
    ['29 February', '2024-02-29 2024-02-29'],
  ])('is accepted as “%s”, within ten years and within 2000 to 2099 (ME-6)', (words, days) => {
    expect(said(words)).toEqual([days]);
  });

  it.each([
    ...['last 3661 days', 'past 523 weeks', 'past 121 months', 'past 41 quarters', 'last 11 years'],
    ...['last 0 months', 'past 0 days', 'last 9999 years', 'past 9999 quarters'],
    ...['FY00', 'week of 1 January 2000', 'week of 31 December 2099', '2016-11-13 to 2026-11-21'],
  ])('is refused as “%s”, which is too long, empty, or outside (ME-6)', (words) => {
    expect(said(words)).toEqual([]);
  });

  it('is looked for in up to a hundred characters, and not in a longer text (ME-6)', () => {
    expect(said('October'.padStart(100))).toEqual(['2026-10-01 2026-10-31']);
    expect(said('October'.padStart(101))).toEqual([]);
  });

  it('means this month if it is empty, but not if it has only punctuation (ME-6)', () => {
    expect(said(' \t ')).toEqual(['2026-11-01 2026-11-30']);
    expect(said('?')).toEqual([]);
  });
});

describe('The years of a period without a year', () => {
  it.each([
    ['21 November', '2026-11-21 2026-11-21'],
    ['22 November', '2025-11-22 2025-11-22'],
    ['1 October 2026 to 1 October', '2026-10-01 2026-10-01'],
    ['1 October 2026 to 30 September', '2026-10-01 2027-09-30'],
    ['October 2024 to 29 February', '2024-10-01 2028-02-29'],
    ['November to Q1 2026', '2025-11-01 2026-03-31'],
    ['1 December to today', '2025-12-01 2026-11-21'],
  ])('are, for “%s”, those nearest to today or to the other end (ME-6)', (words, days) => {
    expect(said(words)).toEqual([days]);
  });

  it('are those of the previous leap year, at most four years back (ME-6)', () => {
    expect(said('29 February', '2028-02-28')).toEqual(['2024-02-29 2024-02-29']);
    expect(said('29 February', '2028-02-29')).toEqual(['2028-02-29 2028-02-29']);
  });

  it('are the year before for a last month that ends today (ME-6)', () => {
    expect(said('last October', '2026-10-31')).toEqual(['2025-10-01 2025-10-31']);
    expect(said('last October', '2026-11-01')).toEqual(['2026-10-01 2026-10-31', '2025-10-01 2025-10-31']);
  });

  it.each([
    ['Q1 to Q2', ['2026-01-01 2026-06-30', '2026-10-01 2027-03-31']],
    ['Q1 to fiscal Q2 2026', ['2026-01-01 2026-03-31', '2025-10-01 2026-03-31']],
    ['Q4 to Q1 2026', ['2025-10-01 2026-03-31', '2025-07-01 2026-03-31']],
  ])('are, for “%s”, both years if a quarter could be in either (ME-6)', (words, days) => {
    expect(said(words)).toEqual(days);
  });
});

describe('A text with a period', () => {
  it.each([
    ['this day', '2026-11-21 2026-11-21'],
    ['last day', '2026-11-20 2026-11-20'],
    ['last monday', '2026-11-16 2026-11-16'],
    ['October this year', '2026-10-01 2026-10-31'],
    ['Q3 last fiscal year', '2026-04-01 2026-06-30'],
    ['since the beginning of the fiscal year', '2026-10-01 2026-11-21'],
    ['since the start of the month', '2026-11-01 2026-11-21'],
    ['quarter to date', '2026-10-01 2026-11-21'],
    ['oct.', '2026-10-01 2026-10-31'],
    ['October,', '2026-10-01 2026-10-31'],
    ['  in October', '2026-10-01 2026-10-31'],
    ['fiscal year, 2026', '2025-10-01 2026-09-30'],
    ['2026-10-01  ..  2026-10-15', '2026-10-01 2026-10-15'],
    ['last-month', '2026-10-01 2026-10-31'],
    ['this-november', '2026-11-01 2026-11-30'],
    ['october-last-year', '2025-10-01 2025-10-31'],
    ['the past two-week', '2026-11-02 2026-11-15'],
    ['October 1 to 15 October', '2026-10-01 2026-10-15'],
    ['October 1 to 15 November', '2026-10-01 2026-11-15'],
    ['October 10 to 15', '2026-10-10 2026-10-15'],
    ['Q1 2025 to Q2 2026', '2025-01-01 2026-06-30'],
    ['Q2 to Q2 2025', '2025-04-01 2025-06-30'],
  ])('is understood: “%s” (ME-6)', (words, days) => {
    expect(said(words)[0]).toBe(days);
  });

  it.each([
    ...['31 February 2026', '1 October 2026 to 31 February 2026', 'x2026-10', '2026-10-', 'faq1'],
    ...['last month sales', 'my monday', 'monday morning', 'my last october', 'last october sales'],
    ...['my last 30 days', 'last 30 days sales', 'sales since October', 'my week of 14 October'],
    ...['sales between October and November', '1 to week of 15 October', 'FY26 Q1 FY27'],
    ...['2025 Q1 2026', 'fiscal Q1 last year', '1 to 2026', 'month to month of'],
  ])('is not understood: “%s” (ME-6)', (words) => {
    expect(said(words)).toEqual([]);
  });
});
