import type { Case } from '../domain/cases/case';
import type { PersonId } from '../domain/directory/directory';
import type { Records, Saved } from './records';

/** A case as saved: the version that was read must be given back on saving. */
export type SavedCase = Saved<Case>;

/** Filters for cases; each is an index. Newest change first by default. */
export interface CaseFilter {
  readonly open?: boolean;
  readonly group?: string;
  readonly assignee?: PersonId;
  readonly msc?: string;
  readonly unassigned?: boolean;
}

/** The records of cases. */
export interface CaseRepository extends Records<Case> {
  /** Oldest first. */
  list(filter: CaseFilter, limit: number): Promise<readonly Case[]>;
  /** By the words of a text; newest number first. */
  withWords(text: string, limit: number): Promise<readonly Case[]>;
  /** Open cases that may be duplicates: same PR, same requisition, or same NSN for the same account (rule CA-3). */
  similar(to: {
    readonly pr?: string;
    readonly requisition?: string;
    readonly nsn?: string;
    readonly account: string;
  }): Promise<readonly Case[]>;
  /** The cases of an account by its code: the open ones first, newest first in each. */
  ofAccount(code: string, limit: number): Promise<readonly Case[]>;
  /** Those of them that are not closed, newest first. */
  openOfAccount(code: string, limit: number): Promise<readonly Case[]>;
  /** Cases with an entry at or after `from`, page by page, for metrics. */
  changedSince(from: number): AsyncIterable<Case>;
}
