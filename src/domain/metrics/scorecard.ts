import { PRIORITIES, type Priority } from '../cases/details/details';
import { BUSINESS_DAY_MS } from '../calendar/calendars';
import type { Policy } from '../policy/policy';
import { DEGREES, type Degree } from '../cases/satisfaction/degree';
import type { Days } from './days';
import { listsOf, MEASURES, measureRow, type MeasureRow } from './measures';
import type { Recounted } from './recounted';
import type { OpenFigures } from './open-figures';
import type { Measure, Period, Scope } from './summary';
import { medianDays, MAX_DAYS, sumOf, within, type Tallies, type Tally } from './tally';

/** A share of what was counted; with nothing to count there is no percent: neither 0 nor 100 would be true (rule ME-6). */
export interface Share {
  readonly count: number;
  readonly met: number;
  readonly percent?: number;
}

/** How a figure moved against the period before; absent where either has nothing to count. */
export type Trend = 'better' | 'worse' | 'same';

/** One measure of a scorecard: its figure, the number behind it, the goal, and the period before (rule ME-6). */
export interface Scored extends Measure, Share {
  readonly state: 'figure' | 'nothing-to-count';
  /** Whether the goal is met; absent with nothing to count. */
  readonly reached?: boolean;
  readonly before: Share;
  readonly trend?: Trend;
  /** The least whole number of business days within which half of the cases were closed. */
  readonly medianDays?: number;
  readonly byPriority?: readonly (Share & { readonly priority: Priority })[];
  /** How many answered in each degree, the best first, where the measure is of the customers' answers (rule ME-3). */
  readonly byDegree?: readonly { readonly degree: Degree; readonly count: number }[];
}

/** A measure whose figures come from elsewhere and were not loaded: never shown as zero (rule ME-4). */
export interface NotLoaded {
  readonly state: 'not-loaded';
  readonly key: 'level-1-contract';
  readonly name: string;
  readonly rule: string;
}

/** The figures of a scope over a period, beside their goals and the period before (rules ME-1 to ME-6). */
export interface Scorecard {
  readonly scope: Scope;
  readonly period: Period;
  readonly measures: readonly (Scored | NotLoaded)[];
  readonly open: OpenFigures;
  /** Every change before this instant (epoch milliseconds) is in the figures; absent where all is. */
  readonly asOf?: number;
  /** The last time that figures were counted again and changed (rule ME-11). */
  readonly recounted?: Recounted;
  /** Figures are being counted again and may still change. */
  readonly recounting?: true;
}

type Goals = Policy['goals'];

/** The measures of what was counted in a period and in the one before. */
export function measuresOf(now: Tallies, before: Tallies, goals: Goals): readonly (Scored | NotLoaded)[] {
  return [
    ...MEASURES.map((row) => scored(row, now, before, goals)),
    {
      state: 'not-loaded',
      key: 'level-1-contract',
      name: 'Level 1 contract metrics',
      rule: 'ME-4',
    },
  ];
}

/** One measure of what was counted in a period, and in the one before; or of one priority of it, where it has them. */
export function scored(
  row: MeasureRow,
  now: Tallies,
  before: Tallies,
  goals: Goals,
  only?: Priority,
): Scored {
  const { percent, days } = row.goalOf(goals);
  const tally = sumOf(now, listsOf(row, only));
  const share = shareOf(tally, days);
  const earlier = shareOf(sumOf(before, listsOf(row, only)), days);
  const trend = trendOf(share, earlier);
  const median = days === undefined ? undefined : medianDays(tally);
  return {
    state: share.percent === undefined ? 'nothing-to-count' : 'figure',
    key: row.key,
    name: row.name,
    rule: row.rule,
    goal:
      days === undefined
        ? `${percent}% ${row.asked ?? 'in time'}`
        : `${percent}% in ${days} business days or less`,
    goalPercent: percent,
    ...(days === undefined ? {} : { goalDays: days }),
    ...(row.unit === undefined ? {} : { unit: row.unit }),
    ...share,
    // Compared as whole numbers: no fraction of a percent is lost on the way.
    ...(share.count === 0 ? {} : { reached: share.met * 100 >= percent * share.count }),
    before: earlier,
    ...(trend === undefined ? {} : { trend }),
    ...(median === undefined ? {} : { medianDays: median }),
    ...(row.byPriority === true
      ? {
          byPriority: PRIORITIES.map((priority) => ({
            priority,
            ...shareOf(sumOf(now, listsOf(row, priority)), days),
          })),
        }
      : {}),
    ...(row.key === 'satisfaction' ? degreesOf(tally) : {}),
  };
}

/** The best first, as the bins have them. */
const BEST_FIRST = (Object.keys(DEGREES) as Degree[]).sort().reverse();

const degreesOf = ({ bins, count }: Tally): Pick<Scored, 'byDegree'> =>
  // Sums of answers that were counted before their degrees were do not say all.
  bins.reduce((sum, one) => sum + one, 0) === count
    ? { byDegree: BEST_FIRST.map((degree, place) => ({ degree, count: bins[place] ?? 0 })) }
    : {};

/** The share of a tally: within so many business days, or met in time where no days are given. */
export function shareOf(tally: Tally, days?: number): Share {
  const { count } = tally;
  const met = days === undefined ? tally.met : within(tally, days);
  return count === 0 ? { count, met } : { count, met, percent: (met * 100) / count };
}

function trendOf(now: Share, before: Share): Trend | undefined {
  if (now.count === 0 || before.count === 0) return undefined;
  const difference = now.met * before.count - before.met * now.count;
  return difference === 0 ? 'same' : difference > 0 ? 'better' : 'worse';
}

/** The measures of Case Resolution Time. */
export type CrtMeasure = 'enterprise-crt' | 'level-2-and-3-crt';

/** One point of a series: its days, their name, and the measure's share in them. */
export interface Point extends Share {
  readonly days: Days;
  readonly name: string;
}

/** How many cases were resolved in each number of business days, from 0; `over` were not within the last. */
export interface Distribution {
  readonly key: Measure['key'];
  readonly goalDays: number;
  readonly goalPercent: number;
  readonly count: number;
  /** `days` is the upper bound, included: 3 counts those of more than 2 and at most 3 business days. */
  readonly bins: readonly { readonly days: number; readonly count: number }[];
  readonly over: number;
  /** The least whole number of business days within which half were resolved, and the mean of all; absent with none. */
  readonly medianDays?: number;
  readonly meanDays?: number;
}

/** The distribution of Case Resolution Time up to so many business days (rules ME-1, ME-2). */
export function distributionOf(key: CrtMeasure, tallies: Tallies, goals: Goals, upTo = 30): Distribution {
  const row = measureRow(key);
  const tally = sumOf(tallies, row.lists);
  const { percent, days = 0 } = row.goalOf(goals);
  const bins = Array.from({ length: upTo + 1 }, (_, bin) => ({ days: bin, count: tally.bins[bin] ?? 0 }));
  const over = tally.count - within(tally, upTo);
  const { count } = tally;
  const median = medianDays(tally);
  return {
    ...{ key, goalDays: days, goalPercent: percent, count, bins, over },
    ...(median === undefined ? {} : { medianDays: median }),
    ...(count === 0 ? {} : { meanDays: tally.sumMs / count / BUSINESS_DAY_MS }),
  };
}

/** What history would have scored under another goal: one scope as it is and as it would be (rule ME-7). */
export interface Tried {
  readonly scope: Scope;
  readonly now: Share;
  readonly then: Share;
}

/** Another goal tried against what was counted; `days` is a whole number from 1 to 260. */
export function triedGoal(
  key: CrtMeasure,
  days: number,
  { scope, tallies }: { readonly scope: Scope; readonly tallies: Tallies },
  goals: Goals,
): Tried {
  if (!Number.isInteger(days) || days < 1 || days > MAX_DAYS)
    throw new RangeError(`A goal of ${days} business days is not a whole number from 1 to ${MAX_DAYS}`);
  const row = measureRow(key);
  const tally = sumOf(tallies, row.lists);
  return { scope, now: shareOf(tally, row.goalOf(goals).days), then: shareOf(tally, days) };
}
