import type { TimeSource } from '../ports';
import type { Store } from '../storage/store';
import { pauses } from './pauses';
import { timerSchedule } from './repeating';
import type { Schedule } from './repeating';
import { sendBook } from './send-book';
import { CONVERSATION_RATES, freeFrom, NO_SENDS, ON_TIME_MS, OVERALL_RATES, withSend } from './sends-of-late';
import type { Rate, SendsOfLate } from './sends-of-late';

/** The record of all conversations together; no conversation is called so, for theirs begin otherwise. */
const ALL = 'all';
const ofConversation = (conversationId: string): string => `to:${conversationId}`;
const ratesOf = (id: string): readonly Rate[] => (id === ALL ? OVERALL_RATES : CONVERSATION_RATES);
/** For so long a send stands in line for the rate of the app, well within the lease of its notice. */
const IN_LINE_MS = 20_000;
/** A send for which the store was too slow is counted again so often; then it sets out, counted more than it should be. */
const COUNTED_AT_MOST = 3;
/** So far ahead a send may be counted for the time that counting takes. */
const LEAD_AT_MOST_MS = 250;
/** So far ahead those that must wait are told instants of their own. */
const TOLD_AHEAD_MS = 30_000;

/**
 * Keeps Teams' rates over all instances that share the store, also past a restart: each send is noted there by
 * compare-and-set before it is made, by the instant at which it sets out.
 */
export interface SendLimiter {
  /** From when the conversation lets one more send go, as far as this process knows: to look before something is claimed. Wall clock. */
  freeAt(conversationId: string): number;
  /** When one that must wait for its conversation should ask: each is told an instant of its own, as if those before went. */
  later(conversationId: string): number;
  /**
   * Counts a send and answers undefined when it is to set out: now. While the app as a whole is at its rate it stands in
   * line. Answers the wall-clock instant from which to ask again where the conversation is full, or `signal` says stop.
   */
  take(conversationId: string, signal?: AbortSignal): Promise<number | undefined>;
  /** Teams asked for silence in a conversation until then. */
  hold(conversationId: string, until: number): Promise<void>;
}

/** Makes the limiter of a process. `time` is the wall clock, the same on all instances but for a second. */
export function sendLimiter(
  time: TimeSource,
  store: Store<SendsOfLate>,
  schedule: Schedule = timerSchedule,
): SendLimiter {
  const book = sendBook(time, store);
  const pause = pauses(schedule);
  const plans = new Map<string, SendsOfLate>();
  /** How long counting takes, of late: so far ahead a send is counted, so that it sets out when it was counted for. */
  let leadMs = 0;
  let turn: Promise<unknown> = Promise.resolve();
  /** One after the other, so that those of one process do not lose to each other, nor set out in a heap. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };
  const free = (id: string): number => freeFrom(book.known(id), ratesOf(id));

  /** Notes a send in both records; answers the instant that was noted, undefined where another instance was faster. */
  const count = async (ids: readonly string[]): Promise<number | undefined> => {
    const began = time.now();
    const at = began + Math.round(leadMs);
    // Both at once, so that the store is waited for once; where one is full after all, the other counts one too many.
    const counting = ids.map((id) =>
      book.write(id, (value) => (freeFrom(value, ratesOf(id)) > at ? undefined : withSend(value, at))),
    );
    const counted = (await Promise.all(counting)).every(Boolean);
    leadMs = Math.min(LEAD_AT_MOST_MS, leadMs + (time.now() - began - leadMs) / 4);
    return counted ? at : undefined;
  };

  const take = async (conversationId: string, signal?: AbortSignal): Promise<number | undefined> => {
    const own = ofConversation(conversationId);
    const ids = [ALL, own];
    const lineEnds = time.now() + IN_LINE_MS;
    book.forgetSilent();
    for (let times = 0; ;) {
      for (const id of ids) await book.read(id);
      const now = time.now();
      const lineFree = free(ALL);
      // Looked at before either is counted, so that a full conversation uses up nothing of the others'.
      if (free(own) > Math.max(now, lineFree)) return free(own);
      if (lineFree > now) {
        if (signal?.aborted === true || lineFree > lineEnds) return lineFree;
        await pause(lineFree - now, signal);
        continue;
      }
      const at = await count(ids);
      if (at === undefined) continue;
      times += 1;
      const lateMs = time.now() - at;
      if (lateMs > ON_TIME_MS && times < COUNTED_AT_MOST) continue;
      if (lateMs < 0) await pause(-lateMs, signal);
      return undefined;
    }
  };

  return {
    freeAt: (conversationId) => free(ofConversation(conversationId)),
    later: (conversationId) => {
      const id = ofConversation(conversationId);
      const now = time.now();
      const freeAt = free(id);
      for (const [other, { latest }] of plans) if ((latest.at(-1) ?? 0) < now) plans.delete(other);
      const planned = freeFrom(plans.get(id) ?? NO_SENDS, ratesOf(id));
      // Beyond that they begin anew: what was told may have come otherwise.
      const goesOn = planned >= freeAt && planned <= freeAt + TOLD_AHEAD_MS;
      const at = Math.max(now, goesOn ? planned : freeAt);
      plans.set(id, withSend((goesOn ? plans.get(id) : undefined) ?? book.known(id), at));
      return at;
    },
    take: (conversationId, signal) => inTurn(() => take(conversationId, signal)),
    // Not in line: it must be known before the next in line is let go.
    hold: async (conversationId, until) => {
      await book.write(ofConversation(conversationId), (value) =>
        value.heldUntil >= until ? undefined : { ...value, heldUntil: until },
      );
    },
  };
}
