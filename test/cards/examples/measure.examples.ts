import { distributionDrawing } from '../../../src/charts/distribution-drawing';
import { drawNow } from '../../charts/draw-now';
import { barsOf, trendOf } from '../../../src/charts/of-figures';
import { trendDrawing } from '../../../src/charts/trend-drawing';
import { seriesOf } from '../../../src/domain/metrics/days';
import { measureRow } from '../../../src/domain/metrics/measures';
import { ENTERPRISE } from '../../../src/domain/metrics/question-key';
import { distributionOf, measuresOf, shareOf } from '../../../src/domain/metrics/scorecard';
import type { CrtMeasure, Point, Scored } from '../../../src/domain/metrics/scorecard';
import type { Measure, Scope } from '../../../src/domain/metrics/summary';
import type { Tallies } from '../../../src/domain/metrics/tally';
import { barsUpTo } from '../../../src/domain/metrics/distribution-bars';
import type { ActionPlan, PlanEntry } from '../../../src/domain/plans/plan';
import { DEFAULT_POLICY } from '../../../src/domain/policy/default-policy';
import type { MeasureShown } from '../../../src/cards/metrics/measure-shown';
import type { Example } from '../../../src/cards/shared/presented';
import { worldAt } from './example-context';
import { ASKED, aviationPlan, PLANNED } from './plan.examples';

const { goals } = DEFAULT_POLICY;
const OCTOBER = { from: '2026-10-01', to: '2026-10-31' };
const QUARTER = { from: '2026-07-01', to: '2026-09-30' };
const LONG: Scope = {
  kind: 'group',
  key: 'av-l2',
  name: 'Aviation Customer Operations, Depot and Fleet Readiness Support Branch, Second Shift',
};
const DAY = 86_400_000;
const THIRD_QUARTER = { from: Date.UTC(2026, 6, 1, 4), before: Date.UTC(2026, 9, 1, 4) };

/** So many per thousand, for each period; undefined where there was nothing to count. */
type Thousandths = readonly (number | undefined)[];
const YEAR: Thousandths = [881, 874, 866, 858, 871, 903, 897, 862, 851, 843, 820, 794];
const GAPS: Thousandths = [900, 880, undefined, undefined, 700, 850, undefined, 1_000, 920, 880, 860, 870];

function shownOf(
  key: Measure['key'],
  of: Thousandths,
  tallies: Tallies,
  rest: Partial<MeasureShown> & { readonly days?: typeof OCTOBER } = {},
): MeasureShown {
  const { days = OCTOBER, ...given } = rest;
  const before = measuresOf(tallies, tallies, goals);
  const scored = before.find((one): one is Scored => one.key === key);
  if (scored === undefined) throw new Error(`No measure ${key}`);
  const points = seriesOf(days, of.length).map((its, place): Point => {
    const met = of[place];
    const last = place === of.length - 1;
    return {
      days: its,
      name: '',
      ...(last
        ? shareOf({ ...scored, sumMs: 0, bins: [] })
        : shareOf({ count: met === undefined ? 0 : 1_000, met: met ?? 0, sumMs: 0, bins: [] })),
    };
  });
  const crt = measureRow(key).goalOf(goals).days;
  const distribution =
    crt === undefined ? undefined : distributionOf(key as CrtMeasure, tallies, goals, barsUpTo(crt));
  const counted = points.filter(({ percent }) => percent !== undefined).length;
  return {
    scope: ENTERPRISE,
    period: { from: Date.UTC(2026, 9, 1, 4), before: Date.UTC(2026, 10, 1, 4), name: 'October 2026' },
    scored,
    points,
    ...(distribution === undefined ? {} : { distribution }),
    drawsCharts: true,
    pictures: {
      ...(counted < 2 ? {} : { trend: drawNow(trendDrawing(trendOf(points, scored.goalPercent))) }),
      ...(distribution === undefined || distribution.count === 0
        ? {}
        : { distribution: drawNow(distributionDrawing(barsOf(distribution))) }),
    },
    ...given,
  };
}

const resolved = (bins: readonly number[]): Tallies => {
  const count = bins.reduce((sum, one) => sum + one, 0);
  const sumMs = bins.reduce((sum, one, day) => sum + one * (day - 0.4) * DAY, 0);
  return count === 0 ? {} : { 'closed/2': { count, met: count, sumMs, bins } };
};
const MANY = resolved([
  0, 210, 480, 690, 811, 640, 420, 333, 200, 240, 180, 121, 90, 66, 40, 31, 12, 9, 8, 7, 30,
]);
const FEW = resolved([0, 0, 1, 0, 2, 0, 0, 0, 0, 0, 1]);

const priorities = (counts: Readonly<Record<string, readonly [met: number, count: number]>>): Tallies =>
  Object.fromEntries(
    Object.entries(counts).map(([priority, [met, count]]) => [
      `interim-response/2/${priority}`,
      { count, met, sumMs: 0, bins: [] },
    ]),
  );

const example = (name: string, shown: MeasureShown, now?: string): Example<'measure'> => ({
  name,
  context: worldAt(now),
  value: { card: 'measure', shown },
});

const october = shownOf('enterprise-crt', YEAR, MANY);
const planOf = (...entries: readonly PlanEntry[]): ActionPlan => ({
  ...aviationPlan(...entries),
  measure: 'enterprise-crt',
  scope: ENTERPRISE,
});

const FULLEST: Thousandths = [812, 794, 655, 703, 801, 788, 912, 874, 761, 698, 834, 779];
/** All that a card can have to say at once, of a large site: long names, long periods, large numbers, a plan that is overdue. */
const fullest = shownOf(
  'level-2-and-3-crt',
  FULLEST,
  resolved(Array.from({ length: 34 }, (_, day) => 12_000 + 900 * ((day * 7) % 13))),
  {
    scope: LONG,
    days: QUARTER,
    period: { ...THIRD_QUARTER, name: 'July to September 2026' },
    asOf: worldAt().now,
  },
);
const fullestPlan: ActionPlan = {
  ...aviationPlan(ASKED, { ...PLANNED, who: `${PLANNED.who}, ${LONG.name}` }),
  scope: LONG,
};

/** The card of one measure: with charts, with pictures, and where there is little or nothing to show. */
export const measureExamples: readonly Example<'measure'>[] = [
  example('year', october),
  example('asked', { ...october, plan: planOf(ASKED) }),
  example('planned', { ...october, plan: planOf(ASKED, PLANNED) }),
  example('overdue', { ...october, plan: planOf(ASKED, PLANNED) }, '2026-12-01T08:00:00-05:00'),
  example('no-charts', { ...october, drawsCharts: false }),
  example('no-picture', { ...october, drawsCharts: false, pictures: {} }),
  example('gaps', shownOf('level-2-and-3-crt', GAPS, FEW, { scope: LONG })),
  example('one-period', shownOf('enterprise-crt', [undefined, undefined, 750], FEW)),
  example('nothing', shownOf('level-2-and-3-crt', [undefined, undefined, undefined], {})),
  example(
    'quarters',
    shownOf(
      'level-3-recurring-update',
      [1_000, 990, 985, 1_000, 970, 960, 1_000, 1_000, 940, 950, 990, 1_000],
      {
        'recurring-update/3/high': { count: 58, met: 58, sumMs: 0, bins: [] },
      },
      {
        days: QUARTER,
        period: { ...THIRD_QUARTER, name: 'July to September 2026' },
      },
    ),
  ),
  example('fullest', { ...fullest, plan: fullestPlan }, '2026-12-01T08:00:00-05:00'),
  example(
    'priorities',
    shownOf(
      'interim-response',
      YEAR.map((one) => one && one + 90),
      priorities({ emergency: [12, 12], high: [88, 91], medium: [0, 0], low: [204, 204] }),
      { asOf: worldAt().now },
    ),
  ),
  example(
    'degrees',
    shownOf('satisfaction', YEAR, {
      satisfaction: { count: 181, met: 150, sumMs: 0, bins: [90, 60, 14, 12, 5] },
    }),
  ),
];
