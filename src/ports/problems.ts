import type { PersonId } from '../domain/directory/directory';
import type { ProblemReport } from '../domain/problems/problem-report';
import type { Records } from './records';

/** The records of problems that people reported with the system itself (rule AC-6). */
export interface ProblemRepository extends Records<ProblemReport> {
  /**
   * Counts a report of a person who is not in the directory. Answers undefined if it may be made, else the milliseconds
   * until one may.
   */
  countOfStranger(person: PersonId, at: number, cause: string): Promise<number | undefined>;
  /** Reports without an answer, oldest first. */
  open(limit: number): Promise<readonly ProblemReport[]>;
}
