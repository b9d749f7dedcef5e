import {
  comparedText,
  countedText,
  figureText,
  percentText,
  shownPercent,
  toTenth,
} from '../../../src/domain/metrics/figure-text';

describe('A percentage', () => {
  it.each([
    [2, 3, 66.7],
    [1, 3, 33.3],
    [1, 8, 12.5],
    [1333, 2000, 66.7],
    [1, 400, 0.3],
    [0, 7, 0],
    [7, 7, 100],
  ])('for %i of %i is rounded to one decimal, half up: %d (ME-6)', (met, count, shown) => {
    expect(shownPercent((met * 100) / count)).toBe(shown);
  });

  it.each([
    [2124, 2500, 84.96],
    [9999, 10_000, 99.99],
    [99_999, 100_000, 99.999],
  ])('for %i of %i is not rounded up to a goal that it misses: %d (ME-6)', (met, count, shown) => {
    expect(shownPercent((met * 100) / count)).toBe(shown);
  });

  it('stays on one line with its sign', () => {
    expect(percentText(200 / 3)).toBe('66.7%');
  });
});

describe('A number of days or points', () => {
  it.each([
    [6.35, 6.4],
    [6.25, 6.3],
    [1.04, 1],
  ])('is rounded to a tenth, half up: %d becomes %d', (days, shown) => {
    expect(toTenth(days)).toBe(shown);
  });
});

describe('A metric in words', () => {
  it('says that there is nothing to count, and never 0% (ME-6)', () => {
    expect(figureText(undefined)).toBe('–');
    expect(figureText(0)).toBe('0%');
    expect(figureText(84.96)).toBe('84.96%');
  });

  it('stays below a whole percent that it misses by less than four decimals can show (ME-6)', () => {
    expect(shownPercent(99.999_99)).toBe(99.9999);
    expect(shownPercent(84.999_99)).toBe(84.9999);
    expect(shownPercent(99.9999)).toBe(99.9999);
    expect(shownPercent(85.000_01)).toBe(85);
    expect(shownPercent(85.04)).toBe(85);
  });

  it('is compared with a sign and words (ME-6)', () => {
    expect(comparedText('better')).toBe('▲\u00a0better than');
    expect(comparedText('worse')).toBe('▼\u00a0worse than');
    expect(comparedText('same')).toBe('=\u00a0the same as');
  });

  it('uses the singular for exactly one (ME-6)', () => {
    expect(countedText(1)).toBe('1 case');
    expect(countedText(0)).toBe('0 cases');
    expect(countedText(12_034, 'answers')).toBe('12,034 answers');
    expect(countedText(1, 'assignments')).toBe('1 assignment');
  });
});
