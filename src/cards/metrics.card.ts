import type { AgeBand, Measure, MetricsSummary } from '../domain/metrics/summary';
import { instantIn } from '../domain/cases/iso-date';
import { DEFAULT_ZONE } from '../domain/clocks/site-calendars';
import { markdown, label } from './escape-text';
import type { Presented, ValueOf } from './presented';
import type { Color } from './tone-style';

/** What the metrics template reads. */
interface MetricsView {
  readonly title: string;
  readonly scope: string;
  readonly measures: readonly {
    readonly name: string;
    readonly figure: string;
    readonly verdict: string;
    readonly color: Color;
    readonly goal: string;
    readonly behind: string;
  }[];
  readonly open: string;
  readonly hasOpen: boolean;
  readonly ages: readonly { readonly name: string; readonly count: string; readonly bar: string }[];
}

/** `unit` is the plural of what is counted. */
const counted = (count: number, unit = 'cases'): string =>
  `${count} ${count === 1 ? unit.replace(/s$/, '') : unit}`;
const cases = (count: number): string => counted(count);

/** One decimal where there is one: a goal that is missed by a fraction must not look met. */
const percentText = (percent: number): string => `${Number((Math.floor(percent * 10) / 10).toFixed(1))} %`;

function measureView(measure: Measure): MetricsView['measures'][number] {
  const said = { name: label(measure.name), goal: `Goal: ${label(measure.goal)} · ${measure.rule}` };
  if (measure.percent === undefined || measure.count === 0)
    return {
      ...said,
      figure: '–',
      verdict: 'nothing to count',
      color: 'default',
      behind: 'No cases in this period',
    };
  const met = measure.percent >= measure.goalPercent;
  const median =
    measure.medianDays === undefined
      ? ''
      : ` · half within ${Number(measure.medianDays.toFixed(1))} business days`;
  return {
    ...said,
    figure: percentText(measure.percent),
    verdict: met ? '✓ goal met' : '⚠ goal not met',
    color: met ? 'default' : 'attention',
    behind: `${measure.met} of ${counted(measure.count, measure.unit)} in time${median}`,
  };
}

const LONGEST_BAR = 12;

const barOf = (band: AgeBand, most: number): string =>
  '█'.repeat(band.count === 0 ? 0 : Math.max(1, Math.round((band.count / most) * LONGEST_BAR)));

function summaryLine(summary: MetricsSummary): string {
  const figures = summary.measures.filter((measure) => measure.percent !== undefined);
  const met = figures.filter((measure) => (measure.percent ?? 0) >= measure.goalPercent).length;
  const goals = figures.length === 0 ? 'nothing to count yet' : `${met} of ${figures.length} goals met`;
  return `Metrics, ${label(summary.scope.name)}, ${label(summary.period.name)}: ${goals}, ${cases(summary.openCount)} open`;
}

/** Where not every change is counted yet, up to when all are. */
const asOfText = ({ asOf }: MetricsSummary): string =>
  asOf === undefined ? '' : ` · as of ${instantIn(DEFAULT_ZONE, asOf)}, counting goes on`;

/** The scorecard of a scope over a period (rule ME-6). */
export function present({ summary }: ValueOf<'metrics'>): Presented<MetricsView> {
  const line = summaryLine(summary);
  const most = Math.max(1, ...summary.openByAge.map(({ count }) => count));
  return {
    summary: line,
    mentions: [],
    view: {
      title: `Metrics · ${markdown(summary.period.name)}`,
      scope: label(summary.scope.name) + asOfText(summary),
      measures: summary.measures.map(measureView),
      open: summary.openCount === 0 ? 'No case is open.' : `${cases(summary.openCount)} open`,
      hasOpen: summary.openCount > 0,
      ages: summary.openByAge.map((band) => ({
        name: label(band.name),
        count: String(band.count),
        bar: barOf(band, most),
      })),
    },
  };
}
