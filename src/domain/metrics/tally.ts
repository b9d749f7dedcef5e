import { BUSINESS_DAY_MS } from '../calendar/calendars';
import { isClosure, type MetricFact } from './metric-fact';

/** Up to so many business days each whole number is told apart: as far as a goal can be set. */
export const MAX_DAYS = 260;

/**
 * A sum of facts of one list. `bins[n]` counts the cases resolved in more than n − 1 and at most n business days (the
 * first: in none at all; the last: in more than 260), without the zeros at the end. So "within n" is exact for every
 * whole n, the due instant itself included (rule BT-5). Of answers on satisfaction the bins count the degrees, best first.
 */
export interface Tally {
  readonly count: number;
  readonly met: number;
  /** Business milliseconds of resolution, summed up. */
  readonly sumMs: number;
  readonly bins: readonly number[];
}

/** Sums by list. Lists without a fact are left out. */
export type Tallies = Readonly<Record<string, Tally>>;

interface Counting {
  count: number;
  met: number;
  sumMs: number;
  readonly bins: number[];
}

/** Counts facts and sums, in any order: the same ones give the same tallies. */
export class TallySheet {
  readonly #lists = new Map<string, Counting>();

  add({ list, met, worse }: MetricFact): void {
    const to = this.#of(list);
    to.count += 1;
    if (met) to.met += 1;
    // An answer's degree: the best in the first bin.
    if (list === 'satisfaction') put(to.bins, worse, 1);
    if (!isClosure(list)) return;
    to.sumMs += worse;
    put(to.bins, binOf(worse), 1);
  }

  merge(tallies: Tallies): void {
    for (const [list, { count, met, sumMs, bins }] of Object.entries(tallies)) {
      const to = this.#of(list);
      to.count += count;
      to.met += met;
      to.sumMs += sumMs;
      bins.forEach((number, bin) => put(to.bins, bin, number));
    }
  }

  /** As they are now, by list in alphabetical order, so that equal sums are equal text. */
  tallies(): Tallies {
    const sorted = [...this.#lists].sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(sorted.map(([list, of]) => [list, { ...of, bins: [...of.bins] }]));
  }

  #of(list: string): Counting {
    const known = this.#lists.get(list);
    if (known !== undefined) return known;
    const made = { count: 0, met: 0, sumMs: 0, bins: [] };
    this.#lists.set(list, made);
    return made;
  }
}

/** The bin of a time: whole days rounded up, as exactly n days are within n. */
const binOf = (ms: number): number => Math.min(Math.ceil(Math.max(ms, 0) / BUSINESS_DAY_MS), MAX_DAYS + 1);

function put(bins: number[], bin: number, number: number): void {
  while (bins.length <= bin) bins.push(0);
  bins[bin] = (bins[bin] ?? 0) + number;
}

export function talliesOf(facts: Iterable<MetricFact>): Tallies {
  const sheet = new TallySheet();
  for (const fact of facts) sheet.add(fact);
  return sheet.tallies();
}

export function mergedTallies(all: Iterable<Tallies>): Tallies {
  const sheet = new TallySheet();
  for (const tallies of all) sheet.merge(tallies);
  return sheet.tallies();
}

/** The sum of several lists as one. */
export function sumOf(tallies: Tallies, lists: readonly string[]): Tally {
  const renamed = lists.flatMap((list) => {
    const tally = tallies[list];
    return tally === undefined ? [] : [{ all: tally }];
  });
  return mergedTallies(renamed)['all'] ?? { count: 0, met: 0, sumMs: 0, bins: [] };
}

/** How many were resolved in so many business days or less; whole days, up to 260 (rules ME-1, ME-2, BT-5). */
export const within = ({ bins }: Tally, days: number): number =>
  bins.slice(0, days + 1).reduce((sum, number) => sum + number, 0);

/** The least whole number of business days within which half were resolved; undefined with none. */
export function medianDays(tally: Tally): number | undefined {
  if (tally.count === 0) return undefined;
  let sum = 0;
  const median = tally.bins.findIndex((number) => (sum += number) * 2 >= tally.count);
  return median < 0 ? undefined : median;
}
