import type { Act } from '../domain/kernel/entry';
import type { Result } from '../domain/kernel/refusal';
import { changeRecord, insertRecord, type Changed, type Inserted, type Kept } from '../records/change-record';
import type { CommandContext } from './command';
import { whereOf } from './where-of';

/** Who acts in this turn, when, where, and by which activity. */
const actOf = ({ actor, cause, directory, now, place }: CommandContext): Act => ({
  by: actor.id,
  at: now,
  cause,
  where: whereOf(place, directory),
});

/** Changes a record as the person of this turn says; its notifications leave when the turn is over. */
export async function changeInTurn<State, Event extends { readonly kind: string }>(
  kept: Kept<State, Event>,
  id: string,
  decide: (current: State) => Result<readonly Event[]>,
  context: CommandContext,
): Promise<Changed<State>> {
  const changed = await changeRecord(kept, id, actOf(context), decide, context);
  if (changed.kind === 'changed') context.saved?.(id);
  return changed;
}

/** Records a new record as the person of this turn says. */
export async function insertInTurn<State, Event extends { readonly kind: string }>(
  kept: Kept<State, Event>,
  events: readonly Event[],
  context: CommandContext,
): Promise<Inserted<State>> {
  const inserted = await insertRecord(kept, actOf(context), events, context);
  if (inserted.kind === 'changed') context.saved?.(inserted.saved.id);
  return inserted;
}
