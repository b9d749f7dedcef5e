import type { ProblemNotice } from '../domain/problems/problem-notice';
import type { PersonId } from '../domain/directory/directory';
import type { ProblemChange, ProblemReport } from '../domain/problems/problem-report';

/** A reported problem as saved: the version that was read must be given back on saving. */
export interface SavedProblem {
  readonly report: ProblemReport;
  readonly version: number;
}

/** A report whose notices are not in the outbox yet. */
export interface PendingProblem {
  readonly report: ProblemReport;
  readonly notices: readonly ProblemNotice[];
}

/** The record of problems that people reported with the system itself (rule AC-6). */
export interface ProblemRepository {
  /** The next number, never given twice: PB0000001 and on. */
  nextId(): Promise<string>;
  /**
   * Counts a report of a person who is not in the directory. Answers undefined where it may be made, else the milliseconds
   * until one may.
   */
  countOfStranger(person: PersonId, at: number, cause: string): Promise<number | undefined>;
  get(id: string): Promise<SavedProblem | undefined>;
  /** Answers the report as it is kept: the one that the same activity made before, where there is one. */
  insert(change: ProblemChange): Promise<ProblemReport>;
  /** Whether it was saved; not where someone else was quicker. */
  save(expectedVersion: number, change: ProblemChange): Promise<boolean>;
  /** Reports without an answer, the oldest first. */
  open(limit: number): Promise<readonly ProblemReport[]>;
  withPendingNotices(limit: number): Promise<readonly PendingProblem[]>;
  clearPending(id: string, noticeIds: readonly string[]): Promise<void>;
}
