import * as fc from 'fast-check';
import { countTicks, percentTicks, scaleOf } from '../../src/charts/scale';

const rising = (ticks: readonly number[]): boolean =>
  ticks.every((tick, place) => place === 0 || tick > (ticks[place - 1] ?? tick));

describe('The ticks of an axis', () => {
  it('are two to five round percentages that span every value', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true })), (figures) => {
        const ticks = percentTicks(figures);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(5);
        expect(rising(ticks)).toBe(true);
        expect(ticks.at(-1)).toBe(100);
        for (const figure of figures) expect(figure).toBeGreaterThanOrEqual(ticks[0] ?? 100);
        for (const tick of ticks) expect(tick % 5).toBe(0);
      }),
    );
  });

  it('begin near the values, so a fall from 88 to 79 is visible', () => {
    expect(percentTicks([88.1, 79.4])).toEqual([70, 80, 90, 100]);
  });

  it('are at most five whole numbers from 0 that span every count', () => {
    fc.assert(
      fc.property(fc.nat(3_000_000), (most) => {
        const ticks = countTicks(most);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(5);
        expect(rising(ticks)).toBe(true);
        expect(ticks[0]).toBe(0);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
        for (const tick of ticks) expect(Number.isInteger(tick)).toBe(true);
      }),
    );
  });
});

it('A scale puts its only value in the middle, and any other value in proportion', () => {
  expect(scaleOf({ from: 5, to: 5 }, { start: 0, end: 10 })(5)).toBe(5);
  expect(scaleOf({ from: 0, to: 100 }, { start: 100, end: 0 })(85)).toBeCloseTo(15);
});
