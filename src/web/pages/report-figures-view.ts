import type { NotLoaded, Scored, Share } from '../../domain/metrics/scorecard';
import { MEASURES } from '../../domain/metrics/measures';
import { countedText, percentText, TREND_TEXTS } from '../../domain/metrics/figure-text';
import type { ScopeFigures } from '../../domain/reports/figure-rows';
import { scoredOf, type Report } from '../../domain/reports/report';
import { html, type Html } from './html';
import { figure, number, tableHtml, words, type TableCell } from './report-table';

const NOTHING = 'nothing to count';

/** A share in words, for a sentence. */
export const shareWords = ({ met, count, percent }: Share): string =>
  percent === undefined ? NOTHING : `${percentText(percent)} (${met} of ${count})`;

function rowOf(one: Scored | NotLoaded): readonly TableCell[] {
  const dash = number('–');
  if (one.state === 'not-loaded')
    return [words(one.name, one.rule), words('not loaded'), dash, dash, dash, words('–'), words('–')];
  const { name, rule, goal, percent, reached, met, count, unit, before, trend } = one;
  const verdict = reached === undefined ? NOTHING : reached ? '✓ met' : '⚠ not met';
  return [
    words(name, rule),
    words(goal),
    figure(percent, false),
    number(percent === undefined ? '–' : `${met} of ${countedText(count, unit)}`),
    number(before.percent === undefined ? '–' : percentText(before.percent)),
    words(trend === undefined ? 'no comparison' : TREND_TEXTS[trend]),
    words(verdict),
  ];
}

/** The scorecard of the month: each measure with its goal, result, count, previous month, direction, and verdict. */
export const scorecardHtml = ({ scorecard, month }: Report, before: string): Html =>
  tableHtml({
    caption: `Scorecard of ${month.period.name}`,
    head: ['Measure', 'Goal', 'Figure', 'Count', before, 'Direction', 'Verdict'],
    rows: scorecard.measures.map(rowOf),
  });

/** The measures of several scopes side by side, one row per scope. */
export function scopesHtml(caption: string, first: string, scopes: readonly ScopeFigures[]): Html {
  const rows = scopes.map(({ scope, measures }) => [
    words(scope.name),
    ...measures.flatMap((one) =>
      one.state === 'not-loaded'
        ? []
        : [
            figure(
              one.percent,
              one.reached === false,
              one.percent === undefined ? undefined : `${one.met} of ${one.count}`,
            ),
          ],
    ),
  ]);
  const table = tableHtml({ caption, head: [first, ...MEASURES.map(({ name }) => name)], rows });
  return html`${table}
<p class="quiet">⚠ goal not met; – nothing to count.</p>`;
}

const PRIORITY_NAMES = { emergency: 'Emergency', high: 'High', medium: 'Medium', low: 'Low' } as const;

/** The interim response by priority (rule CK-1). */
export function interimHtml({ scorecard }: Report): Html {
  const measure = scoredOf(scorecard).find(({ key }) => key === 'interim-response');
  if (measure === undefined) return html``;
  const rows = (measure.byPriority ?? []).map(({ priority, ...share }) => [
    words(PRIORITY_NAMES[priority]),
    figure(share.percent, share.count > 0 && share.met * 100 < measure.goalPercent * share.count),
    number(share.percent === undefined ? '–' : `${share.met} of ${share.count}`),
  ]);
  return tableHtml({
    caption: `Interim response by priority, goal ${measure.goalPercent}% in time`,
    head: ['Priority', 'Figure', 'Count'],
    rows,
  });
}
