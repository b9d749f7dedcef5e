import { daysBefore, daysName, daysOf } from '../../domain/metrics/days';
import { periodKey, scopeKey } from '../../domain/metrics/question-key';
import type { Scored, Scorecard } from '../../domain/metrics/scorecard';
import { zoneOf } from '../../domain/metrics/summary';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { buttonView } from '../shared/button-view';
import { label, markdown, shortName } from '../shared/escape-text';
import { planPressViews } from './measure-plan-view';
import { countedUntil } from './counted-until';
import { choicesOfPeriod, scopeChoices } from './metrics-choices';
import { measureView } from './metrics-measure-view';
import { openView } from './metrics-open-view';
import type { Presented, ValueOf } from '../shared/presented';
import { countedText, figureText, numberText, percentText } from '../../domain/metrics/figure-text';
import { TONE_STYLES } from '../shared/tone-style';

/** How many missed goals are named in the summary; the rest are below. */
const NAMED = 4;

/** With more choices than this, people type to filter them. */
const LISTED = 30;

/** The scorecard of a scope over a period (rules ME-1 to ME-6). `room` is the share of the usual length of names. */
export function present(
  { scorecard, plans }: ValueOf<'metrics'>,
  context: DomainContext,
  room = 1,
): Presented {
  const { scope, period, measures, open } = scorecard;
  const zone = zoneOf(scope, context.directory);
  const keys = { scope: scopeKey(scope), period: periodKey(period, zone) };
  const verdict = verdictOf(scorecard);
  const missed = missedText(scorecard);
  const scopes = scopeChoices(scope, context, room);
  const views = measures.map((one) => measureView(one, keys, planPressViews(plans, one.key, context, room)));
  const named = `${label(scope.name)}, ${label(period.name)}`;
  return {
    summary: [`Metrics, ${named}: ${verdict.text}`, ...missed, `${countedText(open.count)} open`].join('. '),
    view: {
      title: `Metrics · ${markdown(scope.name)}`,
      about: aboutText(scorecard, zone),
      style: TONE_STYLES[verdict.tone].style,
      verdict: `${TONE_STYLES[verdict.tone].mark}${verdict.text}`,
      missed,
      standing: standingText(scorecard),
      hint: hintOf(views, open.count),
      measures: views,
      open: openView(open, keys),
      ...keys,
      scopes,
      scopeStyle: scopes.length > LISTED ? 'filtered' : 'compact',
      periods: choicesOfPeriod(period, scope, context),
      actions: [
        buttonView({ title: 'Show', verb: 'metrics.show', data: {} }, { inputs: 'auto', style: 'positive' }),
      ],
    },
  };
}

/** What can be pressed: numbers, action plans, both, or neither. */
function hintOf(measures: readonly ReturnType<typeof measureView>[], openCases: number): string {
  const hasPlans = measures.some(({ plans }) => plans.some(({ isPressable }) => isPressable));
  const hasFigures = openCases > 0 || measures.some(({ isPressable }) => isPressable);
  const figures = hasFigures ? ["a number to see what's behind it, worst first"] : [];
  const said = [...figures, ...(hasPlans ? ['an action plan to open it'] : [])];
  return said.length === 0 ? '' : `Press ${said.join(', or ')}.`;
}

const figuresOf = ({ measures }: Scorecard): readonly Scored[] =>
  measures.flatMap((one) => (one.state === 'figure' ? [one] : []));

/** Every measure that missed its goal, the one that missed it by most first. */
const missedOf = (scorecard: Scorecard): readonly Scored[] =>
  figuresOf(scorecard)
    .filter(({ reached }) => reached === false)
    .sort((a, b) => gapOf(b) - gapOf(a));

const gapOf = ({ goalPercent, percent = 0 }: Scored): number => goalPercent - percent;

/** How many of the goals that have something to count are met. */
function verdictOf(scorecard: Scorecard): { readonly text: string; readonly tone: keyof typeof TONE_STYLES } {
  const all = figuresOf(scorecard).length;
  if (all === 0) return { text: 'Nothing to count in this period', tone: 'plain' };
  const met = all - missedOf(scorecard).length;
  if (met === all) return { text: all === 1 ? 'The goal is met' : `All ${all} goals are met`, tone: 'good' };
  return { text: `${met} of ${countedText(all, 'goals')} met`, tone: 'attention' };
}

/** "Missed: Level 2 interim response 81.2% of 100%, …" in one line, or none. */
function missedText(scorecard: Scorecard): readonly string[] {
  const missed = missedOf(scorecard);
  if (missed.length === 0) return [];
  const names = missed
    .slice(0, NAMED)
    .map(
      ({ name, percent, goalPercent }) =>
        `${markdown(shortName(name))} ${figureText(percent)} of ${percentText(goalPercent)}`,
    );
  const rest = missed.length > NAMED ? ` and ${missed.length - NAMED} more` : '';
  return [`Missed: ${names.join('; ')}${rest}`];
}

/** The open cases in one line. */
function standingText({ open }: Scorecard): string {
  if (open.count === 0) return 'No cases are open.';
  const aged = open.byAge.find(({ key }) => key === 'aged')?.count ?? 0;
  const parts = [
    countedText(open.count, 'open cases'),
    ...(open.bySla.missed > 0 ? [`${numberText(open.bySla.missed)} with a missed clock`] : []),
    ...(aged > 0 ? [`${numberText(aged)} open for over 30 business days`] : []),
  ];
  return parts.join(' · ');
}

/** The period and the one it is compared with; if not every change is counted yet, until when all are. */
function aboutText({ period, asOf, recounting }: Scorecard, zone: string): string {
  const before = daysName(daysBefore(daysOf(period, zone)));
  const again = recounting === true ? ' · being recalculated' : '';
  return `${markdown(period.name)}, compared with ${before}${countedUntil(asOf)}${again}`;
}
