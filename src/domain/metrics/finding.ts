import { numberText, percentText, toTenth } from './figure-text';
import { periodWords } from './finding-period';
import type { Distribution, Point, Share } from './scorecard';
import type { Measure, Scope } from './summary';
import { within } from './tally';

/** Whether so many reach the goal; compared as whole numbers, so that no fraction is lost. */
export const isReached = ({ met, count }: Share, goalPercent: number): boolean =>
  met * 100 >= goalPercent * count;

/** The measures as they are called in a sentence. */
const SHORT_NAMES: Readonly<Record<Measure['key'], string>> = {
  'enterprise-crt': 'CRT',
  'level-2-and-3-crt': 'Level 2 and 3 CRT',
  satisfaction: 'CSAT',
  'level-2-assignment': 'Level 2 assignment in time',
  'interim-response': 'Level 2 interim response in time',
  'level-3-assignment': 'Level 3 assignment in time',
  'level-3-initial-update': 'Level 3 initial update in time',
  'level-3-recurring-update': 'Level 3 recurring update in time',
};

/** "Enterprise CRT", "CSAT of Aviation". */
const subjectOf = (key: Measure['key'], scope: Scope): string =>
  scope.kind === 'enterprise' ? `Enterprise ${SHORT_NAMES[key]}` : `${SHORT_NAMES[key]} of ${scope.name}`;

/** What a series is of, and its goal. */
export interface FindingOf {
  readonly key: Measure['key'];
  readonly scope: Scope;
  readonly goalPercent: number;
}

/**
 * What a trend shows, in a sentence: "Enterprise CRT fell from 88.1% in January 2026 to 79.4% in December 2026; the goal of
 * 85% was missed in 5 of 12 months." Periods with nothing to count are neither met nor missed, and are said (rule ME-6).
 */
export function trendFinding({ key, scope, goalPercent }: FindingOf, points: readonly Point[]): string {
  const subject = subjectOf(key, scope);
  const counted = points.flatMap((point) => (point.percent === undefined ? [] : [point]));
  const [first, last, asked] = [counted[0], counted.at(-1), points.at(-1)];
  if (asked === undefined) return `${subject}: nothing to count.`;
  const { unit, name } = periodWords(asked.days);
  const all = `${points.length} ${unit}${points.length === 1 ? '' : 's'}`;
  if (first === undefined || last === undefined)
    return points.length === 1
      ? `${subject}: nothing to count in ${name}.`
      : `${subject}: nothing to count in any of the ${all} to ${name}.`;
  const missed = counted.filter((point) => !isReached(point, goalPercent)).length;
  const goal = `the goal of ${goalPercent}% was`;
  if (counted.length === 1) {
    const only = points.length === 1 ? '' : `, the only one of ${all} with anything to count`;
    return `${subject} was ${saidOf(last)}${only}; ${goal} ${missed === 0 ? 'met' : 'missed'}.`;
  }
  const so = counted.length === points.length ? all : `the ${counted.length} ${unit}s with anything to count`;
  const verdict =
    missed === 0
      ? `met in all ${so.replace(/^the /u, '')}`
      : missed === counted.length
        ? `missed in all ${so.replace(/^the /u, '')}`
        : `missed in ${missed} of ${so}`;
  return `${subject} ${movedOf(first, last)}; ${goal} ${verdict}.`;
}

const saidOf = ({ percent = 0, days }: Point): string =>
  `${percentText(percent)} in ${periodWords(days).name}`;

function movedOf(first: Point, last: Point): string {
  const [from, to] = [first, last].map(({ percent = 0 }) => percentText(percent));
  if (from === to)
    return `was ${from} both in ${periodWords(first.days).name} and in ${periodWords(last.days).name}`;
  const verb = last.met * first.count < first.met * last.count ? 'fell' : 'rose';
  return `${verb} from ${saidOf(first)} to ${saidOf(last)}`;
}

/** Days with one decimal where there is one. */
const daysText = (days: number): string => String(toTenth(days));

/**
 * What a distribution shows: "Half of 212 cases were resolved within 5 business days, the average took 6.3; 187 (88.2%) were
 * within the goal of 8." (rules ME-1, ME-2)
 */
export function distributionFinding(distribution: Distribution): string {
  const { count, goalDays, medianDays, meanDays } = distribution;
  if (count === 0 || medianDays === undefined || meanDays === undefined) return 'No cases were resolved.';
  const bins = distribution.bins.map((bin) => bin.count);
  const kept = within({ count, met: 0, sumMs: 0, bins }, goalDays);
  if (count === 1)
    return `The one case took ${daysText(meanDays)} business days, ${kept === 1 ? 'within' : 'more than'} the goal of ${goalDays}.`;
  const share = percentText((kept * 100) / count);
  return (
    `Half of ${numberText(count)} cases were resolved within ${medianDays} business days, the average took ${daysText(meanDays)}; ` +
    `${numberText(kept)} (${share}) were within the goal of ${goalDays}.`
  );
}
