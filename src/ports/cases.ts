import type { Case } from '../domain/cases/case';
import type { PersonId } from '../domain/directory/directory';
import type { Records, Saved } from './records';

/** A case as saved: the version that was read must be given back on saving. */
export type SavedCase = Saved<Case>;

/** What cases can be asked for; every filter is an index. Newest change first unless said otherwise. */
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
  /** By the words of a text; the newest number first. */
  withWords(text: string, limit: number): Promise<readonly Case[]>;
  /** Open cases that look the same: same PR, same requisition, same NSN for the same account (rule CA-3). */
  similar(to: {
    readonly pr?: string;
    readonly requisition?: string;
    readonly nsn?: string;
    readonly account: string;
  }): Promise<readonly Case[]>;
  /** The cases of an account by its code: the open ones first, the newest first in each. */
  ofAccount(code: string, limit: number): Promise<readonly Case[]>;
  /** Those of them that are not closed, the newest first. */
  openOfAccount(code: string, limit: number): Promise<readonly Case[]>;
  /** Cases with an entry at or after `from`, page by page, for metrics. */
  changedSince(from: number): AsyncIterable<Case>;
}
