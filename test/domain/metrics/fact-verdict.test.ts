import type { CaseFact } from '../../../src/domain/metrics/case-facts';
import { metricFactsOfCaseFact, neverDoneSince } from '../../../src/domain/metrics/metric-fact';
import type { MetricFact } from '../../../src/domain/metrics/metric-fact';
import { factVerdict, priorityOfFact } from '../../../src/domain/metrics/fact-verdict';
import { closure, outcome } from '../../support/facts';
import { aWorld, DAY, START } from '../../support/site';

const markOf = (fact: CaseFact): MetricFact => metricFactsOfCaseFact(fact, aWorld())[0]!;

describe('The result of a metric fact', () => {
  it.each([
    [8 * DAY, true, 0],
    [8 * DAY + 1, false, 1],
    [5 * DAY, true, -3 * DAY],
  ])(
    'for a resolution in %d ms is met: %s, by the goal in the question (ME-1, BT-5)',
    (elapsedMs, met, overMs) => {
      const fact = markOf(closure(0, { elapsedMs }));
      expect(factVerdict(fact, 8)).toEqual({ kind: 'resolved', met, elapsedMs, overMs });
      expect(factVerdict(fact, 16).met).toBe(true);
    },
  );

  it('for a clock is how late or early it was met (ME-4)', () => {
    expect(factVerdict(markOf(outcome()))).toEqual({ kind: 'done', met: true, lateMs: -DAY });
    const late = outcome({ met: false, outcome: 'late', lateMs: 3 * DAY });
    expect(factVerdict(markOf(late))).toEqual({ kind: 'done', met: false, lateMs: 3 * DAY });
  });

  it('for a clock that was never met is the time since it was due, and ranks worse than any late one (ME-4, ME-6)', () => {
    const { lateMs, ...never } = outcome({ met: false, outcome: 'missed' });
    expect(lateMs).toBeDefined();
    const fact = markOf(never);
    expect(factVerdict(fact)).toEqual({ kind: 'never-done', met: false, dueAt: START + DAY });
    expect(neverDoneSince(fact)).toBe(START + DAY);
    const late = markOf(outcome({ met: false, outcome: 'late', lateMs: 5_000 * DAY }));
    expect(neverDoneSince(late)).toBeUndefined();
    expect(fact.worse).toBeGreaterThan(late.worse);
  });

  it.each([
    ['1', false],
    ['3', false],
    ['4', true],
    ['5', true],
  ] as const)('for an answer is its degree: %s counts as satisfied: %s (ME-3)', (degree, met) => {
    const fact = markOf({
      kind: 'satisfaction',
      caseNumber: 'CS0000001',
      msc: 'aviation',
      at: START,
      degree,
      group: 'av2',
    });
    expect(factVerdict(fact)).toEqual({ kind: 'answered', met, degree });
  });

  it('has the priority that the outcome was counted under, and none for a resolution (ME-4)', () => {
    expect(priorityOfFact(markOf(outcome({ priority: 'low' })))).toBe('low');
    expect(priorityOfFact(markOf(closure(1)))).toBeUndefined();
  });
});
