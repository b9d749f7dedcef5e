import type { Case } from '../domain/cases/case';
import type { Distribution, CrtMeasure, Point } from '../domain/metrics/scorecard';
import type { ScopeFigures } from '../domain/reports/figure-rows';
import type { Report, ReportAsked } from '../domain/reports/report';
import type { ReportOrder } from '../domain/reports/report-order';
import type { Records, Saved } from './records';

/** Where a report can be opened: the page, and the two files. Each link works without a log-in until a day. */
export interface ReportLinks {
  readonly page: string;
  readonly figures: string;
  readonly cases: string;
  /** Until when, epoch milliseconds. */
  readonly until: number;
}

/** A report as it is shown in a conversation; without an address of the site there are no links. */
export interface ReportShown {
  readonly report: Report;
  readonly links?: ReportLinks;
}

/** A measure of Case Resolution Time over the twelve months up to the report's, and how its cases are spread. */
export interface CrtHistory {
  readonly measure: CrtMeasure;
  readonly points: readonly Point[];
  readonly distribution: Distribution;
}

/** All that the page of a report shows. */
export interface ReportBook {
  readonly report: Report;
  readonly history: readonly CrtHistory[];
  /** The MSCs of the enterprise; none for a smaller scope. */
  readonly mscs: readonly ScopeFigures[];
  /** The assignment groups of the scope, by name; none for a group. */
  readonly groups: readonly ScopeFigures[];
  /** The oldest open cases that are aged, as many as the page lists, oldest first. */
  readonly agedCases: readonly Case[];
}

/** What stands behind the links of reports: made of the metrics when they are opened. Implemented in `src/reports`. */
export interface ReportPages {
  book(asked: ReportAsked): Promise<ReportBook>;
  /** The file of the metrics, as CSV. */
  figures(asked: ReportAsked): Promise<string>;
  /** The file of the cases behind them, as CSV in pieces: it may have hundreds of thousands of lines. */
  cases(asked: ReportAsked): AsyncIterable<string>;
}

/** Reports as people ask for them. Implemented in `src/reports`. */
export interface ReportService {
  show(asked: ReportAsked): Promise<ReportShown>;
  readonly orders: ReportOrders;
}

/** The records of report orders: one that stands a conversation, kind, date and scope (rules ME-7, ME-9). */
export interface ReportOrders extends Records<ReportOrder> {
  /** Those of a conversation that are not ended, the first first; a page of them. */
  ofConversation(conversation: string, limit: number): Promise<readonly Saved<ReportOrder>[]>;
  /** Those with a report due after the instant, earliest first. */
  dueAfter(instant: number, limit: number): Promise<readonly Saved<ReportOrder>[]>;
}
