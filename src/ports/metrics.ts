import type { Case } from '../domain/cases/case';
import type { Priority } from '../domain/cases/details/details';
import type { Difference } from '../domain/metrics/difference';
import type { MetricFact } from '../domain/metrics/metric-fact';
import type { AskedMeasure } from '../domain/metrics/question-key';
import type { AgeKey, SlaState } from '../domain/metrics/open-figures';
import type { CrtMeasure, Distribution, Point, Scored, Scorecard, Tried } from '../domain/metrics/scorecard';
import type { Measure, Period, Scope } from '../domain/metrics/summary';
import type { PersonId } from '../domain/directory/directory';
import type { SavedCase } from './cases';

/** Which open cases are meant: of one scope, or of all; by one of the state of their clocks, why they came, or where. */
export interface OpenFilter {
  readonly group?: string;
  /** Held by one of these groups. */
  readonly groups?: readonly string[];
  readonly assignee?: PersonId;
  readonly sla?: SlaState;
  readonly reason?: string;
  /** The groups in which they were created. */
  readonly startedIn?: readonly string[];
  /** Opened at this instant or later. */
  readonly openedFrom?: number;
  /** Opened before this instant. */
  readonly openedBefore?: number;
}

/** Has cases counted again. */
export interface Recounting {
  /** Of a case of which a fact is gone. */
  recount(number: string): Promise<void>;
}

/** What the metrics need of the record of cases. Implemented in storage beside the `CaseRepository`. */
export interface CaseCounting {
  /** Cases whose latest entries the metrics do not have yet, in the order of change. */
  uncounted(limit: number): Promise<readonly SavedCase[]>;
  /**
   * Notes that the metrics have the case as it is in this version; false if it has changed, or has it.
   * `again`: it was counted again by other calendars, which move its next due time too.
   */
  setCounted(
    number: string,
    expectedVersion: number,
    sla: SlaState,
    again?: { readonly nextDueAt: number | undefined },
  ): Promise<boolean>;
  /** The case, its version, and whether the metrics have it in that version. */
  find(number: string): Promise<(SavedCase & { readonly counted: boolean }) | undefined>;
  /** Cases with an entry at or after `from`, in the order of change; `after` is the last of the page before. */
  changed(
    from: number,
    limit: number,
    after?: Pick<Case, 'number' | 'changedAt'>,
  ): Promise<readonly (SavedCase & { readonly counted: boolean })[]>;
  countOpen(filter: OpenFilter): Promise<number>;
  /** The oldest first; `after` is the last of the page before. */
  listOpen(filter: OpenFilter, limit: number, after?: Case): Promise<readonly Case[]>;
}

/** Of what, and when; of one measure where one is asked. */
export interface MetricsQuestion {
  readonly scope: Scope;
  readonly period: Period;
  readonly measure?: AskedMeasure;
}

/** Which number a drill-down is of; `priority` narrows to one, where the measure has them. */
export interface FigureAsked extends MetricsQuestion {
  readonly measure: Measure['key'];
  readonly priority?: Priority;
}

/** A page of what is behind a number, worst first; `next` asks for the page after it, and is absent on the last. */
export interface DrillDown {
  readonly facts: readonly MetricFact[];
  readonly next?: string;
}

/** Which open cases are asked for: all of a scope, or by one of the state of their clocks, why they came, and their age. */
export interface OpenAsked {
  readonly scope: Scope;
  readonly sla?: SlaState;
  readonly reason?: string;
  readonly age?: AgeKey;
}

/** A page of the open cases behind a number, oldest first, and how many there are in all. */
export interface OpenDrillDown {
  readonly count: number;
  readonly cases: readonly Case[];
}

/** One page of a verification: what differs, how much was looked at, and where to go on (absent when all was). */
export interface Verified {
  readonly differences: readonly Difference[];
  readonly cases: number;
  readonly rollups: number;
  readonly next?: string;
}

/**
 * The metrics, kept beside the cases and added up, never read from them. Each answer first counts what changed, within a
 * bound; where that was not enough, `asOf` says up to when every change is in it. Implemented in `src/metrics`.
 */
export interface Metrics {
  /** A measure beside its goal, the period before, and the open cases (rules ME-1 to ME-6). */
  scorecard(asked: MetricsQuestion): Promise<Scorecard>;
  /** A measure over so many periods as long as the one asked for, which is the last of them. */
  series(asked: FigureAsked, count: number): Promise<readonly Point[]>;
  distribution(asked: MetricsQuestion, measure: CrtMeasure, upTo?: number): Promise<Distribution>;
  /** What the scope, then each group of it, would have scored had the goal been so many business days (rule ME-7). */
  whatIf(
    asked: MetricsQuestion,
    measure: CrtMeasure,
    days: number,
  ): Promise<{ readonly tried: readonly Tried[]; readonly asOf?: number }>;
  /** One measure of the scorecard on its own, or one priority of it. */
  figure(asked: FigureAsked): Promise<Scored>;
  /** What is behind a number, worst first, by the index. */
  drillDown(asked: FigureAsked, limit: number, next?: string): Promise<DrillDown>;
  /** The open cases behind a number, oldest first; `after` is the last of the page before. */
  openCases(asked: OpenAsked, limit: number, after?: Case): Promise<OpenDrillDown>;
  /** Recomputes a period from the cases, for so long, and tells what differs from what is kept. */
  verify(period: Period, withinMs: number, next?: string): Promise<Verified>;
}
