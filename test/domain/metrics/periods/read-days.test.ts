import { readDays } from '../../../../src/domain/metrics/periods/read-days';

// A Saturday.
const TODAY = '2026-11-21';
const said = (words: string, today = TODAY): readonly string[] =>
  readDays(words, today).map(({ from, to }) => `${from} ${to}`);

describe('Days in words', () => {
  it.each([
    ['today', '2026-11-21 2026-11-21'],
    ['yesterday', '2026-11-20 2026-11-20'],
    ['the current month', '2026-11-01 2026-11-30'],
    ['in the previous month', '2026-10-01 2026-10-31'],
    ['prior quarter', '2026-07-01 2026-09-30'],
    ['this fiscal quarter', '2026-10-01 2026-12-31'],
    ['last FY', '2025-10-01 2026-09-30'],
    ['fiscal 2026', '2025-10-01 2026-09-30'],
    ['fiscal year 26', '2025-10-01 2026-09-30'],
    ['FY’26', '2025-10-01 2026-09-30'],
    ['last calendar year', '2025-01-01 2025-12-31'],
    ['the year 2025', '2025-01-01 2025-12-31'],
    ['year to date', '2026-01-01 2026-11-21'],
    ['YTD', '2026-01-01 2026-11-21'],
    ['year-to-date', '2026-01-01 2026-11-21'],
    ['fiscal year to date', '2026-10-01 2026-11-21'],
    ['FYTD', '2026-10-01 2026-11-21'],
    ['month to date', '2026-11-01 2026-11-21'],
    ['so far this quarter', '2026-10-01 2026-11-21'],
    ['this year so far', '2026-01-01 2026-11-21'],
    ['last 2 weeks', '2026-11-02 2026-11-15'],
    ['the last three months', '2026-08-01 2026-10-31'],
    ['the past three days', '2026-11-19 2026-11-21'],
    ['in the last twelve months', '2025-11-01 2026-10-31'],
    ['last 3 calendar months', '2026-08-01 2026-10-31'],
    ['the last two full weeks', '2026-11-02 2026-11-15'],
    ['last 2 full quarters', '2026-04-01 2026-09-30'],
    ['in October', '2026-10-01 2026-10-31'],
    ['October of 2025', '2025-10-01 2025-10-31'],
    ['october last year', '2025-10-01 2025-10-31'],
    ['sept', '2026-09-01 2026-09-30'],
    ['Sept. 2025', '2025-09-01 2025-09-30'],
    ['the month of May', '2026-05-01 2026-05-31'],
    ['last december', '2025-12-01 2025-12-31'],
    ['last november', '2025-11-01 2025-11-30'],
    ['1 October', '2026-10-01 2026-10-01'],
    ['the 1st of October', '2026-10-01 2026-10-01'],
    ['October 1st, 2025', '2025-10-01 2025-10-01'],
    ['Oct 1', '2026-10-01 2026-10-01'],
    ['1 Oct 2026', '2026-10-01 2026-10-01'],
    ['1 December', '2025-12-01 2025-12-01'],
    ['29 February', '2024-02-29 2024-02-29'],
    ['on Monday', '2026-11-16 2026-11-16'],
    ['saturday', '2026-11-21 2026-11-21'],
    ['last saturday', '2026-11-14 2026-11-14'],
    ['since 1 October', '2026-10-01 2026-11-21'],
    ['since October 1st', '2026-10-01 2026-11-21'],
    ['since October', '2026-10-01 2026-11-21'],
    ['since last month', '2026-10-01 2026-11-21'],
    ['since last week', '2026-11-09 2026-11-21'],
    ['since FY26', '2025-10-01 2026-11-21'],
    ['since the beginning of the year', '2026-01-01 2026-11-21'],
    ['from 1 October on', '2026-10-01 2026-11-21'],
    ['from 1 October onwards', '2026-10-01 2026-11-21'],
    ['since yesterday', '2026-11-20 2026-11-21'],
    ['from 1 October to 15 October', '2026-10-01 2026-10-15'],
    ['from October 1 through October 15, 2025', '2025-10-01 2025-10-15'],
    ['between 1 October and 15 November', '2026-10-01 2026-11-15'],
    ['between October and now', '2026-10-01 2026-11-21'],
    ['October to date', '2026-10-01 2026-11-21'],
  ])('are read from “%s”', (words, days) => {
    expect(said(words)).toEqual([days]);
  });

  it.each([
    ['October to December 2025', '2025-10-01 2025-12-31'],
    ['March to May', '2026-03-01 2026-05-31'],
    ['oct-dec 2025', '2025-10-01 2025-12-31'],
    ['October – November', '2026-10-01 2026-11-30'],
    ['November to January 2026', '2025-11-01 2026-01-31'],
    ['20 to 25 November', '2026-11-20 2026-11-25'],
    ['1-15 October 2025', '2025-10-01 2025-10-15'],
    ['October 1 to 15', '2026-10-01 2026-10-15'],
    ['October 1-15, 2025', '2025-10-01 2025-10-15'],
    ['from last quarter until today', '2026-07-01 2026-11-21'],
    ['2025 to 2026', '2025-01-01 2026-12-31'],
    ['FY25 to FY26', '2024-10-01 2026-09-30'],
    ['2026-10-01/2026-10-15', '2026-10-01 2026-10-15'],
    ['2026-08 to 2026-10', '2026-08-01 2026-10-31'],
    ['Q1 to Q2 2025', '2025-01-01 2025-06-30'],
  ])('are read from one to another: “%s”', (words, days) => {
    expect(said(words)).toEqual([days]);
  });

  it.each([
    ['Q3 2025', '2025-07-01 2025-09-30'],
    ['2025 Q3', '2025-07-01 2025-09-30'],
    ['the third quarter of 2025', '2025-07-01 2025-09-30'],
    ['Q1 FY26', '2025-10-01 2025-12-31'],
    ['FY26 Q4', '2026-07-01 2026-09-30'],
    ['the 2nd quarter of fiscal year 2026', '2026-01-01 2026-03-31'],
    ['fiscal Q1', '2026-10-01 2026-12-31'],
    ['FQ2', '2026-01-01 2026-03-31'],
    ['first fiscal quarter of 2026', '2025-10-01 2025-12-31'],
    ['Q2 this fiscal year', '2027-01-01 2027-03-31'],
    ['Q3 last year', '2025-07-01 2025-09-30'],
  ])('are read for a quarter of a calendar or fiscal year: “%s”', (words, days) => {
    expect(said(words)).toEqual([days]);
  });

  it.each([
    ['Q1', ['2026-01-01 2026-03-31', '2026-10-01 2026-12-31']],
    ['third quarter', ['2026-07-01 2026-09-30', '2026-04-01 2026-06-30']],
    ['since Q1', ['2026-01-01 2026-11-21', '2026-10-01 2026-11-21']],
    ['past month', ['2026-10-01 2026-10-31', '2026-10-22 2026-11-21']],
    ['past two weeks', ['2026-11-02 2026-11-15', '2026-11-08 2026-11-21']],
    ['last October', ['2026-10-01 2026-10-31', '2025-10-01 2025-10-31']],
  ])('are ambiguous: “%s”', (words, days) => {
    expect(said(words)).toEqual(days);
  });

  it.each([
    'someday',
    'yesterweek',
    'ma',
    '2026-13',
    '2026-02-30',
    '31 February',
    '32 October',
    'Octember 2026',
    'last 0 days',
    'last 99999 days',
    'last 200 years',
    'since 2027-01-01',
    'since',
    'from',
    'between',
    'between October',
    'October to',
    '15 October 2026 to 1 October 2026',
    '2026-10-15..2026-10-01',
    'Q5 2026',
    'Q1 Q2',
    'month',
    'toString',
    'since constructor',
    `since ${'1 '.repeat(300)}`,
  ])('are refused: “%s”', (words) => {
    expect(said(words)).toEqual([]);
  });
});
