import type { CardValue } from '../cards/shared/card-value';
import type { Case } from '../domain/cases/case';
import type { ReportNotice } from '../domain/reports/report-notice';
import type { Distribution, CrtMeasure, Point } from '../domain/metrics/scorecard';
import type { ScopeFigures } from '../domain/reports/figure-rows';
import type { Report, ReportAsked } from '../domain/reports/report';
import type { OrderChange, ReportOrder } from '../domain/reports/report-order';

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
  /** The oldest open cases that are aged, as many as the page lists, the oldest first. */
  readonly agedCases: readonly Case[];
}

/** What stands behind the links of reports: made of the figures when they are opened. Implemented in `src/reports`. */
export interface ReportPages {
  book(asked: ReportAsked): Promise<ReportBook>;
  /** The file of the figures, as CSV. */
  figures(asked: ReportAsked): Promise<string>;
  /** The file of the cases behind them, as CSV in pieces: it may have hundreds of thousands of lines. */
  cases(asked: ReportAsked): AsyncIterable<string>;
}

/** Reports as people ask for them. Implemented in `src/reports`. */
export interface ReportDesk {
  show(asked: ReportAsked): Promise<ReportShown>;
  readonly orders: ReportOrders;
}

/** A report order as saved: the version that was read must be given back on saving. */
export interface SavedOrder {
  readonly order: ReportOrder;
  readonly version: number;
}

/** An order whose notices are not in the outbox yet. */
export interface PendingOrder {
  readonly order: ReportOrder;
  readonly notices: readonly ReportNotice[];
}

/** The record of report orders: one that stands a conversation, kind, date and scope (rules ME-7, ME-9). */
export interface ReportOrders {
  /** The next number, never given twice: RO1 and on. */
  nextId(): Promise<string>;
  get(id: string): Promise<SavedOrder | undefined>;
  /** `standing` is the order of the same key that is there already. */
  insert(change: OrderChange): Promise<{ readonly kind: 'saved' | 'standing'; readonly order: ReportOrder }>;
  /** Whether it was saved; not where someone else was quicker. */
  save(expectedVersion: number, change: OrderChange): Promise<boolean>;
  /** Those of a conversation that are not ended, the first first; a page of them. */
  of(conversation: string, limit: number): Promise<readonly SavedOrder[]>;
  /** Those with a report due at or before `now`, the earliest first. */
  due(now: number, limit: number): Promise<readonly SavedOrder[]>;
  /** Those with a report due after the instant, the earliest first. */
  dueAfter(instant: number, limit: number): Promise<readonly SavedOrder[]>;
  withPendingNotices(limit: number): Promise<readonly PendingOrder[]>;
  clearPending(id: string, noticeIds: readonly string[]): Promise<void>;
}

/** What the alerts need to post reports. */
export interface ReportDelivery {
  readonly orders: Pick<ReportOrders, 'withPendingNotices' | 'clearPending'>;
  /** Notes on each order that is due that its report is, with its notice. Answers when all are. */
  noteDue(): Promise<void>;
  /** Whether the order of a notice still stands, and its reader may still have it. */
  isWanted(notice: ReportNotice): Promise<boolean>;
  /** The card of a report from the figures as they are now; undefined where its order or scope is not there. */
  cardOf(notice: ReportNotice): Promise<CardValue | undefined>;
}
