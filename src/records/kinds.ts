import type { Notification } from '../domain/kernel/notification';
import type { DomainContext } from '../domain/kernel/domain-context';
import type { RecordDelivery } from '../ports/record-delivery';
import type { Saved } from '../ports/records';
import type { Kept } from './change-record';

/** A kind of record as the running parts work it: what it is, its records, and how its notifications are delivered. */
export interface WorkedKind<State, Event extends { readonly kind: string }> extends Kept<State, Event> {
  readonly delivery: RecordDelivery<State>;
  /** Whether its notifications may leave now; true if this is absent. */
  readonly mayHandOver?: (context: DomainContext) => boolean;
  /** What has to be done before its notifications leave. Can be repeated. */
  readonly beforeHandOver?: (state: State) => Promise<void>;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a registry holds kinds of every state
export type AnyWorkedKind = WorkedKind<any, any>;

/** Every kind of record that the site works, in the order in which their rows stand in a digest. */
export interface Kinds {
  readonly all: readonly AnyWorkedKind[];
  readonly of: (name: string) => AnyWorkedKind | undefined;
}

/** Whether anything is ever due on a record of the kind on its own. */
export const isTimed = ({ type }: AnyWorkedKind): boolean =>
  type.clocks !== undefined || type.nextDueAt !== undefined;

/** The registry of kinds. */
export function kindsOf(all: readonly AnyWorkedKind[]): Kinds {
  const byName = new Map(all.map((kind) => [kind.type.name, kind]));
  return { all, of: (name) => byName.get(name) };
}

/** The record that a notification is about, with its kind; undefined if it is not there, or its kind is not known. */
export async function recordOf(
  kinds: Kinds,
  { about }: Pick<Notification, 'about'>,
): Promise<{ readonly kind: AnyWorkedKind; readonly saved: Saved<unknown> } | undefined> {
  const kind = kinds.of(about.kind);
  const saved = await kind?.records.get(about.id);
  return kind === undefined || saved === undefined ? undefined : { kind, saved };
}
