import { toTenth } from './figure-text';
import type { CrtMeasure, Share, Tried } from './scorecard';
import type { Period, Scope } from './summary';

/** Another goal tried against history (rule ME-7): `tried` is the scope, then each group of it with something to count. */
export interface WhatIf {
  readonly scope: Scope;
  readonly period: Period;
  readonly measure: CrtMeasure;
  /** Business days that are tried. */
  readonly days: number;
  /** The goal as it is. */
  readonly goal: { readonly percent: number; readonly days: number };
  readonly tried: readonly Tried[];
  /** Every change before this instant (epoch milliseconds) is in it; absent where all is. */
  readonly asOf?: number;
}

/** The measures that have a goal in days. */
export const CRT_MEASURES: readonly CrtMeasure[] = ['enterprise-crt', 'level-2-and-3-crt'];

/** Tenths of a percent, rounded as they are shown, so that what is subtracted is what is read. */
const tenths = ({ percent = 0 }: Share): number => Math.round(toTenth(percent) * 10);

/** How many points a share would change by, in tenths; negative where it would fall. */
export const changeOf = ({ now, then }: Tried): number => tenths(then) - tenths(now);

/** The rows in the order of how far each would move, the furthest first; of equals the one with more cases. */
export const byChange = (rows: readonly Tried[]): readonly Tried[] =>
  rows.toSorted(
    (one, other) => Math.abs(changeOf(other)) - Math.abs(changeOf(one)) || other.now.count - one.now.count,
  );

/** The one row that would move further than every other; undefined where none would, or two alike. */
export function furthest(rows: readonly Tried[]): Tried | undefined {
  const [first, second] = byChange(rows);
  if (first === undefined || second === undefined || changeOf(first) === 0) return undefined;
  return Math.abs(changeOf(first)) > Math.abs(changeOf(second)) ? first : undefined;
}

/** Whether so many percent are reached, compared as whole numbers; undefined with nothing to count (rule ME-6). */
export const reaches = ({ count, met }: Share, percent: number): boolean | undefined =>
  count === 0 ? undefined : met * 100 >= percent * count;
