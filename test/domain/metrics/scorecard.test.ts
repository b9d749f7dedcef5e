import fc from 'fast-check';
import { DEFAULT_POLICY } from '../../../src/domain/policy/default-policy';
import type { CaseFact } from '../../../src/domain/metrics/case-facts';
import { metricFactsOfCaseFact } from '../../../src/domain/metrics/metric-fact';
import type { MetricFact } from '../../../src/domain/metrics/metric-fact';
import { distributionOf, measuresOf, triedGoal } from '../../../src/domain/metrics/scorecard';
import type { Scored } from '../../../src/domain/metrics/scorecard';
import { mergedTallies, sumOf, talliesOf, within } from '../../../src/domain/metrics/tally';
import { closure, outcome } from '../../support/facts';
import { aWorld, DAY } from '../../support/site';

const { goals } = DEFAULT_POLICY;
const metricFacts = (facts: readonly CaseFact[]): readonly MetricFact[] =>
  facts.flatMap((fact) => metricFactsOfCaseFact(fact, aWorld()));
const scoredOf = (
  facts: readonly CaseFact[],
  before: readonly CaseFact[] = [],
  by = goals,
): readonly Scored[] =>
  measuresOf(talliesOf(metricFacts(facts)), talliesOf(metricFacts(before)), by).flatMap((one) =>
    one.state === 'not-loaded' ? [] : [one],
  );
const measure = (facts: readonly CaseFact[], key: string, before: readonly CaseFact[] = []): Scored =>
  scoredOf(facts, before).find((one) => one.key === key)!;

describe('The scorecard', () => {
  it('counts a case closed in exactly 8 business days as on time, and one a millisecond later as late (ME-1, BT-5)', () => {
    const late = closure(8, { elapsedMs: 8 * DAY + 1 });
    const figure = measure([closure(8), late], 'enterprise-crt');
    for (const absent of ['byPriority', 'byDegree', 'unit']) expect(figure).not.toHaveProperty(absent);
    expect(figure).toMatchObject({
      state: 'figure',
      count: 2,
      met: 1,
      percent: 50,
      goalPercent: 85,
      goalDays: 8,
      goal: '85% in 8 business days or less',
      reached: false,
      rule: 'ME-1',
    });
  });

  it('includes every closed case at every level in the enterprise metric (ME-1)', () => {
    const facts = ([1, 2, 3] as const).map((highestLevel) => closure(5, { highestLevel }));
    expect(measure(facts, 'enterprise-crt').count).toBe(3);
  });

  it('includes only closed cases that reached Level 2 or 3 in the 16-day metric (ME-2, ME-4)', () => {
    const facts = [
      closure(16, { highestLevel: 2 }),
      closure(17, { highestLevel: 3 }),
      closure(1, { highestLevel: 1 }),
    ];
    expect(measure(facts, 'level-2-and-3-crt')).toMatchObject({ count: 2, met: 1, rule: 'ME-2' });
  });

  it('reaches 85% with 17 of 20 without losing a fraction (ME-1)', () => {
    const facts = Array.from({ length: 20 }, (_, i) => closure(i < 17 ? 8 : 9));
    expect(measure(facts, 'enterprise-crt')).toMatchObject({ percent: 85, reached: true });
    expect(measure([...facts, closure(9)], 'enterprise-crt').reached).toBe(false);
  });

  it.each([
    ['level-2-assignment', { clock: 'assignment', level: 2 }],
    ['interim-response', { clock: 'interim-response', level: 2 }],
    ['level-3-assignment', { clock: 'assignment', level: 3 }],
    ['level-3-initial-update', { clock: 'initial-update', level: 3 }],
    ['level-3-recurring-update', { clock: 'recurring-update', level: 3 }],
  ] as const)('counts for %s only the outcomes of its own clock (ME-4)', (key, kind) => {
    const measures = scoredOf([outcome(kind), outcome({ ...kind, met: false, outcome: 'missed' })]);
    expect(measures.filter(({ count }) => count > 0)).toMatchObject([{ key, count: 2, met: 1, percent: 50 }]);
  });

  it('separates interim responses by priority (ME-4, CK-1)', () => {
    const of = { clock: 'interim-response', key: 'interim-response#1' } as const;
    const facts = [outcome({ ...of, priority: 'emergency', met: false }), outcome(of), outcome(of)];
    expect(measure(facts, 'interim-response').byPriority).toEqual([
      { priority: 'emergency', count: 1, met: 0, percent: 0 },
      { priority: 'high', count: 2, met: 2, percent: 100 },
      { priority: 'medium', count: 0, met: 0 },
      { priority: 'low', count: 0, met: 0 },
    ]);
  });

  it('does not count resolution clocks in addition to the closures themselves (ME-1)', () => {
    const facts = [
      outcome({ clock: 'resolution-enterprise' }),
      outcome({ clock: 'resolution-level-2-and-3' }),
    ];
    expect(metricFacts(facts)).toEqual([]);
  });

  it('shows neither 0 nor 100% when there is nothing to count (ME-6)', () => {
    for (const one of scoredOf([])) {
      expect(one).toMatchObject({ state: 'nothing-to-count', count: 0, before: { count: 0, met: 0 } });
      for (const absent of ['percent', 'medianDays', 'reached', 'trend'])
        expect(one).not.toHaveProperty(absent);
    }
  });

  it("says that Level 1's contract metrics are not loaded, and never shows zero for them (ME-4)", () => {
    const level1 = measuresOf({}, {}, goals).filter(({ state }) => state === 'not-loaded');
    expect(level1).toEqual([
      { state: 'not-loaded', key: 'level-1-contract', name: 'Level 1 contract metrics', rule: 'ME-4' },
    ]);
  });

  it('compares with the previous period and shows the direction (ME-6)', () => {
    const half = [closure(8), closure(9)];
    const trend = (now: readonly CaseFact[], before: readonly CaseFact[]) =>
      measure(now, 'enterprise-crt', before);
    expect(trend([closure(8)], half)).toMatchObject({ trend: 'better', before: { count: 2, percent: 50 } });
    expect(trend([closure(9)], half).trend).toBe('worse');
    expect(trend([...half, ...half], half).trend).toBe('same');
    expect(trend(half, [])).not.toHaveProperty('trend');
  });

  it('shows the number of whole business days within which half of the cases were closed', () => {
    const median = (...days: number[]) =>
      measure(
        days.map((day) => closure(day)),
        'enterprise-crt',
      ).medianDays;
    expect(median(1, 2, 9)).toBe(2);
    expect(median(1, 2)).toBe(1);
    expect(median(1.5)).toBe(2);
    expect(median(0)).toBe(0);
    expect(median(400)).toBe(261);
  });

  it('tries another goal against the same cases (ME-7)', () => {
    const tallies = talliesOf(metricFacts([closure(5), closure(6), closure(7), closure(9)]));
    const scope = { kind: 'enterprise', name: 'Enterprise' } as const;
    expect(triedGoal('enterprise-crt', 6, { scope, tallies }, goals)).toEqual({
      scope,
      now: { count: 4, met: 3, percent: 75 },
      then: { count: 4, met: 2, percent: 50 },
    });
    const { then } = triedGoal('enterprise-crt', 260, { scope, tallies }, goals);
    expect([then, triedGoal('enterprise-crt', 1, { scope, tallies }, goals).then]).toMatchObject([
      { count: 4, met: 4 },
      { count: 4, met: 0 },
    ]);
    for (const days of [0, 261, 6.5, NaN])
      expect(() => triedGoal('enterprise-crt', days, { scope, tallies }, goals)).toThrow(RangeError);
  });

  it('shows how the times are distributed, and which cases took longer (ME-1, ME-7)', () => {
    const tallies = talliesOf(metricFacts([closure(0), closure(1), closure(1.2), closure(3), closure(31)]));
    const { bins, ...rest } = distributionOf('enterprise-crt', tallies, goals, 3);
    expect(bins.map(({ count }) => count)).toEqual([1, 1, 1, 1]);
    expect(rest).toEqual({
      ...{ key: 'enterprise-crt', goalDays: 8, goalPercent: 85, count: 5, over: 1 },
      ...{ medianDays: 2, meanDays: 7.24 },
    });
    const none = distributionOf('enterprise-crt', {}, goals, 3);
    expect(none).toMatchObject({ count: 0, over: 0 });
    for (const absent of ['medianDays', 'meanDays']) expect(none).not.toHaveProperty(absent);
  });
});

const anyFact: fc.Arbitrary<CaseFact> = fc.oneof(
  fc
    .record({
      elapsedMs: fc.oneof(
        fc.integer({ min: 0, max: 300 * DAY }),
        fc.integer({ min: 0, max: 262 }).map((days) => days * DAY),
        fc.integer({ min: 0, max: 262 }).map((days) => days * DAY + 1),
      ),
      highestLevel: fc.constantFrom(1 as const, 2 as const, 3 as const),
    })
    .map((change) => closure(0, change)),
  fc
    .record({
      clock: fc.constantFrom('assignment' as const, 'interim-response' as const, 'recurring-update' as const),
      level: fc.constantFrom(2 as const, 3 as const),
      met: fc.boolean(),
    })
    .map(outcome),
);

describe('A tally', () => {
  it('gives for every whole number of business days how many cases were within it (ME-1, ME-2, ME-7, BT-5)', () => {
    fc.assert(
      fc.property(fc.array(anyFact), fc.integer({ min: 1, max: 260 }), (facts, days) => {
        const closed = facts.flatMap((fact) => (fact.kind === 'closure' ? [fact.elapsedMs] : []));
        const tally = sumOf(talliesOf(metricFacts(facts)), ['closed/1', 'closed/2', 'closed/3']);
        expect(within(tally, days)).toBe(closed.filter((ms) => ms <= days * DAY).length);
        expect(tally.sumMs).toBe(closed.reduce((sum, ms) => sum + ms, 0));
      }),
    );
  });

  it('of parts adds up to that of the whole in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyFact)), (parts) => {
        const each = parts.map((facts) => talliesOf(metricFacts(facts)));
        const whole = talliesOf(metricFacts(parts.flat()));
        expect(mergedTallies(each)).toEqual(whole);
        expect(JSON.stringify(mergedTallies(each.toReversed()))).toBe(JSON.stringify(whole));
      }),
    );
  });

  it('never has more cases on time than counted, or a percentage outside 0 to 100 (ME-6)', () => {
    fc.assert(
      fc.property(fc.array(anyFact), (facts) => {
        for (const { count, met, percent } of scoredOf(facts)) {
          expect(met).toBeLessThanOrEqual(count);
          expect(percent === undefined).toBe(count === 0);
          if (percent !== undefined) expect(percent >= 0 && percent <= 100).toBe(true);
        }
      }),
    );
  });
});
