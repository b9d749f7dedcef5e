import { instantIn } from '../kernel/text/iso-date';
import { DEFAULT_ZONE } from '../calendar/site-calendars';
import { daysBefore, daysName } from '../metrics/days';
import type { Scored } from '../metrics/scorecard';
import { andList } from './and-list';
import { countedText, percentText, shownPercent } from '../metrics/figure-text';
import { hasEnded, scoredOf, type Report } from './report';

/** How many groups and reasons are named. */
const NAMED = 3;

/**
 * What the figures of a report say, one sentence each: how many goals are met, which are not and which are, what moved
 * most against the month before, where the aged open cases are, why open cases came, which action plans are open, and
 * whether figures of the month were counted again (rules ME-7, ME-11). Says nothing of a measure that had nothing to count but that it had (rule ME-6).
 */
export const storyOf = (report: Report): readonly string[] => [
  ...soFar(report),
  verdict(report),
  ...missed(report),
  ...met(report),
  ...moved(report),
  aged(report),
  ...reasons(report),
  ...plans(report),
  ...recounted(report),
];

/** That figures of the month were counted again since, so that nobody wonders why they moved (rule ME-11). */
function recounted({ month: { days }, scorecard }: Report): readonly string[] {
  const again = scorecard.recounted;
  if (scorecard.recounting === true) return ['The numbers are being recalculated and may still change.'];
  if (again === undefined || again.to < days.from || again.from > days.to) return [];
  return [
    `The numbers were recalculated on ${instantIn(DEFAULT_ZONE, again.at)} because closures, time zones, timeframes, or the way the program counts had changed.`,
  ];
}

type Figure = Scored & { readonly percent: number; readonly reached: boolean };

const isFigure = (one: Scored): one is Figure => one.percent !== undefined && one.reached !== undefined;
const figuresOf = (report: Report): readonly Figure[] => scoredOf(report.scorecard).filter(isFigure);

const soFar = (report: Report): readonly string[] =>
  hasEnded(report) ? [] : [`${report.month.period.name} hasn't ended yet: these are its numbers so far.`];

function verdict(report: Report): string {
  const { scope, month } = report;
  const figures = figuresOf(report);
  if (figures.length === 0) return `${scope.name} had nothing to count in ${month.period.name}.`;
  const reached = figures.filter((one) => one.reached).length;
  const empty = scoredOf(report.scorecard).length - figures.length;
  const rest = empty === 0 ? '' : `; ${countedText(empty, 'measures')} had nothing to count`;
  const goals = countedText(figures.length, 'goals');
  return `${scope.name} met ${reached} of ${goals} in ${month.period.name}${rest}.`;
}

function missed(report: Report): readonly string[] {
  const short = figuresOf(report).filter((one) => !one.reached);
  const said = short.map((one) => {
    const { name, percent, goalPercent, count, unit } = one;
    return `${name} (${percentText(percent)} of ${countedText(count, unit)}, goal ${percentText(goalPercent)})`;
  });
  return said.length === 0 ? [] : [`Not met: ${said.join('; ')}.`];
}

function met(report: Report): readonly string[] {
  const reached = figuresOf(report).filter((one) => one.reached);
  const said = reached.map(({ name, percent }) => `${name} (${percentText(percent)})`);
  return said.length === 0 ? [] : [`Met: ${said.join('; ')}.`];
}

/** What moved furthest of all, and what furthest the other way; by the figures as they are shown. */
function moved(report: Report): readonly string[] {
  const before = daysName(daysBefore(report.month.days));
  const moves = figuresOf(report).flatMap(({ name, percent, before: { percent: earlier } }) => {
    if (earlier === undefined) return [];
    const points = Math.round((shownPercent(percent) - shownPercent(earlier)) * 10) / 10;
    return points === 0 ? [] : [{ name, percent, earlier, points }];
  });
  const [most, ...others] = [...moves].sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
  if (most === undefined) return [];
  const say = ({ name, percent, earlier, points }: typeof most, how: string): string =>
    `${name} ${how} ${points > 0 ? 'up' : 'down'}, by ${Math.abs(points)} points to ${percentText(percent)} from ${percentText(earlier)}`;
  const against = others.find(({ points }) => points > 0 !== most.points > 0);
  const also = against === undefined ? '' : `; ${say(against, 'furthest')}`;
  return [`Compared with ${before}, ${say(most, 'moved most,')}${also}.`];
}

function aged({ scorecard: { open }, aged: { over, count, byGroup } }: Report): string {
  if (open.count === 0) return 'No cases are open.';
  if (count === 0)
    return open.count === 1
      ? `The one open case is not over ${over} business days old.`
      : `None of the ${open.count} open cases is over ${over} business days old.`;
  const named = byGroup.slice(0, NAMED).map((group) => `${group.name} (${group.count})`);
  const where = named.length === 0 ? '' : `, the most with ${andList(named)}`;
  const are = count === 1 ? 'is' : 'are';
  return `${count} of ${countedText(open.count, 'open cases')} ${are} over ${over} business days old${where}.`;
}

function reasons({ scorecard: { open } }: Report): readonly string[] {
  const top = open.topReasons.filter(({ count }) => count > 0).slice(0, NAMED);
  const said = top.map(({ name, count }) => `${name} (${count})`);
  return said.length === 0 ? [] : [`Most open cases are about ${andList(said)}.`];
}

function plans({ plans: all }: Report): readonly string[] {
  const [first, second] = all;
  if (first === undefined) return ['No action plans are open.'];
  const measures = [...new Set(all.map(({ measure }) => measure))].join('; ');
  if (second === undefined)
    return [`1 action plan is open${first.overdue ? ', and it is overdue' : ''}: ${measures}.`];
  const late = all.filter(({ overdue }) => overdue).length;
  const past = late === 0 ? '' : `, ${late} of them overdue`;
  return [`${all.length} action plans are open${past}: ${measures}.`];
}
