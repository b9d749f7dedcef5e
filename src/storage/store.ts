import type { z } from 'zod/v4';
import type { IndexFields, IndexValue } from '../domain/kernel/record-type';
import type { Query, Term, Where } from '../ports/records';
import type { UnreadableRecords } from './unreadable/unreadable-records';

export type { IndexValue, Query, Term, Where };

/**
 * A kind of record: its name, what is indexed of it, and by which words it is found.
 * `where` and `sort` take declared fields only; any other field is refused, so that no query can scan.
 * A value comes back as JSON would bring it, on both engines and whatever is in it: any name of a member and any string,
 * numbers as the same numbers; what JSON drops (undefined) or turns (dates into strings, NaN and infinity into null, -0
 * into 0) comes back so. MongoDB takes 16 MB of one document, which a value and what it is found by have to fit into.
 */
export interface RecordKind<T> {
  /** Letters and digits, as are the names of fields; `id`, `version`, `value`, `body` and `words` are taken. */
  readonly name: string;
  /** Raise it when `indexed` or `words` changes its result for the same value: everything is then indexed again. */
  readonly revision?: number;
  /**
   * Its records are made again from others wherever they are missing. A write of them is in its order at once, and durable
   * with the next durable write of the engine at the latest: a power cut takes it only with all that was written after it.
   */
  readonly derived?: true;
  /** Kept as JSON text on MongoDB too, for programs from before values were documents there. */
  readonly asText?: true;
  readonly fields: Readonly<Record<string, 'string' | 'number' | 'boolean'>>;
  /** Each index is a list of fields, the leading ones for equality. `unique` ignores records that lack a field of it. */
  readonly indexes: readonly {
    readonly name: string;
    readonly fields: readonly string[];
    readonly unique?: boolean;
  }[];
  indexed(value: T): IndexFields;
  /**
   * What every record of the kind has, whichever version wrote it. A stored one of another shape, or of which `indexed`
   * throws, cannot be read.
   */
  readonly shape?: z.ZodType;
  /** A stored value of any version as this one has it, before its shape is looked at. */
  upgrade?(stored: unknown): T;
  /** Throws if a stored value of this shape is still invalid once read. */
  check?(value: T): void;
  /** Lower-case words by which the record is found. */
  words?(value: T): readonly string[];
}

/** A kind whose records are found only by id. */
export const keyedById = <T>(kind: Omit<RecordKind<T>, 'fields' | 'indexes' | 'indexed'>): RecordKind<T> => ({
  fields: {},
  indexes: [],
  indexed: () => ({}),
  ...kind,
});

/** A stored record. `version` starts at 1 and rises by one with each replace. */
export interface Stored<T> {
  readonly id: string;
  readonly version: number;
  readonly value: T;
}

/**
 * What a write answers: the record, or why not. `duplicate` names the unique index that another record holds; where
 * there are several, any of them. The record holds the very value that was given.
 */
export type Written<T> =
  | { readonly ok: true; readonly record: Stored<T> }
  | { readonly ok: false; readonly why: 'exists' | 'conflict' }
  | { readonly ok: false; readonly why: 'duplicate'; readonly index: string };

/**
 * The narrow interface to one kind of record, the same on both engines. Every write is durable when it answers, but of a
 * kind that is derived.
 * Engine faults throw; what can be expected is a `Written` value. A stored record that cannot be read is noted with the
 * engine: one that is asked for by its id, or by a unique key, throws an `UnreadableRecord`; any other read passes it over
 * and gives the next in its place. One of a derived kind is taken out, as its like is made again.
 */
export interface Store<T> {
  get(id: string): Promise<Stored<T> | undefined>;
  /** `exists` when the id is taken. */
  insert(id: string, value: T): Promise<Written<T>>;
  /** `conflict` when the version is not the expected one (or the record is gone). */
  replace(id: string, expectedVersion: number, value: T): Promise<Written<T>>;
  /** Whether the record was there in that version and is now gone. Only for processed notifications and expired posts. */
  remove(id: string, expectedVersion: number): Promise<boolean>;
  find(query: Query): Promise<readonly Stored<T>[]>;
  count(where: Where): Promise<number>;
  /** Records in which each given word begins one of the record's words; newest id first. */
  search(words: readonly string[], limit: number): Promise<readonly Stored<T>[]>;
}

/** An opened engine: stores of any kind, and its health. */
export interface Engine {
  readonly name: 'sqlite' | 'mongodb';
  store<T>(kind: RecordKind<T>): Promise<Store<T>>;
  /** What its stores could not read. */
  readonly unreadable: UnreadableRecords;
  /** Throws if the engine does not answer, or takes no writes. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
