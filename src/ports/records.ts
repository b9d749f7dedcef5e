import type { Notification } from '../domain/kernel/notification';
import type { IndexValue, RecordChange } from '../domain/kernel/record-type';

/** Equality, one of several, or a range (bounds included unless named otherwise). */
export type Term =
  | IndexValue
  | { readonly in: readonly IndexValue[] }
  | { readonly from?: number | string; readonly before?: number | string; readonly upTo?: number | string };
export type Where = Readonly<Record<string, Term>>;

/**
 * A question that one declared index serves: its leading fields asked for by equality or `in`, and nothing else asked
 * for than these and, as the next field, the one that is sorted by, which alone may have a range. Any other is refused.
 * Strings are ordered by their UTF-8 bytes on both engines, whatever the language.
 */
export interface Query {
  readonly where: Where;
  /**
   * Field and direction; ties are broken by id in the same direction. Without it: by id.
   * Records that lack the field are not found.
   */
  readonly sort?: { readonly field: string; readonly descending?: boolean };
  /** At most 1,000. */
  readonly limit: number;
  /** Continue after this record of an earlier page: its id, and its value of the field sorted by (its id, without sort). */
  readonly after?: { readonly id: string; readonly value: IndexValue } | undefined;
}

/** A record as saved: the version that was read must be given back on saving. */
export interface Saved<State> {
  readonly id: string;
  readonly state: State;
  readonly version: number;
}

/** A record that has something to be done. `read` throws where it cannot be read, so that one stops no other. */
export interface DueRecord<State> {
  readonly id: string;
  readonly read: () => Saved<State>;
}

/** A record with notifications that were saved with it and are not in the outbox yet. */
export interface PendingRecord<State> extends DueRecord<State> {
  readonly notifications: readonly Notification[];
}

export type SaveOutcome<State> =
  | { readonly kind: 'saved'; readonly saved: Saved<State> }
  /** Someone else changed it first: decide again from the current record. */
  | { readonly kind: 'conflict' }
  /** Another record holds a key that only one may hold: which unique index, and the other record. */
  | { readonly kind: 'exists'; readonly index: string; readonly saved: Saved<State> };

/** The records of one kind. One implementation, `StoredRecords`, serves all kinds on both engines. */
export interface Records<State> {
  /** The next id, never used twice. */
  nextId(): Promise<string>;
  get(id: string): Promise<Saved<State> | undefined>;
  /** The record that the act of this cause opened, of a kind of which one act makes one. */
  ofCause(cause: string): Promise<Saved<State> | undefined>;
  insert(change: RecordChange<State>): Promise<SaveOutcome<State>>;
  save(expectedVersion: number, change: RecordChange<State>): Promise<SaveOutcome<State>>;
  find(query: Query): Promise<readonly Saved<State>[]>;
  /** Records in which each given word begins one of the record's words; the newest id first. */
  search(words: readonly string[], limit: number): Promise<readonly Saved<State>[]>;
  /** Those with something due by `now`, earliest first. */
  due(now: number, limit: number): Promise<readonly DueRecord<State>[]>;
  /** The earliest instant after this one at which something is due; undefined if there is none. */
  nextDue(after: number): Promise<number | undefined>;
  /** Those whose notifications are not all in the outbox yet. */
  pending(limit: number): Promise<readonly PendingRecord<State>[]>;
  /** Takes notifications that the outbox holds off the record, whoever else writes it in the meantime. Safe to repeat. */
  clearPending(id: string, notificationIds: readonly string[]): Promise<void>;
}
