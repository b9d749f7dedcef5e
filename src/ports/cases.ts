import type { Notice } from '../domain/cases/notices/notice';
import type { Case } from '../domain/cases/case';
import type { CaseChange } from '../domain/cases/change';
import type { PersonId } from '../domain/directory/directory';

/** A case as saved: the version that was read must be given back on saving. */
export interface SavedCase {
  readonly case: Case;
  readonly version: number;
}

/** A case that has something to be done. `read` throws where its record cannot be read, so that one stops no other. */
export interface DueCase {
  readonly number: string;
  readonly read: () => SavedCase;
}

/** Made by the domain; saved in one write with its notices. */
export type { CaseChange };

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly saved: SavedCase }
  | { readonly kind: 'conflict' }
  /** Another open case holds the PR (rule ES-6). */
  | { readonly kind: 'pr-already-open'; readonly number: string }
  /** The activity was handled before: the case it made. */
  | { readonly kind: 'already-done'; readonly number: string };

/** What cases can be asked for; every filter is an index. Newest change first unless said otherwise. */
export interface CaseFilter {
  readonly open?: boolean;
  readonly group?: string;
  readonly assignee?: PersonId;
  readonly msc?: string;
  readonly unassigned?: boolean;
}

/** The record of cases. Implemented in storage on the `Store` interface. */
export interface CaseRepository {
  /** The next case number, never given twice: CS0000001 and on (rule CA-7). */
  nextNumber(): Promise<string>;
  get(number: string): Promise<SavedCase | undefined>;
  /** The case that was opened by the act of this cause. */
  ofCause(cause: string): Promise<Case | undefined>;
  insert(change: CaseChange): Promise<SaveOutcome>;
  save(expectedVersion: number, change: CaseChange): Promise<SaveOutcome>;
  /** Oldest first. */
  list(filter: CaseFilter, limit: number): Promise<readonly Case[]>;
  search(words: string, limit: number): Promise<readonly Case[]>;
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
  /** Cases with nextDueAt at or before `now`, earliest first. */
  due(now: number, limit: number): Promise<readonly DueCase[]>;
  /** The earliest nextDueAt after the instant; undefined where there is none. */
  nextDue(after: number): Promise<number | undefined>;
  /** Cases with an entry at or after `from`, page by page, for metrics. */
  changedSince(from: number): AsyncIterable<Case>;
  /** Cases whose notices were saved with them and not yet handed to the outbox, with those notices. */
  withPendingNotices(limit: number): Promise<readonly (DueCase & { readonly notices: readonly Notice[] })[]>;
  /** Takes notices that the outbox holds off the case; conflicts are tried again. */
  clearPending(number: string, noticeIds: readonly string[]): Promise<void>;
}
