import { z } from 'zod/v4';
import type { MeasureShown } from '../../cards/measure-shown';
import { distributionDrawing } from '../../charts/distribution-drawing';
import { barsOf, trendOf } from '../../charts/of-figures';
import { trendDrawing } from '../../charts/trend-drawing';
import { refuse, reply } from '../../commands/command';
import type { Command, CommandContext, Platform } from '../../commands/command';
import { optional } from '../../commands/inputs';
import { barsUpTo } from '../../domain/metrics/distribution-bars';
import { MEASURES } from '../../domain/metrics/measures';
import type { CrtMeasure, Distribution, Point, Scored } from '../../domain/metrics/scorecard';
import type { Measure } from '../../domain/metrics/summary';
import { barredFromFiguresOf } from '../../domain/people/metrics-of-person';
import type { MetricsQuestion } from '../../ports/metrics';
import { MEASURE_FORMS, readMeasure } from './measure-words';
import { readBoth, readWords } from './read-words';

/** How many periods a trend is of, the one asked for among them. */
const PERIODS = 12;
/** Clients that draw neither a chart nor what should stand in its place. */
const WITHOUT_CHARTS: readonly Platform[] = ['ios'];

interface MeasureInput {
  readonly measure: Measure['key'];
  /** What was typed after the measure, or a scope and a period from a button. */
  readonly words: string;
  readonly scope: string;
  readonly period: string;
}

/**
 * Shows one measure with its trend over twelve periods and, of Case Resolution Time, its distribution (rules ME-1 to ME-6).
 * What everyone may see of a scorecard everyone may see of this; of a person who may (rule AC-5).
 */
export const measureCommand: Command<MeasureInput> = {
  verb: 'metrics.measure',
  title: 'Measure',
  area: 'Metrics',
  typed: {
    words: ['measure'],
    usage: 'measure <name> [group, MSC or me] [period]',
    summary: 'One measure with its trend over twelve periods and what it is made of.',
    example: 'measure crt aviation last month',
    hint: MEASURE_FORMS,
    read: readMeasure,
  },
  schema: z.object({
    measure: z.enum(
      MEASURES.map(({ key }) => key),
      { error: `That is no measure of the scorecard. ${MEASURE_FORMS}` },
    ),
    words: optional,
    scope: optional,
    period: optional,
  }),
  run: async ({ measure, words, scope, period }, context) => {
    const read = words === '' ? readBoth(scope, period, context) : readWords(words, context);
    if (!read.ok) return refuse(read.refusal);
    const asked = read.value;
    const barred =
      asked.scope.kind === 'person'
        ? barredFromFiguresOf(asked.scope.key, context.actor, context.directory)
        : undefined;
    if (barred !== undefined) return refuse(barred);
    return reply({ card: 'measure', shown: await shownOf(measure, asked, context) });
  },
};

async function shownOf(
  key: Measure['key'],
  asked: MetricsQuestion,
  { metrics, pictures, platform }: CommandContext,
): Promise<MeasureShown> {
  const { measures, asOf } = await metrics.scorecard(asked);
  const scored = measures.find((one): one is Scored => one.key === key);
  if (scored === undefined) throw new Error(`The scorecard has no ${key}`);
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
