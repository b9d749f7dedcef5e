import type { Tried } from '../../../src/domain/metrics/scorecard';
import { byChange, changeOf, furthest, reaches } from '../../../src/domain/metrics/what-if';

const tried = (key: string, count: number, now: number, then: number): Tried => {
  const share = (met: number) => ({ count, met, ...(count === 0 ? {} : { percent: (met * 100) / count }) });
  return { scope: { kind: 'group', key, name: key }, now: share(now), then: share(then) };
};
const keys = (rows: readonly Tried[]) => rows.map(({ scope }) => (scope.kind === 'group' ? scope.key : ''));

describe('Trying another goal (ME-7)', () => {
  it('shows the change of a share as the difference between the displayed values, in tenths of a percent', () => {
    expect(changeOf(tried('a', 1_204, 1_025, 858))).toBe(713 - 851);
    expect(changeOf(tried('a', 3, 1, 2))).toBe(667 - 333);
    expect(changeOf(tried('a', 10, 5, 5))).toBe(0);
    expect(changeOf(tried('a', 0, 0, 0))).toBe(0);
  });

  it('names the group that moves furthest, up or down, unless another moves as far', () => {
    const rows = [tried('still', 10, 5, 5), tried('down', 10, 9, 2), tried('up', 10, 1, 3)];
    expect(keys(byChange(rows))).toEqual(['down', 'up', 'still']);
    expect(furthest(rows)?.scope.name).toBe('down');
    expect(furthest([...rows, tried('too', 20, 18, 4)])).toBeUndefined();
    expect(furthest([tried('still', 10, 5, 5), tried('as still', 9, 9, 9)])).toBeUndefined();
    expect(furthest([tried('alone', 10, 9, 2)])).toBeUndefined();
    expect(furthest([])).toBeUndefined();
  });

  it('lists the group with more cases first if two move alike', () => {
    expect(keys(byChange([tried('few', 10, 9, 8), tried('many', 100, 90, 80)]))).toEqual(['many', 'few']);
  });

  it('is met at exactly the percentage, missed by one case fewer, and neither with nothing to count (ME-6)', () => {
    expect(reaches({ count: 20, met: 17 }, 85)).toBe(true);
    expect(reaches({ count: 10_000, met: 8_499 }, 85)).toBe(false);
    expect(reaches({ count: 0, met: 0 }, 85)).toBeUndefined();
  });
});
