import type { z } from 'zod/v4';
import type { Directory, Person } from '../directory/directory';
import type { Entry } from './entry';
import type { Notification, NotificationDraft } from './notification';
import type { RecordClocks } from './record-clock';
import type { DomainContext } from './domain-context';

/** What a record says for one field of the index. Numbers are finite. */
export type IndexValue = string | number | boolean;
export type IndexFields = Readonly<Record<string, IndexValue | undefined>>;

/** What a kind of record can be asked for by. Each list of fields is an index, the leading ones for equality. */
export interface RecordIndex<State> {
  /** Raised when `of` or `words` answers otherwise than before for the same state: then all is indexed again. */
  readonly revision?: number;
  /** The kind's own fields and indexes, and the kernel's (`KERNEL_FIELDS`, `kernelIndexes`). */
  readonly fields: Readonly<Record<string, 'string' | 'number' | 'boolean'>>;
  readonly indexes: readonly {
    readonly name: string;
    readonly fields: readonly string[];
    readonly unique?: boolean;
  }[];
  /** The values of the kind's own fields. */
  readonly of: (state: State, id: string) => IndexFields;
  /** Lower-case words by which the record is found. */
  readonly words?: (state: State, id: string) => readonly string[];
  /**
   * What no other record may say of a field now, beside the unique indexes: where older records may hold the same value.
   * Answers the unique index that stands for it, and what is asked for.
   */
  readonly exclusive?: (
    state: State,
  ) => { readonly index: string; readonly where: Readonly<Record<string, string>> } | undefined;
}

/** The fields that every kind of record has: when it is due next, and that it has something to send. */
export const KERNEL_FIELDS = { nextDueAt: 'number', hasPending: 'boolean' } as const;

/** The indexes on these fields for a kind of that name. */
export const kernelIndexes = (name: string) =>
  [
    { name: `${name}_due`, fields: ['nextDueAt'] },
    { name: `${name}_pending`, fields: ['hasPending'] },
  ] as const;

/** For a kind of which one act makes one record: the field and the index that hold it. */
export const CAUSE_FIELD = { cause: 'string' } as const;
export const causeIndex = (name: string) =>
  ({ name: `${name}_cause`, fields: ['cause'], unique: true }) as const;

export type { NotificationDraft };

/** The drafts of each entry that a timeline has beyond what it was. */
export const draftsOfAdded = <E>(
  before: readonly E[] | undefined,
  after: readonly E[],
  draftsOf: (entry: E, index: number) => readonly NotificationDraft[],
): readonly NotificationDraft[] => {
  const from = before?.length ?? 0;
  return after.slice(from).flatMap((entry, offset) => draftsOf(entry, from + offset));
};

/** What is read of a record that an earlier version stored. */
export interface OldRecord<Event> {
  readonly id: string;
  readonly timeline: readonly Entry<Event>[];
  readonly nextDueAt?: number | undefined;
}

/** Who reads, and in which conversation (its id, without a thread). */
export interface Reader {
  /** Absent where everyone in the conversation reads it. */
  readonly person?: Person;
  readonly conversation: string;
}

/** What a kind of record is. Pure: the same timeline, context and acts give the same answers. */
export interface RecordType<State, Event extends { readonly kind: string }> {
  /** As the store and `RecordRef.kind` have it; never changes. */
  readonly name: string;
  /** What people call one, without an article: "problem report". */
  readonly noun: string;
  /** Its ids: the prefix and a number of at least so many digits, CS0000001. */
  readonly prefix: string;
  readonly digits: number;
  /** Reads the record from its timeline: a fold, believed beside nothing that is stored. `from` is its state before the last entries. */
  readonly evolve: (id: string, timeline: readonly Entry<Event>[], from?: State) => State;
  readonly timelineOf: (state: State) => readonly Entry<Event>[];
  /**
   * The notifications of the entries that `after` has beyond `before` (absent for a new record), beside those of its clocks,
   * which are `told`, and of its cards that stand.
   */
  readonly notifications: (
    before: State | undefined,
    after: State,
    context: DomainContext,
    told: readonly NotificationDraft[],
  ) => readonly NotificationDraft[];
  /** Its timeframes; absent for a kind without clocks. */
  readonly clocks?: RecordClocks<State>;
  /** What Casekeeper itself does to it, beside clocks: when next (epoch milliseconds), and what is due now. */
  readonly nextDueAt?: (state: State, context: DomainContext) => number | undefined;
  readonly due?: (state: State, context: DomainContext) => readonly Event[];
  /** What follows from a change by itself, in the same write. */
  readonly follows?: (before: State | undefined, after: State, context: DomainContext) => readonly Event[];
  readonly index: RecordIndex<State>;
  /** Whether its history may be read, and whether it is found; absent for what everyone in the directory may read. */
  readonly mayRead?: (state: State, reader: Reader, directory: Directory) => boolean;
  /** What every stored entry has, whichever version wrote it; and what every record says. Throws where it is not so. */
  readonly entryShape?: z.ZodType;
  readonly check?: (state: State) => void;
  /** A record that an earlier version stored otherwise, as it is stored now. Undefined for one that is so already. */
  readonly readOld?: (stored: Readonly<Record<string, unknown>>) => OldRecord<Event> | undefined;
  /** Cards of it stand in conversations and are brought up to date with it. */
  readonly hasPosts?: true;
}

/** A record as it is to be saved, with the notifications that the change makes, in one write. */
export interface RecordChange<State> {
  readonly id: string;
  readonly state: State;
  readonly notifications: readonly Notification[];
  /** The earliest instant at which something is due on it by itself; absent with nothing to come. */
  readonly nextDueAt?: number;
}

/** A kind of record whatever its states and events are. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- registries hold kinds of every state
export type AnyRecordType = RecordType<any, any>;

/** The id of the nth record of a kind. */
export const recordId = ({ prefix, digits }: Pick<AnyRecordType, 'prefix' | 'digits'>, nth: number): string =>
  `${prefix}${String(nth).padStart(digits, '0')}`;

/** An id of the kind as it is kept, whatever zeros it is written with; undefined for one of another kind. */
export function readId(
  { prefix, digits }: Pick<AnyRecordType, 'prefix' | 'digits'>,
  written: string,
): string | undefined {
  const number = written.startsWith(prefix) ? written.slice(prefix.length) : '';
  return /^\d+$/.test(number) ? prefix + number.replace(/^0+/, '').padStart(digits, '0') : undefined;
}
