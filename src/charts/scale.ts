/** Turns a figure into a place: `from` of the figures to `start` of the picture, `to` to `end`. */
export function scaleOf(
  figures: { readonly from: number; readonly to: number },
  places: { readonly start: number; readonly end: number },
): (figure: number) => number {
  const { from, to } = figures;
  const { start, end } = places;
  const room = to - from;
  // If all values are equal, they are drawn in the middle.
  if (room === 0) return () => (start + end) / 2;
  return (figure) => start + ((figure - from) / room) * (end - start);
}

const PERCENT_STEPS = [5, 10, 20, 25, 50];
const MAX_STEPS = 4;
/** Shown at least, so that small differences look small. */
const MIN_RANGE = 20;
/** The least figure stands so far above the axis, where there is room below it. */
const CLEAR = 2;

/**
 * Round per cents for an axis that ends at 100 and begins a little below the least of the figures: a fall from 88 to 79 is
 * seen, and five ticks are enough. At least two, the first and last being the ends of the axis.
 */
export function percentTicks(figures: readonly number[]): readonly number[] {
  const least = Math.min(100 - MIN_RANGE, ...figures.map((figure) => Math.max(0, figure - CLEAR)));
  const step = PERCENT_STEPS.find((one) => 100 - Math.floor(least / one) * one <= MAX_STEPS * one) ?? 50;
  const first = Math.max(0, Math.floor(least / step) * step);
  return ticks(first, 100, step);
}

/** Round numbers from 0 to the least that is not below `most`: at most five, and whole. */
export function countTicks(most: number): readonly number[] {
  const rough = Math.max(1, most) / MAX_STEPS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 2.5, 5, 10].map((of) => of * power).find((one) => one >= rough) ?? rough);
  const whole = Number.isInteger(step) ? step : Math.ceil(step);
  return ticks(0, Math.ceil(Math.max(1, most) / whole) * whole, whole);
}

const ticks = (from: number, to: number, step: number): readonly number[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, place) => from + place * step);
