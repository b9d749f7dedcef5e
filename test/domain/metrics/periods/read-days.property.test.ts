import fc from 'fast-check';
import { dayAfter, daysName } from '../../../../src/domain/metrics/days';
import { readDays } from '../../../../src/domain/metrics/periods/read-days';
import { readPeriods } from '../../../../src/domain/metrics/read-period';

// A Saturday.
const TODAY = '2026-11-21';

describe('Any days in words', () => {
  const days = fc
    .tuple(
      fc.integer({ min: 0, max: 3_000 }),
      fc.oneof(fc.integer({ min: 0, max: 800 }), fc.constantFrom(6, 27, 30, 89, 91, 364)),
    )
    .map(([start, length]) => {
      const from = dayAfter('2019-12-30', start);
      return { from, to: dayAfter(from, length) };
    })
    .filter(({ from }) => from >= '2020-01-01');
  const unit = fc.constantFrom('week', 'month', 'quarter', 'year', 'fiscal year');

  it('are read back from their own name, and from each way to write both ends (ME-6)', () => {
    const written = (day: string): readonly string[] => {
      const [year = '', , date = ''] = day.split('-');
      const name = new Date(`${day}T00:00:00Z`).toLocaleDateString('en-US', {
        month: 'long',
        timeZone: 'UTC',
      });
      const nth = Number(date);
      return [day, `${nth} ${name} ${year}`, `${name} ${nth}, ${year}`, `${name.slice(0, 3)} ${nth} ${year}`];
    };
    const ways = [
      'A to B',
      'from A to B',
      'between A and B',
      'A - B',
      'From A  until B',
      'A through B',
      'a–B',
    ];
    fc.assert(
      fc.property(days, fc.constantFrom(...ways), fc.nat(3), fc.nat(3), (of, way, one, other) => {
        expect(readDays(daysName(of), TODAY)).toEqual([of]);
        const words = way
          .replace(/[Aa](?=[ –])/, written(of.from)[one] ?? '')
          .replace('B', written(of.to)[other] ?? '');
        expect(readDays(words, TODAY)).toEqual([of]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('for a unit include today, end before the next unit begins, and follow the last unit (ME-6)', () => {
    const today = fc.integer({ min: 0, max: 3_000 }).map((nth) => dayAfter('2020-01-01', nth));
    fc.assert(
      fc.property(today, unit, (day, of) => {
        const [now, ...no] = readDays(`this ${of}`, day);
        const [before] = readDays(`last ${of}`, day);
        const [until] = readDays(`${of} to date`, day);
        expect(no).toEqual([]);
        expect(now!.from <= day && day <= now!.to).toBe(true);
        expect(dayAfter(before!.to)).toBe(now!.from);
        expect(until).toEqual({ from: now!.from, to: day });
        expect(readDays(`this ${of}`, now!.to)).toEqual([now]);
        expect(readDays(`last ${of}`, dayAfter(now!.to))).toEqual([now]);
      }),
    );
  });

  it('are the same in every time zone that has the same date (ME-6)', () => {
    const zones = fc.constantFrom(
      'Asia/Tokyo',
      'America/Havana',
      'Pacific/Kiritimati',
      'Europe/Berlin',
      'Pacific/Pago_Pago',
    );
    const phrases = fc.oneof(
      fc.constantFrom(
        '',
        'last month',
        'since 1 October',
        'Q1',
        'FY26',
        'past week',
        'year to date',
        'last 30 days',
      ),
      days.map(daysName),
    );
    fc.assert(
      fc.property(zones, phrases, (zone, words) => {
        const noon = (hours: number): number => Date.parse(`${TODAY}T12:00:00Z`) + hours * 3_600_000;
        // Somewhere within a day of this instant it is this day there.
        const at = [-13, 0, 13]
          .map(noon)
          .find((now) => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(now) === TODAY)!;
        const names = readPeriods(words, at, zone).map(({ name }) => name);
        expect(names).toEqual(readDays(words, TODAY).map(daysName));
      }),
    );
  });

  it('never make the reader throw, whatever the text', () => {
    const words = fc.array(
      fc.constantFrom(
        'since',
        'from',
        'to',
        'between',
        'and',
        'last',
        'this',
        'past',
        'Q1',
        'FY26',
        '2026',
        '31',
        'february',
        'may',
        'week',
        'of',
        'fiscal',
        'year',
        '-',
        '..',
        '0',
        'first',
        'quarter',
        'days',
        '2026-02-30',
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 120 }),
          words.map((all) => all.join(' ')),
        ),
        (text) => {
          for (const { from, to } of readDays(text, TODAY)) {
            expect(from <= to).toBe(true);
            expect([from, to].every((day) => /^\d{4}-\d\d-\d\d$/.test(day))).toBe(true);
          }
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
