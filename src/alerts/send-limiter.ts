import type { TimeSource } from '../ports';
import type { Store, Stored } from '../storage/store';
import { CONVERSATION_RATES, freeFrom, LONGEST_MS, NO_SENDS, OVERALL_RATES, withSend } from './sends-of-late';
import type { Rate, SendsOfLate } from './sends-of-late';

/** The record of all conversations together; no conversation is called so, for theirs begin otherwise. */
const ALL = 'all';
const ofConversation = (conversationId: string): string => `to:${conversationId}`;
const ratesOf = (id: string): readonly Rate[] => (id === ALL ? OVERALL_RATES : CONVERSATION_RATES);
/** This many lost in a row would be a fault of the engine. */
const TRIES = 1_000;

/**
 * Keeps Teams' rates over all instances that share the store, also past a restart: each send is noted there by
 * compare-and-set before it is made. It never waits: it says when a send may be made.
 */
export interface SendLimiter {
  /** From when a send may be made, as far as this process knows: to look before something is claimed. Wall clock. */
  freeAt(conversationId: string): number;
  /** Counts a send to the conversation and answers undefined; or the wall-clock instant from which to ask again. */
  take(conversationId: string): Promise<number | undefined>;
  /** Teams asked for silence in a conversation until then. */
  hold(conversationId: string, until: number): Promise<void>;
}

/** Makes the limiter of a process. `time` is the wall clock, the same on all instances but for a second. */
export function sendLimiter(time: TimeSource, store: Store<SendsOfLate>): SendLimiter {
  /** As last read or written here. Others can only have sent more since: what is full here is full there. */
  const known = new Map<string, Stored<SendsOfLate>>();
  let lookedThroughAt = 0;
  let turn: Promise<unknown> = Promise.resolve();
  /** One after the other, so that those of one process do not lose to each other. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };

  /** Conversations that were silent for the longest window are forgotten, so that memory does not grow for ever. */
  const forgetSilent = (now: number): void => {
    if (now - lookedThroughAt < LONGEST_MS) return;
    lookedThroughAt = now;
    for (const [id, { value }] of known)
      if ((value.latest.at(-1) ?? 0) + LONGEST_MS <= now && value.heldUntil <= now) known.delete(id);
  };
  const read = async (id: string): Promise<Stored<SendsOfLate> | undefined> => {
    const record = known.get(id) ?? (await store.get(id));
    if (record !== undefined) known.set(id, record);
    return record;
  };
  /** Changes a record, anew where another instance was faster; `change` answers undefined where there is nothing to change. */
  const write = async (
    id: string,
    change: (value: SendsOfLate) => SendsOfLate | undefined,
  ): Promise<boolean> => {
    for (let tried = 0; tried < TRIES; tried++) {
      const record = await read(id);
      const value = change(record?.value ?? NO_SENDS);
      if (value === undefined) return false;
      const written = await (record === undefined
        ? store.insert(id, value)
        : store.replace(id, record.version, value));
      if (written.ok) {
        known.set(id, written.record);
        return true;
      }
      known.delete(id);
    }
    throw new Error(`A send could not be counted in ${TRIES} tries`);
  };
  /** From when each of the records lets one more send go. */
  const freeFromAll = (ids: readonly string[]): number =>
    Math.max(...ids.map((id) => freeFrom(known.get(id)?.value ?? NO_SENDS, ratesOf(id))));

  return {
    freeAt: (conversationId) => freeFromAll([ofConversation(conversationId), ALL]),
    take: (conversationId) =>
      inTurn(async () => {
        forgetSilent(time.now());
        const ids = [ALL, ofConversation(conversationId)];
        for (const id of ids) await read(id);
        // Looked at before either is counted, so that a full conversation uses up nothing of the others'.
        if (freeFromAll(ids) > time.now()) return freeFromAll(ids);
        // Both at once, so that the store is waited for once; where one is full after all, the other counts one too many.
        const counting = ids.map((id) =>
          write(id, (value) => {
            const now = time.now();
            return freeFrom(value, ratesOf(id)) > now ? undefined : withSend(value, now);
          }),
        );
        return (await Promise.all(counting)).every(Boolean) ? undefined : freeFromAll(ids);
      }),
    hold: (conversationId, until) =>
      inTurn(async () => {
        await write(ofConversation(conversationId), (value) =>
          value.heldUntil >= until ? undefined : { ...value, heldUntil: until },
        );
      }),
  };
}
