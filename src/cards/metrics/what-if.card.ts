import { measureRow } from '../../domain/metrics/measures';
import { periodKey, scopeKey } from '../../domain/metrics/question-key';
import type { Share, Tried } from '../../domain/metrics/scorecard';
import { zoneOf } from '../../domain/metrics/summary';
import { byChange, changeOf, CRT_MEASURES, furthest, reaches } from '../../domain/metrics/what-if';
import type { WhatIf } from '../../domain/metrics/what-if';
import type { DomainContext } from '../../domain/kernel/domain-context';
import type { Choice } from '../shared/card-value';
import { buttonView } from '../shared/button-view';
import { clip, label, oneLine, shortName } from '../shared/escape-text';
import { countedUntil } from './counted-until';
import { choicesOfPeriod, scopeChoices } from './metrics-choices';
import type { Presented, ValueOf } from '../shared/presented';
import { countedText, figureText, numberText, percentText } from '../../domain/metrics/figure-text';
import { textColor } from '../shared/tone-style';

/** How many groups a card has room for: the ones that would change the most. */
const MAX_GROUPS = 12;

/** How many groups are offered as choices, as far as the card has room; any other can be typed. */
const MAX_SCOPES = 200;

const fewest = (choices: readonly Choice[], shown: string, room: number) =>
  choices.filter(({ value }, nth) => nth < MAX_SCOPES * room || value === shown);

/** What history would have scored under another goal (rule ME-7). */
export function present({ whatIf }: ValueOf<'what-if'>, context: DomainContext, room = 1): Presented {
  const { scope, period, measure, days, goal, tried } = whatIf;
  const [whole, ...groups] = tried;
  const hasRows = whole !== undefined && whole.now.count > 0;
  const ordered = byChange(groups);
  const shown = ordered.slice(0, Math.max(3, Math.floor(MAX_GROUPS * room)));
  const rest = ordered.length - shown.length;
  const keys = { scope: scopeKey(scope), period: periodKey(period, zoneOf(scope, context.directory)) };
  const finding = findingOf(whatIf);
  const title = `What if the goal were ${daysText(days)}?`;
  return {
    summary: `${title} ${label(scope.name)}, ${label(period.name)}: ${finding}`,
    view: {
      title,
      about: `${label(scope.name)} · ${label(period.name)} · ${measureRow(measure).name}, ${goal.percent}% in ${daysText(goal.days)} or less (${measureRow(measure).rule})${countedUntil(whatIf.asOf)}`,
      finding,
      hasRows,
      nowTitle: daysShort(goal.days),
      thenTitle: daysShort(days),
      rows: hasRows ? [whole, ...shown].map((row, nth) => rowView(row, nth === 0, goal.percent)) : [],
      legend: `✓ reaches ${goal.percent}%, ⚠ does not. Points are percentage points.`,
      hasMore: hasRows && rest > 0,
      more: `And ${numberText(rest)} more ${rest === 1 ? 'group' : 'groups'} with a smaller change. Choose an MSC or a group to see its numbers.`,
      days: String(days),
      measure,
      measures: CRT_MEASURES.map((key) => ({ title: shortName(measureRow(key).name), value: key })),
      ...keys,
      scopes: fewest(scopeChoices(scope, context, room), keys.scope, room),
      periods: choicesOfPeriod(period, scope, context),
      actions: [
        buttonView(
          { title: 'Try', verb: 'metrics.what-if', data: {} },
          { inputs: 'auto', style: 'positive' },
        ),
        buttonView({ title: 'Metrics', verb: 'metrics.show', data: keys }),
      ],
    },
  };
}

const daysText = (days: number): string => `${days} business ${days === 1 ? 'day' : 'days'}`;
const daysShort = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`;

/** A number of tenths as it is read: 134 is "13.4". */
const pointsText = (tenths: number): string => (Math.abs(tenths) / 10).toFixed(1);

function rowView(row: Tried, isWhole: boolean, percent: number) {
  const change = changeOf(row);
  const sign = change < 0 ? '−' : '+';
  return {
    name: clip(oneLine(row.scope.name), 90),
    cases: countedText(row.now.count),
    now: figure(row.now, percent),
    then: figure(row.then, percent),
    change: change === 0 ? '0' : `${sign}${pointsText(change)}`,
    weight: isWhole ? 'Bolder' : 'Default',
    nowColor: textColor(reaches(row.now, percent) !== true),
    thenColor: textColor(reaches(row.then, percent) !== true),
  };
}

/** The figure with a sign of whether the goal's per cent is reached, so that color is never alone. */
const figure = (share: Share, percent: number): string =>
  `${reaches(share, percent) === true ? '✓' : '⚠'}\u00a0${figureText(share.percent)}`;

/** In one sentence: the share under the other goal, the difference, and which group would change the most. */
function findingOf({ period, days, goal, tried: [whole, ...groups] }: WhatIf): string {
  if (whole?.then.percent === undefined)
    return `Nothing to count under any goal: no such case was closed in ${label(period.name)}.`;
  const change = changeOf(whole);
  const met = `${percentText(whole.then.percent)} of ${countedText(whole.then.count)}`;
  if (days === goal.days) return `${daysShort(days)} is the current goal: ${met} met it.`;
  const compared =
    change === 0
      ? `the same as with ${daysShort(goal.days)}`
      : `${pointsText(change)} points ${change < 0 ? 'less' : 'more'} than with ${daysShort(goal.days)}`;
  const reached = reaches(whole.then, goal.percent) === true ? 'reaching' : 'short of';
  const who = furthest(groups);
  const other =
    who === undefined
      ? ''
      : `; ${label(who.scope.name)} would ${changeOf(who) < 0 ? 'fall' : 'rise'} the most, by ${pointsText(changeOf(who))} points`;
  return `With ${daysShort(days)}, ${met} would have met it, ${compared} and ${reached} ${goal.percent}%${other}.`;
}
