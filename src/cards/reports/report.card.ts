import { DateTime } from 'luxon';
import { instantIn } from '../../domain/kernel/text/iso-date';
import type { Scored } from '../../domain/metrics/scorecard';
import { daysBefore, daysName } from '../../domain/metrics/days';
import { scopeKey } from '../../domain/metrics/question-key';
import { zoneOf } from '../../domain/metrics/summary';
import { comparedText, countedText, percentText } from '../../domain/metrics/figure-text';
import { scoredOf } from '../../domain/reports/report';
import { storyOf } from '../../domain/reports/story';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { buttonView } from '../shared/button-view';
import type { Button } from '../shared/card-value';
import { clip, label, markdown, oneLine } from '../shared/escape-text';
import type { Presented, ValueOf } from '../shared/presented';
import { textColor } from '../shared/tone-style';

type Value = ValueOf<'report'>;

/** A sentence names some groups and reasons; more of it would make the card too large. */
const SENTENCE_BYTES = 900;

const dayText = (date: string): string =>
  DateTime.fromISO(date, { zone: 'utc' }).setLocale('en-US').toFormat('d LLLL yyyy');

function directionOf({ trend, before }: Scored, earlier: string): string {
  if (trend === undefined || before.percent === undefined) return `no comparison with ${earlier}`;
  return `${comparedText(trend)} ${percentText(before.percent)} in ${earlier}`;
}

function figureViews({ report }: Value) {
  const earlier = daysName(daysBefore(report.month.days));
  return scoredOf(report.scorecard).flatMap((measure) => {
    const { percent, reached, name, goal, met, count, unit } = measure;
    if (percent === undefined || reached === undefined) return [];
    return [
      {
        name: label(name),
        figure: percentText(percent),
        color: textColor(!reached),
        goal: `${reached ? '✓ goal met' : '⚠ goal not met'}: ${label(goal)}`,
        behind: label(`${met} of ${countedText(count, unit)} · ${directionOf(measure, earlier)}`),
      },
    ];
  });
}

function restText({ report: { scorecard } }: Value): string {
  const empty = scoredOf(scorecard).flatMap(({ state, name }) => (state === 'figure' ? [] : [name]));
  const missing = scorecard.measures.flatMap(({ state, name }) => (state === 'not-loaded' ? [name] : []));
  return [
    ...(empty.length === 0 ? [] : [`Nothing to count: ${empty.join('; ')}.`]),
    ...(missing.length === 0 ? [] : [`Not loaded: ${missing.join('; ')}.`]),
  ].join(' ');
}

function titleOf({ report, occasion }: Value): string {
  if (occasion.kind === 'review')
    return `Report for the review on ${dayText(occasion.date)} · ${report.month.period.name}`;
  return `Report · ${report.month.period.name}`;
}

function linksOf({ links }: Value) {
  if (links === undefined) return [];
  return [
    { title: 'Open the report', url: links.page },
    { title: 'Metrics (CSV)', url: links.figures },
    { title: 'Cases (CSV)', url: links.cases },
  ];
}

/** For the person who asked, the same report each month; else the reports of this conversation. Then the metrics. */
function buttonsOf({ report: { scope, month }, occasion }: Value): readonly Button[] {
  const metrics = {
    title: 'Metrics',
    verb: 'metrics.show',
    data: { scope: scope.kind === 'enterprise' ? '' : scope.key, period: month.month },
  };
  return occasion.kind === 'asked'
    ? [{ title: 'Post it monthly', verb: 'report.monthly', data: { scope: scopeKey(scope) } }, metrics]
    : [metrics, { title: 'Reports here', verb: 'report.list', data: {} }];
}

/** The report of a month: its story, the key metrics, and links to open it (rule ME-7). */
export function present(value: Value, context: DomainContext): Presented {
  const { report, links, lateSince } = value;
  const zone = zoneOf(report.scope, context.directory);
  const asOf = report.scorecard.asOf ?? report.madeAt;
  const goesOn = report.scorecard.asOf === undefined ? '' : ', still counting';
  const story = storyOf(report).map((sentence) => clip(oneLine(sentence), SENTENCE_BYTES));
  const rest = restText(value);
  const note =
    links === undefined
      ? 'There are no links because this site has no address for its pages. An administrator needs to set PUBLIC_URL to the address where people reach this server.'
      : `You don't need to sign in: anyone who has these links can open the report until ${instantIn(zone, links.until)}.`;
  return {
    summary: clip(oneLine(`${titleOf(value)}, ${report.scope.name}: ${story.join(' ')}`), 280),
    view: {
      title: markdown(titleOf(value)),
      scope: `${label(report.scope.name)} · as of ${instantIn(zone, asOf)}${goesOn}`,
      late: lateSince === undefined ? '' : `⚠ Posted late: it was due ${instantIn(zone, lateSince)}.`,
      isLate: lateSince !== undefined,
      verdict: story[0] ?? '',
      story: story.slice(1),
      figures: figureViews(value),
      rest: clip(oneLine(rest), SENTENCE_BYTES),
      hasRest: rest !== '',
      note,
      links: linksOf(value),
      actions: buttonsOf(value).map((button) => buttonView(button)),
    },
  };
}
