import type { MeasureShown } from '../../cards/metrics/measure-shown';
import { distributionDrawing } from '../../charts/distribution-drawing';
import { barsOf, trendOf } from '../../charts/of-figures';
import { trendDrawing } from '../../charts/trend-drawing';
import type { CommandContext, Platform } from '../../commands/command';
import { barsUpTo } from '../../domain/metrics/distribution-bars';
import type { CrtMeasure, Distribution, Point, Scored } from '../../domain/metrics/scorecard';
import type { Measure } from '../../domain/metrics/summary';
import type { MetricsQuestion } from '../../ports/metrics';

/** How many periods a trend is of, the one asked for among them. */
const PERIODS = 12;
/** Clients that draw neither a chart nor what should stand in its place. */
const WITHOUT_CHARTS: readonly Platform[] = ['ios'];

/**
 * One measure with its trend over twelve periods and, of Case Resolution Time, its distribution, with their pictures
 * (rules ME-1 to ME-6).
 */
export async function measureShown(
  key: Measure['key'],
  asked: MetricsQuestion,
  { metrics, pictures, platform, plans }: CommandContext,
): Promise<MeasureShown> {
  const { measures, asOf } = await metrics.scorecard(asked);
  const scored = measures.find((one): one is Scored => one.key === key);
  if (scored === undefined) throw new Error(`The scorecard has no ${key}`);
  const plan = (await plans.openFor(asked.scope)).find(({ measure }) => measure === key);
  const { goalDays } = scored;
  const [points, distribution] = await Promise.all([
    metrics.series({ ...asked, measure: key }, PERIODS),
    goalDays === undefined || scored.count === 0
      ? undefined
      : metrics.distribution(asked, key as CrtMeasure, barsUpTo(goalDays)),
  ]);
  return {
    ...asked,
    scored,
    points,
    ...(plan === undefined ? {} : { plan }),
    ...(distribution === undefined ? {} : { distribution }),
    ...(asOf === undefined ? {} : { asOf }),
    drawsCharts: platform === undefined || !WITHOUT_CHARTS.includes(platform),
    pictures: await drawnOf(points, scored.goalPercent, distribution, pictures),
  };
}

/** The pictures that there is something to draw for: one period alone is no trend. */
async function drawnOf(
  points: readonly Point[],
  goalPercent: number,
  distribution: Distribution | undefined,
  pictures: CommandContext['pictures'],
): Promise<MeasureShown['pictures']> {
  const counted = points.filter(({ percent }) => percent !== undefined);
  const [trend, bars] = await Promise.all([
    counted.length < 2 ? undefined : pictures.draw(trendDrawing(trendOf(points, goalPercent))),
    distribution === undefined ? undefined : pictures.draw(distributionDrawing(barsOf(distribution))),
  ]);
  return {
    ...(trend === undefined ? {} : { trend }),
    ...(bars === undefined ? {} : { distribution: bars }),
  };
}
