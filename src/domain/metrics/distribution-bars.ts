import type { Distribution } from './scorecard';

/** A span of business days in which so many were resolved. `from` is the least whole number, `to` the most; none: and more. */
export interface DistributionBar {
  readonly from: number;
  readonly to?: number;
  readonly count: number;
  readonly within: boolean;
}

/** On each side of the goal. */
const MAX_BARS = 8;

/** As far as the bars go: twice the goal. */
export const barsUpTo = (goalDays: number): number => 2 * goalDays;

/**
 * A distribution in at most eight bars within the goal, eight beyond it, and one for all that took still longer. The goal
 * is the edge between two bars, whatever it is, so that what kept it and what did not never share one (rules ME-1, ME-2).
 */
export function distributionBars({ bins, over, goalDays }: Distribution): readonly DistributionBar[] {
  const width = Math.max(1, Math.ceil(goalDays / MAX_BARS));
  const upTo = bins.at(-1)?.days ?? 0;
  const sum = (from: number, to: number): number =>
    // Who took no business time at all is among the quickest.
    bins.reduce((all, { days, count }) => (Math.max(1, days) >= from && days <= to ? all + count : all), 0);
  const bars: DistributionBar[] = [];
  for (let to = goalDays; to >= 1; to -= width) {
    const from = Math.max(1, to - width + 1);
    bars.unshift({ from, to, count: sum(from, to), within: true });
  }
  for (let from = goalDays + 1; from <= upTo; from += width) {
    const to = Math.min(upTo, from + width - 1);
    bars.push({ from, to, count: sum(from, to), within: false });
  }
  return [...bars, { from: upTo + 1, count: over, within: false }];
}

/** "3", "3–4", "17+": a whole number of business days says up to so many. */
export const barLabel = ({ from, to }: DistributionBar): string =>
  to === undefined ? `${from}+` : from === to ? String(from) : `${from}–${to}`;
