import type { Distribution, Point, Scored } from '../../domain/metrics/scorecard';
import type { Period, Scope } from '../../domain/metrics/summary';
import type { ActionPlan } from '../../domain/plans/plan';

/** One measure of a scope over a period, with what it came from (rule ME-6). */
export interface MeasureShown {
  readonly scope: Scope;
  readonly period: Period;
  readonly scored: Scored;
  /** Periods of one length, the last of them the one that was asked for. */
  readonly points: readonly Point[];
  /** Of the measures of Case Resolution Time. */
  readonly distribution?: Distribution;
  /** The open action plan of the measure and scope, if there is one (rule ME-8). */
  readonly plan?: ActionPlan;
  /** Up to when every change is in the metrics; absent if all is. */
  readonly asOf?: number;
  /** Whether the reader's client draws charts, as far as is known: else the pictures stand in their place. */
  readonly drawsCharts: boolean;
  /** PNGs as data URIs; absent if there is nothing to draw, or they could not be drawn. */
  readonly pictures: { readonly trend?: string; readonly distribution?: string };
}
