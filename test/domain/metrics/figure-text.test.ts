import { percentText, shownPercent, toTenth } from '../../../src/domain/metrics/figure-text';

describe('A percent', () => {
  it.each([
    [2, 3, 66.7],
    [1, 3, 33.3],
    [1, 8, 12.5],
    [1333, 2000, 66.7],
    [1, 400, 0.3],
    [0, 7, 0],
    [7, 7, 100],
  ])('of %i of %i is rounded to one decimal, half up: %d (ME-6)', (met, count, shown) => {
    expect(shownPercent((met * 100) / count)).toBe(shown);
  });

  it.each([
    [2124, 2500, 84.96],
    [9999, 10_000, 99.99],
    [99_999, 100_000, 99.999],
  ])('of %i of %i is not rounded onto a goal that it misses: %d (ME-6)', (met, count, shown) => {
    expect(shownPercent((met * 100) / count)).toBe(shown);
  });

  it('stays on one line with its sign', () => {
    expect(percentText(200 / 3)).toBe('66.7\u00a0%');
  });
});

describe('Days and points', () => {
  it.each([
    [6.35, 6.4],
    [6.25, 6.3],
    [1.04, 1],
  ])('are rounded to a tenth, half up: %d is %d', (days, shown) => {
    expect(toTenth(days)).toBe(shown);
  });
});
