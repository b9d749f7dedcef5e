import { isoDateIn } from '../../../../src/domain/calendar/calendar-days';
import { periodChoices } from '../../../../src/domain/metrics/period-choices';
import { readDays } from '../../../../src/domain/metrics/periods/read-days';

// A Saturday.
const TODAY = '2026-11-21';
const said = (words: string): readonly string[] =>
  readDays(words, TODAY).map(({ from, to }) => `${from} ${to}`);

describe('A period written in another way', () => {
  it.each([
    ['MTD', '2026-11-01 2026-11-21'],
    ['QTD', '2026-10-01 2026-11-21'],
    ['FY TD', '2026-10-01 2026-11-21'],
    ['week to date', '2026-11-16 2026-11-21'],
    ['quarter 3 2025', '2025-07-01 2025-09-30'],
    ['2025-Q3', '2025-07-01 2025-09-30'],
    ['fiscal 26', '2025-10-01 2026-09-30'],
    ['October - November', '2026-10-01 2026-11-30'],
    ['the 10th of October', '2026-10-10 2026-10-10'],
    ['10 of October', '2026-10-10 2026-10-10'],
    ['the 21st of October 2025', '2025-10-21 2025-10-21'],
    ['2026-10-01..2026-10-15', '2026-10-01 2026-10-15'],
    ['2026-08..2026-10', '2026-08-01 2026-10-31'],
    ['10-15 October', '2026-10-10 2026-10-15'],
    ['  last \t  month  ', '2026-10-01 2026-10-31'],
    ["last month's", '2026-10-01 2026-10-31'],
    ['last month’s', '2026-10-01 2026-10-31'],
    ['from 1 October onward', '2026-10-01 2026-11-21'],
    ['the week of 14 October', '2026-10-12 2026-10-18'],
    ['week beginning 12 October 2026', '2026-10-12 2026-10-18'],
    ['this month', '2026-11-01 2026-11-30'],
    ['this year', '2026-01-01 2026-12-31'],
    ['this november', '2026-11-01 2026-11-30'],
  ])('is understood: “%s” (ME-6)', (words, days) => {
    expect(said(words)).toEqual([days]);
  });

  it.each([
    'so farther',
    'xlast month',
    'last monthly',
    '2026-100',
    'q1st',
    'between october',
    'the the',
    'lastmonth',
  ])('is not understood: “%s” (ME-6)', (words) => {
    expect(said(words)).toEqual([]);
  });
});

describe('The periods that a card offers', () => {
  it('are the current and the last month, quarter, and fiscal year, and the last twelve complete months (ME-6)', () => {
    const zone = 'America/New_York';
    const offered = periodChoices(Date.parse('2026-11-21T15:00:00Z'), zone).map(({ title, period }) => [
      title,
      isoDateIn(zone, period.from),
      isoDateIn(zone, period.before - 1),
    ]);
    expect(offered).toEqual([
      ['This month', '2026-11-01', '2026-11-30'],
      ['Last month', '2026-10-01', '2026-10-31'],
      ['This quarter', '2026-10-01', '2026-12-31'],
      ['Last quarter', '2026-07-01', '2026-09-30'],
      ['This fiscal year', '2026-10-01', '2027-09-30'],
      ['Last fiscal year', '2025-10-01', '2026-09-30'],
      ['Last 12 months', '2025-11-01', '2026-10-31'],
    ]);
  });
});
