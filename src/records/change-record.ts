import { changeOf } from '../domain/kernel/change-of';
import { alreadyDone, type Act } from '../domain/kernel/entry';
import type { RecordType } from '../domain/kernel/record-type';
import { ok, type Refusal, type Result } from '../domain/kernel/refusal';
import type { DomainContext } from '../domain/kernel/domain-context';
import type { Records, Saved } from '../ports/records';
import { untilSaved } from '../runtime/until-saved';

/** The records of a kind with what the kind is. */
export interface Kept<State, Event extends { readonly kind: string }> {
  readonly type: RecordType<State, Event>;
  readonly records: Records<State>;
}

/** The result of a change. */
export type Changed<State> =
  /** It was saved now. */
  | { readonly kind: 'changed'; readonly saved: Saved<State> }
  /** The act of this cause was done before, or there was nothing to do: the record as it is now. */
  | { readonly kind: 'unchanged'; readonly saved: Saved<State> }
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Another record holds a key that only one may hold; `wanted` is the state that could not be saved. */
  | {
      readonly kind: 'exists';
      readonly index: string;
      readonly saved: Saved<State>;
      readonly wanted: State;
    };

/**
 * Changes a record: load → decide → save with the version that was read. A conflict is decided again from the fresh record;
 * an act that was done before changes nothing (rule CA-11). Throws `TooManyConflicts` if others change it first each time.
 */
export function changeRecord<State, Event extends { readonly kind: string }>(
  { type, records }: Kept<State, Event>,
  id: string,
  act: Act,
  decide: (current: State) => Result<readonly Event[]>,
  context: DomainContext,
): Promise<Changed<State>> {
  return untilSaved<Changed<State>>(id, async () => {
    const saved = await records.get(id);
    if (saved === undefined) return { kind: 'missing' };
    if (alreadyDone(type.timelineOf(saved.state), act.cause)) return { kind: 'unchanged', saved };
    const decided = decide(saved.state);
    if (!decided.ok) return { kind: 'refused', refusal: decided.refusal };
    if (decided.value.length === 0) return { kind: 'unchanged', saved };
    const change = changeOf(type, id, saved.state, decided.value, act, context);
    const outcome = await records.save(saved.version, change);
    switch (outcome.kind) {
      case 'saved':
        return { kind: 'changed', saved: outcome.saved };
      case 'exists':
        return { ...outcome, wanted: change.state };
      case 'conflict':
        return 'conflict';
    }
  });
}

/** What came of a new record: `standing` is the one that holds its key, such as that of the same act. */
export type Inserted<State> = Extract<Changed<State>, { kind: 'changed' | 'exists' }>;

/** Records a new record under the next id: once for a cause, where its kind says so. Nothing is numbered that is not kept. */
export async function insertRecord<State, Event extends { readonly kind: string }>(
  { type, records }: Kept<State, Event>,
  act: Act,
  events: readonly Event[],
  context: DomainContext,
): Promise<Inserted<State>> {
  return untilSaved<Inserted<State>>(type.name, async () => {
    const change = changeOf(type, await records.nextId(), undefined, events, act, context);
    const outcome = await records.insert(change);
    switch (outcome.kind) {
      case 'saved':
        return { kind: 'changed', saved: outcome.saved };
      case 'exists':
        return { ...outcome, wanted: change.state };
      case 'conflict':
        return 'conflict';
    }
  });
}

/** A decision that never refuses. */
export const always =
  <State, Event>(decide: (current: State) => readonly Event[]) =>
  (current: State): Result<readonly Event[]> =>
    ok(decide(current));
