import fc from 'fast-check';
import { DEFAULT_POLICY } from '../../../src/domain/policy/default-policy';
import type { ClockFact, ClosureFact, Fact, OpenFact } from '../../../src/domain/metrics/facts-of';
import { summarise } from '../../../src/domain/metrics/summarise';
import type { MetricsSummary, Period, Scope } from '../../../src/domain/metrics/summary';

const DAY = 86_400_000;
const ALL: Scope = { kind: 'enterprise', name: 'Enterprise' };
const PERIOD: Period = { from: 1_000, before: 2_000, name: 'a second' };
const { goals } = DEFAULT_POLICY;

const closure = (days: number, change: Partial<ClosureFact> = {}): ClosureFact => ({
  kind: 'closure',
  caseNumber: 'CS0000001',
  msc: 'aviation',
  at: 1_500,
  elapsedMs: days * DAY,
  highestLevel: 2,
  groups: ['av2'],
  ...change,
});
const outcome = (change: Partial<ClockFact> = {}): ClockFact => ({
  kind: 'clock',
  caseNumber: 'CS0000001',
  msc: 'aviation',
  clock: 'assignment',
  level: 2,
  group: 'av2',
  at: 1_500,
  met: true,
  ...change,
});
const open = (days: number, change: Partial<OpenFact> = {}): OpenFact => ({
  kind: 'open',
  caseNumber: 'CS0000001',
  msc: 'aviation',
  group: 'av2',
  ageMs: days * DAY,
  ...change,
});
const measure = (facts: readonly Fact[], key: string, scope: Scope = ALL) =>
  summarise(facts, scope, PERIOD, goals).measures.find((one) => one.key === key)!;

describe('the summary', () => {
  it('counts a case closed in exactly 8 business days as in time, and one a millisecond later as late (ME-1)', () => {
    const late = closure(8, { elapsedMs: 8 * DAY + 1 });
    expect(measure([closure(8), late], 'enterprise-crt')).toMatchObject({
      count: 2,
      met: 1,
      percent: 50,
      goalPercent: 85,
      goal: '85 % in 8 business days or less',
      rule: 'ME-1',
    });
  });

  it('takes every closed case of all levels into the enterprise figure (ME-1)', () => {
    const facts = [1, 2, 3].map((level) => closure(5, { highestLevel: level as 1 | 2 | 3 }));
    expect(measure(facts, 'enterprise-crt').count).toBe(3);
  });

  it('takes every closed case that reached Level 2 or 3, and no other, into the 16-day figure (ME-2, ME-4)', () => {
    const facts = [
      closure(16, { highestLevel: 2 }),
      closure(17, { highestLevel: 3 }),
      closure(1, { highestLevel: 1 }),
    ];
    expect(measure(facts, 'level-2-and-3-crt')).toMatchObject({ count: 2, met: 1, rule: 'ME-2' });
  });

  it('reaches 85 % with 17 of 20, without a fraction lost on the way (ME-1)', () => {
    const facts = Array.from({ length: 20 }, (_, i) => closure(i < 17 ? 8 : 9));
    expect(measure(facts, 'enterprise-crt').percent).toBe(85);
  });

  it.each([
    ['level-2-assignment', { clock: 'assignment', level: 2 }],
    ['interim-response', { clock: 'interim-response', level: 2 }],
    ['level-3-assignment', { clock: 'assignment', level: 3 }],
    ['level-3-initial-update', { clock: 'initial-update', level: 3 }],
    ['level-3-recurring-update', { clock: 'recurring-update', level: 3 }],
  ] as const)('counts for %s the outcomes of its own clock alone (ME-4)', (key, kind) => {
    const { measures } = summarise([outcome(kind), outcome({ ...kind, met: false })], ALL, PERIOD, goals);
    expect(measures.filter(({ count }) => count > 0)).toMatchObject([{ key, count: 2, met: 1, percent: 50 }]);
  });

  it('says of nothing to count neither 0 nor 100 % (ME-6)', () => {
    for (const one of summarise([], ALL, PERIOD, goals).measures) {
      expect(one.count).toBe(0);
      expect(one).not.toHaveProperty('percent');
      expect(one).not.toHaveProperty('medianDays');
    }
  });

  it('counts what fell in the period: its first instant and not the first after it (ME-6)', () => {
    const facts = [999, 1_000, 1_999, 2_000].map((at) => closure(1, { at }));
    expect(measure(facts, 'enterprise-crt').count).toBe(2);
  });

  it('gives the median in business days', () => {
    expect(measure([closure(1), closure(2), closure(9)], 'enterprise-crt').medianDays).toBe(2);
    expect(measure([closure(1), closure(2)], 'enterprise-crt').medianDays).toBe(1.5);
  });

  it('narrows to an MSC, and to a group that worked the case or owed the clock (ME-6)', () => {
    const facts = [
      closure(1, { groups: ['av2', 'av3'] }),
      closure(1, { msc: 'distribution', groups: ['di2'] }),
      outcome({ group: 'av3' }),
      open(1, { group: 'di2', msc: 'distribution' }),
    ];
    const msc: Scope = { kind: 'msc', key: 'distribution', name: 'Distribution' };
    const group: Scope = { kind: 'group', key: 'av3', name: 'Level 3' };
    expect(measure(facts, 'enterprise-crt', msc).count).toBe(1);
    expect(measure(facts, 'enterprise-crt', group).count).toBe(1);
    expect(measure(facts, 'level-2-assignment', msc).count).toBe(0);
    expect(measure(facts, 'level-2-assignment', group).count).toBe(1);
    expect(summarise(facts, msc, PERIOD, goals).openCount).toBe(1);
    expect(summarise(facts, group, PERIOD, goals).openCount).toBe(0);
  });

  it('sorts open cases by age, a bound belonging to the younger band (ME-5)', () => {
    const ages = [0, 8, 8.001, 16, 30, 31, 400].map((days) => open(days));
    const { openByAge, openCount } = summarise(ages, ALL, PERIOD, goals);
    expect(openByAge.map(({ count }) => count)).toEqual([2, 2, 1, 2]);
    expect(openCount).toBe(7);
  });

  it('tries another goal against the same facts', () => {
    const stricter = { ...goals, enterpriseCrt: { ...goals.enterpriseCrt, days: 6 } };
    const { measures } = summarise([closure(7)], ALL, PERIOD, stricter);
    expect(measures[0]).toMatchObject({ met: 0, goal: '85 % in 6 business days or less' });
  });
});

const anyFact: fc.Arbitrary<Fact> = fc.oneof(
  fc
    .record({
      days: fc.integer({ min: 0, max: 40 }),
      highestLevel: fc.constantFrom(1 as const, 2 as const, 3 as const),
      at: fc.integer({ min: 900, max: 2_100 }),
      groups: fc.subarray(['av2', 'av3', 'di2']),
      msc: fc.constantFrom('aviation', 'distribution'),
    })
    .map(({ days, ...change }) => closure(days, change)),
  fc
    .record({
      clock: fc.constantFrom('assignment' as const, 'interim-response' as const, 'recurring-update' as const),
      level: fc.constantFrom(2 as const, 3 as const),
      met: fc.boolean(),
      at: fc.integer({ min: 900, max: 2_100 }),
      group: fc.constantFrom('av2', 'av3'),
    })
    .map(outcome),
  fc
    .record({ days: fc.integer({ min: 0, max: 60 }), group: fc.constantFrom('av2', 'av3') })
    .map(({ days, group }) => open(days, { group })),
);
const anyScope: fc.Arbitrary<Scope> = fc.constantFrom<Scope>(
  ALL,
  { kind: 'msc', key: 'aviation', name: 'Aviation' },
  { kind: 'group', key: 'av3', name: 'Level 3' },
);
const counts = ({ measures, openByAge, openCount }: MetricsSummary): number[] => [
  ...measures.flatMap(({ count, met }) => [count, met]),
  ...openByAge.map(({ count }) => count),
  openCount,
];

describe('any facts', () => {
  it('have in a union the sums of their counts (ME-6)', () => {
    fc.assert(
      fc.property(fc.array(anyFact), fc.array(anyFact), anyScope, (some, others, scope) => {
        const [one, other, both] = [some, others, [...some, ...others]].map((facts) =>
          counts(summarise(facts, scope, PERIOD, goals)),
        );
        expect(both).toEqual(one!.map((count, i) => count + other![i]!));
      }),
    );
  });

  it('have the same summary in any order (ME-6)', () => {
    const shuffled = fc
      .array(anyFact)
      .chain((facts) =>
        fc.tuple(
          fc.constant(facts),
          fc.shuffledSubarray(facts, { minLength: facts.length, maxLength: facts.length }),
        ),
      );
    fc.assert(
      fc.property(shuffled, anyScope, ([facts, other], scope) => {
        expect(summarise(other, scope, PERIOD, goals)).toEqual(summarise(facts, scope, PERIOD, goals));
      }),
    );
  });

  it('never have more in time than counted, nor a per cent outside 0 to 100 (ME-6)', () => {
    fc.assert(
      fc.property(fc.array(anyFact), anyScope, (facts, scope) => {
        for (const { count, met, percent } of summarise(facts, scope, PERIOD, goals).measures) {
          expect(met).toBeLessThanOrEqual(count);
          expect(percent === undefined).toBe(count === 0);
          if (percent !== undefined) expect(percent >= 0 && percent <= 100).toBe(true);
        }
      }),
    );
  });
});
