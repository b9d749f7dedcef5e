import fc from 'fast-check';
import {
  dayAfter,
  daysBefore,
  daysName,
  daysOf,
  monthOf,
  periodOf,
  seriesOf,
  spansOf,
  type Day,
  type Days,
} from '../../../src/domain/metrics/days';

const days = (from: string, to: string) => ({ from, to });

/** Each of the days, in order. */
function eachDay({ from, to }: Days): readonly Day[] {
  const all: Day[] = [];
  for (let day = from; day <= to; day = dayAfter(day)) all.push(day);
  return all;
}

describe('The days of a period', () => {
  it('are local days in the time zone of the question (ME-6)', () => {
    const october = {
      from: Date.parse('2026-10-01T00:00-04:00'),
      before: Date.parse('2026-11-01T00:00-04:00'),
      name: 'October 2026',
    };
    expect(daysOf(october, 'America/New_York')).toEqual(days('2026-10-01', '2026-10-31'));
  });

  it('are the same when read back from their period, even if a midnight comes twice or not at all (ME-6, BT-4)', () => {
    // In Havana and the Azores the clocks are set back to 0:00, in Havana and Beirut they skip it in spring.
    const zones = [
      'America/Havana',
      'Atlantic/Azores',
      'Asia/Beirut',
      'America/New_York',
      'Pacific/Kiritimati',
    ];
    for (const zone of zones) {
      for (const day of eachDay(days('2025-12-30', '2027-01-02'))) {
        const here = periodOf(days(day, day), zone);
        if (here.before !== periodOf(days(dayAfter(day), dayAfter(day)), zone).from) throw new Error(day);
        expect(daysOf(here, zone)).toEqual(days(day, day));
      }
    }
  });

  it.each([
    ['2026-10-01', '2026-10-31', '2026-09-01', '2026-09-30'],
    ['2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['2026-10-01', '2026-12-31', '2026-07-01', '2026-09-30'],
    ['2025-10-01', '2026-09-30', '2024-10-01', '2025-09-30'],
    ['2026-11-16', '2026-11-22', '2026-11-09', '2026-11-15'],
    ['2026-03-01', '2026-03-01', '2026-02-28', '2026-02-28'],
    ['2026-10-01', '2026-10-15', '2026-09-16', '2026-09-30'],
  ])('from %s to %s follow %s to %s (ME-6)', (from, to, beforeFrom, beforeTo) => {
    expect(daysBefore(days(from, to))).toEqual(days(beforeFrom, beforeTo));
  });

  it('make a series of consecutive periods that ends with this one', () => {
    const months = seriesOf(days('2026-02-01', '2026-02-28'), 12);
    expect(months.map(({ from }) => monthOf(from)).at(0)).toBe('2025-03');
    expect(months).toHaveLength(12);
    expect(months.at(-1)).toEqual(days('2026-02-01', '2026-02-28'));
    expect(daysName(months[0]!)).toBe('March 2025');
    expect(daysName(days('2026-02-01', '2026-02-03'))).toBe('1 February 2026 to 3 February 2026');
    expect(daysName(days('2026-02-01', '2026-02-01'))).toBe('1 February 2026');
  });

  it.each([
    ['2026-10-01', '2026-12-31', 'October to December 2026'],
    ['2025-11-01', '2026-10-31', 'November 2025 to October 2026'],
    ['2025-10-01', '2026-09-30', 'FY26'],
    ['2026-01-01', '2026-12-31', '2026'],
    ['2026-10-05', '2026-10-11', 'week of 5 October 2026'],
    ['2026-10-06', '2026-10-12', '6 October 2026 to 12 October 2026'],
  ])('from %s to %s are named %s', (from, to, name) => {
    expect(daysName(days(from, to))).toBe(name);
  });

  it('are made up of as few months and days as possible, each day once', () => {
    expect(spansOf(days('2025-10-01', '2026-09-30'))).toHaveLength(12);
    expect(spansOf(days('2026-09-30', '2026-11-02'))).toEqual([
      '2026-09-30',
      '2026-10',
      '2026-11-01',
      '2026-11-02',
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 400 }), (start, length) => {
        const from = dayAfter('2024-01-01', start);
        const asked = days(from, dayAfter(from, length));
        const covered = spansOf(asked).flatMap((span) =>
          span.length === 10
            ? [span]
            : eachDay(days(`${span}-01`, dayAfter(`${span}-28`, 4))).filter((day) => monthOf(day) === span),
        );
        expect(covered).toEqual(eachDay(asked));
      }),
    );
  });
});
