import fc from 'fast-check';
import { dayAfter, periodOf } from '../../../src/domain/metrics/days';
import {
  ENTERPRISE,
  measureOfKey,
  periodKey,
  questionKeys,
  scopeKey,
  scopeOfKey,
} from '../../../src/domain/metrics/question-key';
import { MEASURES } from '../../../src/domain/metrics/measures';
import { readPeriod } from '../../../src/domain/metrics/read-period';
import { zoneOf } from '../../../src/domain/metrics/summary';
import type { Period, Scope } from '../../../src/domain/metrics/summary';
import { MSC_NAMES, directoryOf } from '../../../src/domain/directory/directory';
import { aDirectory, START } from '../../support/site';

const ZONES = ['America/New_York', 'Asia/Tokyo', 'Pacific/Kiritimati', 'America/Havana', 'Pacific/Pago_Pago'];
const HERE = aDirectory();
const GROUPS = HERE.groups.map((group, nth) => ({ ...group, zone: ZONES[nth % ZONES.length]! }));
const directory = directoryOf(GROUPS, HERE.people);

/** The group whose days begin twice on the first Sunday of November, and days that end with one of these. */
const HAVANA: Scope = { kind: 'group', key: GROUPS[3]!.key, name: GROUPS[3]!.name };
const FROM_TWO_MIDNIGHTS = { from: '2024-01-12', to: '2024-11-02' };

const scope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constant(ENTERPRISE),
  fc.constantFrom(...Object.entries(MSC_NAMES)).map(([key, name]): Scope => ({ kind: 'msc', key, name })),
  fc.constantFrom(...GROUPS).map(({ key, name }): Scope => ({ kind: 'group', key, name })),
  fc.constantFrom(...HERE.people).map(({ id, name }): Scope => ({ kind: 'person', key: id, name })),
);
const periodIn = (zone: string): fc.Arbitrary<Period> =>
  fc
    .tuple(fc.integer({ min: 0, max: 2_000 }), fc.oneof(fc.integer({ min: 0, max: 800 }), fc.constant(6)))
    .map(([start, length]) => {
      const from = dayAfter('2022-01-01', start);
      return periodOf({ from, to: dayAfter(from, length) }, zone);
    });
const words = fc.constantFrom(
  '',
  'this month',
  'last quarter',
  'last year',
  'FY26',
  'last week',
  'last 1 day',
);

describe('The key of a question', () => {
  it('reads back as exactly the same scope and period, in its time zone and at any time (ME-6)', () => {
    const asked = scope.chain((of) =>
      fc.tuple(
        fc.constant(of),
        fc.oneof(
          periodIn(zoneOf(of, directory)),
          words.map((said) => readOr(said, START, zoneOf(of, directory))),
        ),
        fc.integer({ min: 0, max: 400 * 86_400_000 }),
      ),
    );
    fc.assert(
      fc.property(asked, ([of, period, later]) => {
        const keys = questionKeys({ scope: of, period, measure: 'satisfaction' }, directory);
        const again = scopeOfKey(keys['scope']!, directory)!;
        expect(again).toEqual(of);
        expect(readOr(keys['period']!, START + later, zoneOf(again, directory))).toEqual(period);
        expect(measureOfKey(keys['measure']!)).toBe('satisfaction');
      }),
      { numRuns: 500, examples: [[[HAVANA, periodOf(FROM_TWO_MIDNIGHTS, 'America/Havana'), 0]]] },
    );
  });

  it('is short and readable for people', () => {
    expect(scopeKey(ENTERPRISE)).toBe('enterprise');
    expect(scopeKey({ kind: 'msc', key: 'aviation', name: 'Aviation' })).toBe('msc:aviation');
    expect(scopeKey({ kind: 'group', key: 'L3-AVN', name: 'x' })).toBe('group:L3-AVN');
    const keyOf = (said: string): string => periodKey(readOr(said, START, 'Asia/Tokyo'), 'Asia/Tokyo');
    expect(keyOf('last month')).toBe('2026-10');
    expect(keyOf('last 1 day')).toBe('2026-11-02');
    expect(keyOf('last quarter')).toBe('2026-07-01..2026-09-30');
    expect(questionKeys({ scope: ENTERPRISE, period: readOr('', START, ZONES[0]!) }, directory)).toEqual({
      scope: 'enterprise',
      period: '2026-11',
    });
  });

  it('is the same for the same days, however they were asked for', () => {
    const keys = ['last month', 'October 2026', '2026-10', '2026-10-01 to 2026-10-31'].map((said) =>
      periodKey(readOr(said, START, ZONES[0]!), ZONES[0]!),
    );
    expect(new Set(keys)).toEqual(new Set(['2026-10']));
  });

  it.each(['', 'msc:', 'msc:navy', 'msc:toString', 'group:nowhere', 'person:nobody-else', 'planet:earth'])(
    "can't have the scope “%s”",
    (key) => {
      expect(scopeOfKey(key, directory)).toBeUndefined();
    },
  );

  it('can name every measure and the open cases, and nothing else', () => {
    for (const { key } of MEASURES) expect(measureOfKey(key)).toBe(key);
    expect(measureOfKey('open-cases')).toBe('open-cases');
    expect(measureOfKey('csat')).toBeUndefined();
  });
});

function readOr(said: string, now: number, zone: string): Period {
  const read = readPeriod(said, now, zone);
  if (!read.ok) throw new Error(`refused: ${said}`);
  return read.value;
}
