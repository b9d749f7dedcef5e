import { monthOf, type Days, type Span } from '../metrics/days';
import type { Scorecard, Scored } from '../metrics/scorecard';
import type { Period, SharedScope } from '../metrics/summary';

/** Which report is meant: the scope and a calendar month in the scope's zone. */
export interface ReportAsked {
  readonly scope: SharedScope;
  readonly month: ReportMonth;
}

/** A calendar month: "2026-10", its days, and the same as a period ("October 2026") in the scope's zone. */
export interface ReportMonth {
  readonly month: Span;
  readonly days: Days;
  readonly period: Period;
}

/** Open cases over so many business days old, and with which groups they are, most first. */
export interface AgedCases {
  readonly over: number;
  readonly count: number;
  readonly byGroup: readonly { readonly name: string; readonly count: number }[];
}

/**
 * An action plan that is open, in short: for which measure, what is planned by when (an ISO date), and whether that day is
 * past. Who it is with is not told, as whoever has the link of a report can read it.
 */
export interface ReportPlan {
  readonly id: string;
  /** With the scope, where that is one within the report's. */
  readonly measure: string;
  /** Absent while it is only asked for. */
  readonly planned?: { readonly what: string; readonly byWhen: string };
  readonly overdue: boolean;
}

/** What the monthly report tells of a scope (rule ME-7). The open cases are those of `madeAt`, not of the month's end. */
export interface Report extends ReportAsked {
  readonly scorecard: Scorecard;
  readonly aged: AgedCases;
  /** Those of the scope and within it, by number. */
  readonly plans: readonly ReportPlan[];
  /** Epoch milliseconds. */
  readonly madeAt: number;
}

/** The calendar month of some days of it, whose period is in the zone in which it was asked. */
export const reportMonth = (days: Days, period: Period): ReportMonth => ({
  month: monthOf(days.from),
  days,
  period,
});

/** Whether the month is over: until then its figures are those so far. */
export const hasEnded = ({ month: { period }, madeAt }: Pick<Report, 'month' | 'madeAt'>): boolean =>
  period.before <= madeAt;

/** The measures that have figures, or none for want of anything to count; without what is not loaded (rule ME-4). */
export const scoredOf = ({ measures }: Scorecard): readonly Scored[] =>
  measures.flatMap((one) => (one.state === 'not-loaded' ? [] : [one]));
