import { countTicks } from '../../charts/scale';
import { barLabel, distributionBars } from '../../domain/metrics/distribution-bars';
import { numberText } from '../../domain/metrics/figure-text';
import { distributionFinding } from '../../domain/metrics/finding';
import type { Distribution } from '../../domain/metrics/scorecard';
import { findingText } from './measure-trend';

/**
 * How Case Resolution Time is distributed: its half, its average and what kept the goal in a sentence, then as a chart or
 * a picture, which stand in lists of one or none, then as numbers (rules ME-1, ME-2).
 */
export function distributionView(
  distribution: Distribution,
  drawsCharts: boolean,
  picture: string | undefined,
) {
  const bars = distributionBars(distribution).map((bar) => ({ ...bar, label: barLabel(bar) }));
  // Below a narrow bar there is room for two digits: up to so many, and a plus for all that took longer.
  const values = (within: boolean) =>
    bars
      .filter((bar) => bar.within === within)
      .map(({ to, count }) => ({ x: to === undefined ? '+' : String(to), y: String(count) }));
  const longest = Math.max(...bars.map(({ to = 0 }) => to));
  // A height that clients can part in four whole numbers.
  const most = Math.max(4, countTicks(Math.max(...bars.map(({ count }) => count))).at(-1) ?? 4);
  const open = picture === undefined;
  return {
    finding: findingText(distributionFinding(distribution)),
    charts: drawsCharts
      ? [
          {
            kept: `Within the goal of ${distribution.goalDays} business days`,
            late: 'Later',
            axis: `Business days (up to); + means more than ${longest}`,
            yMax: String(most),
            within: values(true),
            over: values(false),
          },
        ]
      : [],
    pictures: picture === undefined ? [] : [{ url: picture }],
    rows: bars.map(({ label, count, within }) => ({
      days: label,
      count: numberText(count),
      goal: within ? '✓ within' : '⚠ later',
    })),
    open,
    closed: !open,
  };
}
