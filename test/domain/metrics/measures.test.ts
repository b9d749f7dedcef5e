import { goalsOver } from '../../../src/domain/metrics/goals-over';
import { distributionBars, barsUpTo } from '../../../src/domain/metrics/distribution-bars';
import { hasPriorities, listsOf, measureRow, MEASURES } from '../../../src/domain/metrics/measures';
import { zoneOf } from '../../../src/domain/metrics/summary';
import { DEFAULT_POLICY } from '../../../src/domain/policy/default-policy';
import { aDirectory, aGroup, aWorld, DAY, START } from '../../support/site';

describe('A measure', () => {
  it("has the policy's goal: its percentage, and its days if it has any (ME-1, ME-2, ME-3, ME-4)", () => {
    const goals = MEASURES.map(({ key, goalOf }) => {
      const { percent, days } = goalOf(DEFAULT_POLICY.goals) as { percent: number; days?: number };
      return [key, days === undefined ? { percent } : { percent, days }];
    });
    expect(goals).toEqual([
      ['enterprise-crt', { percent: 85, days: 8 }],
      ['level-2-and-3-crt', { percent: 85, days: 16 }],
      ['satisfaction', { percent: 85 }],
      ['level-2-assignment', { percent: 100 }],
      ['interim-response', { percent: 100 }],
      ['level-3-assignment', { percent: 100 }],
      ['level-3-initial-update', { percent: 100 }],
      ['level-3-recurring-update', { percent: 100 }],
    ]);
  });

  it('is found by its key, and limited to a priority if its list has one (ME-6)', () => {
    for (const row of MEASURES) expect(measureRow(row.key)).toBe(row);
    expect(() => measureRow('crt' as 'satisfaction')).toThrow('No measure crt');
    const narrowed = MEASURES.filter(hasPriorities).map(({ key }) => key);
    expect(narrowed).toContain('interim-response');
    expect(narrowed).not.toContain('satisfaction');
    const row = measureRow('interim-response');
    expect(listsOf(row)).toEqual(row.lists);
    const high = listsOf(row, 'high');
    expect(high.length).toBeGreaterThan(0);
    expect(high.every((list) => list.endsWith('/high'))).toBe(true);
  });
});

describe('The goals of a period', () => {
  const old = { ...DEFAULT_POLICY, goals: { ...DEFAULT_POLICY.goals } };
  const policies = {
    all: [old, DEFAULT_POLICY],
    at: (instant: number) => (instant < START ? old : DEFAULT_POLICY),
  };

  it('are those in effect at its last instant, or now if it is still running (RE-3)', () => {
    expect(goalsOver({ before: START }, { now: START + DAY, policies })).toBe(old.goals);
    expect(goalsOver({ before: START + 1 }, { now: START + DAY, policies })).toBe(DEFAULT_POLICY.goals);
    expect(goalsOver({ before: START + DAY }, { now: START - 1, policies })).toBe(old.goals);
  });
});

describe('The time zone of a scope', () => {
  it("is the group's own, or the agency's if there is none or the group was deleted (BT-4)", () => {
    const directory = aDirectory([{ ...aGroup('hi2', 2, 'aviation'), zone: 'Pacific/Honolulu' }]);
    expect(zoneOf({ kind: 'group', key: 'hi2', name: 'Hawaii' }, directory)).toBe('Pacific/Honolulu');
    expect(zoneOf({ kind: 'group', key: 'gone', name: 'Gone' }, directory)).toBe('America/New_York');
    expect(zoneOf({ kind: 'msc', key: 'hi2', name: 'x' }, directory)).toBe('America/New_York');
    expect(zoneOf({ kind: 'enterprise', name: 'Enterprise' }, aWorld().directory)).toBe('America/New_York');
  });
});

describe('The bars of a distribution', () => {
  const bins = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((count, days) => ({ days, count }));
  const bars = (goalDays: number, over = 7) =>
    distributionBars({ bins, over, goalDays } as unknown as Parameters<typeof distributionBars>[0]).map(
      ({ from, to, count, within }) => [from, to, count, within],
    );

  it('are one day wide for a goal of up to eight days, and none mixes met and missed cases (ME-1)', () => {
    // Who took no business time at all, the one of day 0, is among the first.
    expect(bars(4)).toEqual([
      [1, 1, 3, true],
      [2, 2, 3, true],
      [3, 3, 4, true],
      [4, 4, 5, true],
      [5, 5, 6, false],
      [6, 6, 7, false],
      [7, 7, 8, false],
      [8, 8, 9, false],
      [9, 9, 10, false],
      [10, undefined, 7, false],
    ]);
    expect(barsUpTo(8)).toBe(16);
  });

  it('are wider for a longer goal, and one of them ends at the goal (ME-2)', () => {
    expect(bars(9)).toEqual([
      [1, 1, 3, true],
      [2, 3, 7, true],
      [4, 5, 11, true],
      [6, 7, 15, true],
      [8, 9, 19, true],
      [10, undefined, 7, false],
    ]);
  });
});
