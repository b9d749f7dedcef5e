import type { Fact } from '../../../src/domain/metrics/facts-of';
import { marksOfFact, neverDoneSince } from '../../../src/domain/metrics/mark';
import type { Mark } from '../../../src/domain/metrics/mark';
import { markVerdict, priorityOfMark } from '../../../src/domain/metrics/mark-verdict';
import { closure, outcome } from '../../support/facts';
import { aWorld, DAY, START } from '../../support/site';

const markOf = (fact: Fact): Mark => marksOfFact(fact, aWorld())[0]!;

describe('what a mark says for its figure', () => {
  it.each([
    [8 * DAY, true, 0],
    [8 * DAY + 1, false, 1],
    [5 * DAY, true, -3 * DAY],
  ])(
    'of resolution in %d ms is met: %s, by the goal that is asked (ME-1, BT-5)',
    (elapsedMs, met, overMs) => {
      const mark = markOf(closure(0, { elapsedMs }));
      expect(markVerdict(mark, 8)).toEqual({ kind: 'resolved', met, elapsedMs, overMs });
      expect(markVerdict(mark, 16).met).toBe(true);
    },
  );

  it('of a clock is how much late or early it was met (ME-4)', () => {
    expect(markVerdict(markOf(outcome()))).toEqual({ kind: 'done', met: true, lateMs: -DAY });
    const late = outcome({ met: false, outcome: 'late', lateMs: 3 * DAY });
    expect(markVerdict(markOf(late))).toEqual({ kind: 'done', met: false, lateMs: 3 * DAY });
  });

  it('of a clock that was never met is since when it was due, and worse than any late one (ME-4, ME-6)', () => {
    const { lateMs, ...never } = outcome({ met: false, outcome: 'missed' });
    expect(lateMs).toBeDefined();
    const mark = markOf(never);
    expect(markVerdict(mark)).toEqual({ kind: 'never-done', met: false, dueAt: START + DAY });
    expect(neverDoneSince(mark)).toBe(START + DAY);
    const late = markOf(outcome({ met: false, outcome: 'late', lateMs: 5_000 * DAY }));
    expect(neverDoneSince(late)).toBeUndefined();
    expect(mark.worse).toBeGreaterThan(late.worse);
  });

  it.each([
    ['1', false],
    ['3', false],
    ['4', true],
    ['5', true],
  ] as const)('of an answer is its degree: %s counts as satisfied: %s (ME-3)', (degree, met) => {
    const mark = markOf({
      kind: 'satisfaction',
      caseNumber: 'CS0000001',
      msc: 'aviation',
      at: START,
      degree,
      group: 'av2',
    });
    expect(markVerdict(mark)).toEqual({ kind: 'answered', met, degree });
  });

  it('knows the priority that an outcome was counted under; resolution has none (ME-4)', () => {
    expect(priorityOfMark(markOf(outcome({ priority: 'low' })))).toBe('low');
    expect(priorityOfMark(markOf(closure(1)))).toBeUndefined();
  });
});
