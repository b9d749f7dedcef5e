import { readPeriod } from '../../../src/domain/metrics/read-period';

const ZONE = 'America/New_York';
// Saturday 21 November 2026, 23:30 in New York: already the 22nd in UTC.
const NOW = Date.UTC(2026, 10, 22, 4, 30);
const at = (iso: string): number => Date.parse(iso);

function period(words: string, now = NOW, zone = ZONE) {
  const read = readPeriod(words, now, zone);
  if (!read.ok) throw new Error(`refused: ${words}`);
  return read.value;
}

it.each([
  '0001-01-01 to 2026-10-31',
  '0001-01-01..9999-12-31',
  '9999-01-01 to 9999-12-31',
  '1999-12-31 to 2000-01-02',
  '2099-12-01 to 2100-01-01',
  '2010-01-01 to 2026-01-01',
  'since 2010-01-01',
  '1999',
])('The period “%s” is refused because it is too far away or longer than ten years (ME-6)', (words) => {
  const read = readPeriod(words, Date.parse('2026-11-20T12:00:00Z'), 'America/New_York');
  expect(read).toMatchObject({
    ok: false,
    refusal: { code: 'bad-period', faults: [{ message: expect.stringContaining('at most ten years long') }] },
  });
});

describe('A period in words', () => {
  it.each([
    ['', '2026-11-01T00:00-04:00', '2026-12-01T00:00-05:00', 'November 2026'],
    ['this month', '2026-11-01T00:00-04:00', '2026-12-01T00:00-05:00', 'November 2026'],
    ['last month', '2026-10-01T00:00-04:00', '2026-11-01T00:00-04:00', 'October 2026'],
    ['this week', '2026-11-16T00:00-05:00', '2026-11-23T00:00-05:00', 'week of 16 November 2026'],
    ['last week', '2026-11-09T00:00-05:00', '2026-11-16T00:00-05:00', 'week of 9 November 2026'],
    ['This  Quarter', '2026-10-01T00:00-04:00', '2027-01-01T00:00-05:00', 'October to December 2026'],
    ['last quarter', '2026-07-01T00:00-04:00', '2026-10-01T00:00-04:00', 'July to September 2026'],
    ['this year', '2026-01-01T00:00-05:00', '2027-01-01T00:00-05:00', '2026'],
    ['last year', '2025-01-01T00:00-05:00', '2026-01-01T00:00-05:00', '2025'],
    ['2025', '2025-01-01T00:00-05:00', '2026-01-01T00:00-05:00', '2025'],
    [
      'last 30 days',
      '2026-10-23T00:00-04:00',
      '2026-11-22T00:00-05:00',
      '23 October 2026 to 21 November 2026',
    ],
    ['30 days', '2026-10-23T00:00-04:00', '2026-11-22T00:00-05:00', '23 October 2026 to 21 November 2026'],
    ['FY26', '2025-10-01T00:00-04:00', '2026-10-01T00:00-04:00', 'FY26'],
    ['fy 2027', '2026-10-01T00:00-04:00', '2027-10-01T00:00-04:00', 'FY27'],
    ['this fiscal year', '2026-10-01T00:00-04:00', '2027-10-01T00:00-04:00', 'FY27'],
    ['last fiscal year', '2025-10-01T00:00-04:00', '2026-10-01T00:00-04:00', 'FY26'],
    ['October 2026', '2026-10-01T00:00-04:00', '2026-11-01T00:00-04:00', 'October 2026'],
    ['oct', '2026-10-01T00:00-04:00', '2026-11-01T00:00-04:00', 'October 2026'],
    ['december', '2025-12-01T00:00-05:00', '2026-01-01T00:00-05:00', 'December 2025'],
    ['2026-10', '2026-10-01T00:00-04:00', '2026-11-01T00:00-04:00', 'October 2026'],
    ['2026-10-05', '2026-10-05T00:00-04:00', '2026-10-06T00:00-04:00', '5 October 2026'],
    [
      '2026-10-01 to 2026-10-15',
      '2026-10-01T00:00-04:00',
      '2026-10-16T00:00-04:00',
      '1 October 2026 to 15 October 2026',
    ],
    [
      '2026-10-01..2026-10-15',
      '2026-10-01T00:00-04:00',
      '2026-10-16T00:00-04:00',
      '1 October 2026 to 15 October 2026',
    ],
  ])('as “%s” begins and ends with the days of the time zone (ME-6)', (words, from, before, name) => {
    expect(period(words)).toEqual({ from: at(from), before: at(before), name });
  });

  it('reaches from a day to the end of today with “since”', () => {
    expect(period('since 2026-10-01')).toEqual({
      from: at('2026-10-01T00:00-04:00'),
      before: at('2026-11-22T00:00-05:00'),
      name: '1 October 2026 to 21 November 2026',
    });
  });

  it('uses the days of the time zone in the question', () => {
    expect(period('this month', NOW, 'Asia/Tokyo').from).toBe(at('2026-11-01T00:00+09:00'));
    expect(period('last 1 days', NOW, 'Asia/Tokyo').from).toBe(at('2026-11-22T00:00+09:00'));
  });

  it('that could mean two things is neither, and both are named', () => {
    expect(readPeriod('Q1', NOW, ZONE)).toMatchObject({
      ok: false,
      refusal: {
        code: 'ambiguous',
        params: { what: 'Q1', candidates: 'January to March 2026 or October to December 2026' },
        faults: [{ field: 'period', message: expect.stringContaining('Enter one of them.') }],
      },
    });
  });

  it.each([
    'yesterweek',
    'last 0 days',
    'last 99999 days',
    '2026-13',
    '2026-02-30',
    '2026-10-15 to 2026-10-01',
    '2026-10-01 to 2026-02-31',
    'since 2027-01-01',
    'since next week',
    'Octember 2026',
    'ma',
  ])('is refused as “%s” with what would be accepted', (words) => {
    expect(readPeriod(words, NOW, ZONE)).toMatchObject({
      ok: false,
      refusal: {
        code: 'bad-period',
        params: { period: words },
        faults: [{ field: 'period', message: expect.stringContaining('last 30 days') }],
      },
    });
  });
});
