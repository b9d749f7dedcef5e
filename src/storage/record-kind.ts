import { z } from 'zod/v4';
import type { Entry } from '../domain/kernel/entry';
import type { Notification } from '../domain/kernel/notification';
import type { AnyRecordType, RecordType } from '../domain/kernel/record-type';
import { readNotification } from './old-notifications';
import { ENTRY_SHAPE, NOTIFICATION_SHAPE } from '../domain/kernel/stored-shapes';
import type { RecordKind } from './store';

/** A stored record: its timeline, from which all else is read, and the unsent notifications of its last changes. */
export interface StoredRecord<Event> {
  readonly id: string;
  readonly timeline: readonly Entry<Event>[];
  readonly pending: readonly Notification[];
  readonly nextDueAt?: number;
  /** What is derived from it elsewhere and dropped by every change. */
  readonly counted?: { readonly entries: number; readonly sla: string };
}

const folded = new WeakMap<object, unknown>();

/** The state of a stored record; read from its timeline once, however often it is asked for. */
export function stateOf<State, Event extends { readonly kind: string }>(
  type: RecordType<State, Event>,
  stored: StoredRecord<Event>,
): State {
  const state = (folded.get(stored) as State | undefined) ?? type.evolve(stored.id, stored.timeline);
  folded.set(stored, state);
  return state;
}

/** Caches the state of a stored record that is already known. */
export const knowState = (stored: object, state: unknown): void => void folded.set(stored, state);

/** How records of a type are kept in a store. `more` are fields of the index that are derived elsewhere. */
export function recordKind<State, Event extends { readonly kind: string }>(
  type: RecordType<State, Event>,
  more: (stored: StoredRecord<Event>, state: State) => Readonly<Record<string, unknown>> = () => ({}),
): RecordKind<StoredRecord<Event>> {
  const { name, index, check } = type;
  const { words } = index;
  return {
    name,
    ...(index.revision === undefined ? {} : { revision: index.revision }),
    fields: index.fields,
    indexes: index.indexes,
    indexed: (stored) => {
      const state = stateOf(type, stored);
      return {
        ...index.of(state, stored.id),
        ...(more(stored, state) as ReturnType<typeof index.of>),
        ...('cause' in index.fields ? { cause: stored.timeline[0]?.cause } : {}),
        nextDueAt: stored.nextDueAt,
        hasPending: stored.pending.length > 0 ? true : undefined,
      };
    },
    ...(words === undefined ? {} : { words: (stored) => words(stateOf(type, stored), stored.id) }),
    upgrade: (stored) => upgraded(type, stored),
    shape: z.looseObject({
      id: z.string(),
      timeline: z.array(type.entryShape ?? ENTRY_SHAPE).min(1),
      pending: z.array(NOTIFICATION_SHAPE),
    }),
    ...(check === undefined ? {} : { check: (stored) => check(stateOf(type, stored)) }),
  };
}

/** A stored record of any version as this one keeps it. */
function upgraded<Event>(type: AnyRecordType, stored: unknown): StoredRecord<Event> {
  const { pending, ...rest } = stored as Readonly<Record<string, unknown>>;
  // Anything but a list is left for the shape to refuse.
  const notifications = Array.isArray(pending) ? pending.map(readNotification) : pending;
  const old = type.readOld?.(rest);
  const kept = old === undefined ? rest : { ...withCounted(rest), ...old };
  return { ...kept, pending: notifications } as unknown as StoredRecord<Event>;
}

const withCounted = ({ counted }: Readonly<Record<string, unknown>>): object =>
  counted === undefined ? {} : { counted };
