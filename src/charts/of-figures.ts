import { barLabel, distributionBars } from '../domain/metrics/distribution-bars';
import { percentText } from '../domain/metrics/figure-text';
import { isReached } from '../domain/metrics/finding';
import { periodWords } from '../domain/metrics/finding-period';
import type { Distribution, Point } from '../domain/metrics/scorecard';
import type { Bars } from './distribution-drawing';
import type { Trend } from './trend-drawing';

/** A series of a measure as it is drawn (rule ME-6). */
export const trendOf = (points: readonly Point[], goalPercent: number): Trend => ({
  goalPercent,
  points: points.map((point) => {
    const { label, group } = periodWords(point.days);
    if (point.percent === undefined) return { label, group, said: '–' };
    const { percent } = point;
    return { label, group, percent, met: isReached(point, goalPercent), said: percentText(percent) };
  }),
});

/** A distribution of Case Resolution Time as it is drawn (rules ME-1, ME-2). */
export const barsOf = (distribution: Distribution): Bars => ({
  goalDays: distribution.goalDays,
  bars: distributionBars(distribution).map((bar) => ({
    label: barLabel(bar),
    count: bar.count,
    within: bar.within,
  })),
});
