import { PRIORITY_NAMES } from '../../domain/cases/details/validate-details';
import { comparedText, countedText, numberText, percentText } from '../../domain/metrics/figure-text';
import { questionKeys } from '../../domain/metrics/question-key';
import type { Scored } from '../../domain/metrics/scorecard';
import { DEGREES } from '../../domain/cases/satisfaction/degree';
import type { DomainContext } from '../../domain/kernel/domain-context';
import type { Button } from '../shared/card-value';
import { buttonViews } from '../shared/button-view';
import { label, markdown } from '../shared/escape-text';
import { distributionView } from './measure-distribution';
import { planLineView } from './measure-plan-view';
import type { MeasureShown } from './measure-shown';
import { countedUntil } from './counted-until';
import { shareRow, trendView } from './measure-trend';
import type { Presented, ValueOf } from '../shared/presented';
import { textColor } from '../shared/tone-style';

/**
 * The buttons of a measure, each with the same scope and period: its cases, for resolution time another
 * goal, its action plan (a missed goal without one asks for it; nobody plans for one person), and the scorecard.
 */
function buttonsOf({ scope, period, scored, plan }: MeasureShown, context: DomainContext): readonly Button[] {
  const question = questionKeys({ scope, period }, context.directory);
  const keys = { ...question, measure: scored.key };
  const { count, goalDays, reached } = scored;
  const isPlannable = reached === false && scope.kind !== 'person';
  return [
    ...(count > 0 ? [{ title: 'Cases', verb: 'metrics.cases', data: keys }] : []),
    ...(count > 0 && goalDays !== undefined
      ? [{ title: 'Try another goal', verb: 'metrics.what-if', data: keys }]
      : []),
    ...(plan === undefined && isPlannable ? [{ title: 'Action plan', verb: 'plan.new', data: keys }] : []),
    ...(plan === undefined
      ? []
      : [{ title: 'Action plan', verb: 'plan.list', data: { plan: plan.id, page: '1' } }]),
    { title: 'Scorecard', verb: 'metrics.show', data: question },
  ];
}

function beforeText({ before, trend }: Scored): string {
  if (before.percent === undefined) return 'nothing to count';
  const figure = `${percentText(before.percent)} (${numberText(before.met)} of ${numberText(before.count)})`;
  return trend === undefined ? figure : `${comparedText(trend)} ${figure}`;
}

function caseFactsOf({ scored }: MeasureShown) {
  const { goal, rule, met, percent, unit } = scored;
  const so = scored.key === 'satisfaction' ? 'satisfied' : 'in time';
  return [
    { title: 'Goal', value: `${label(goal)} · ${rule}` },
    {
      title: 'Count',
      value:
        percent === undefined
          ? 'nothing to count'
          : `${numberText(met)} of ${countedText(scored.count, unit)} ${so}`,
    },
    { title: 'Previous period', value: beforeText(scored) },
  ];
}

function partsOf({ byPriority, byDegree, goalPercent, count }: Scored) {
  if (count === 0) return [];
  return [
    ...(byPriority === undefined
      ? []
      : [
          {
            title: 'By priority',
            head: 'Priority',
            rows: byPriority.map((one) => shareRow(PRIORITY_NAMES[one.priority], one, goalPercent)),
          },
        ]),
    ...(byDegree === undefined
      ? []
      : [
          {
            title: 'By rating',
            head: 'Degree',
            rows: byDegree.map((one) => ({
              name: DEGREES[one.degree],
              figure: percentText((one.count * 100) / count),
              behind: countedText(one.count, 'answers'),
            })),
          },
        ]),
  ];
}

/** One measure with its trend, its distribution and its parts (rules ME-1 to ME-6). */
export function present({ shown }: ValueOf<'measure'>, context: DomainContext, room = 1): Presented {
  const { scored, scope, period, distribution, drawsCharts, pictures, asOf, plan } = shown;
  const { percent, reached } = scored;
  // Where a card would be too large its pictures go first: the numbers stand below them.
  const picture = (url: string | undefined, least: number): string | undefined =>
    room >= least ? url : undefined;
  const trend = trendView(shown, picture(pictures.trend, 0.5));
  const figure = percent === undefined ? '–' : percentText(percent);
  const verdict =
    percent === undefined ? 'nothing to count' : reached === true ? '✓ goal met' : '⚠ goal not met';
  return {
    summary: `${label(scored.name)}, ${label(scope.name)}, ${label(period.name)}: ${figure}, ${verdict}`,
    view: {
      title: markdown(scored.name),
      scope: `${label(scope.name)} · ${label(period.name)}${countedUntil(asOf)}`,
      figure,
      verdict,
      color: textColor(reached === false),
      facts: caseFactsOf(shown),
      plans: plan === undefined ? [] : [planLineView(plan, context, room)],
      trend,
      distributions:
        distribution === undefined || distribution.count === 0
          ? []
          : [distributionView(distribution, drawsCharts, picture(pictures.distribution, 1))],
      parts: partsOf(scored),
      actions: buttonViews(buttonsOf(shown, context)),
    },
  };
}
