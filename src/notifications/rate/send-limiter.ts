import { isAhead, type OnSetBack, type TimeSource } from '../../ports/time-source';
import type { Store } from '../../storage/store';
import { sleep } from '../../runtime/sleep';
import { timerSchedule, type Schedule } from '../../runtime/periodic-task';
import { sendHistoryStore } from './send-history-store';
import { CONVERSATION_RATES, freeFrom, NO_SENDS, ON_TIME_MS, OVERALL_RATES, withSend } from './send-history';
import type { Rate, SendHistory } from './send-history';

/** The record of all conversations together; no conversation is called so, for theirs begin otherwise. */
const ALL = 'all';
const ofConversation = (conversationId: string): string => `to:${conversationId}`;
const ratesOf = (id: string): readonly Rate[] => (id === ALL ? OVERALL_RATES : CONVERSATION_RATES);
/** For so long a send stands in line for the rate of the app, well within the lease of its notification. */
const IN_LINE_MS = 20_000;
/** A send that missed its instant is counted again, so often at most; then it sets out, counted more than it should be. */
const COUNTED_AT_MOST = 3;
/** So far ahead a send is counted, at most: what counting takes is then over when it is to set out. */
const AHEAD_MS = 500;
const LEAD_AT_MOST_MS = 250;
/** So far apart sends set out while others wait; 30 of them take less than their second. */
const APART_MS = 20;
/** So far ahead those that must wait are told instants of their own. */
const TOLD_AHEAD_MS = 30_000;

/**
 * Keeps Teams' rates over all instances that share the store, also past a restart: each send is noted there by
 * compare-and-set before it is made, by the instant at which it sets out.
 */
export type SendLimiter = ReturnType<typeof sendLimiter>;

/** Makes the limiter of a process. `time` is the wall clock, the same on all instances but for a second. */
export function sendLimiter(
  time: TimeSource,
  store: Store<SendHistory>,
  schedule: Schedule = timerSchedule,
  onSetBack: OnSetBack = () => undefined,
) {
  const book = sendHistoryStore(time, store, onSetBack);
  const pause = sleep(schedule);
  const plans = new Map<string, SendHistory>();
  let plannedAt = 0;
  /** How long counting took recently: a send is counted for an instant that is still to come when it is done. */
  let leadMs = 0;
  let turn: Promise<unknown> = Promise.resolve();
  /** One after the other, so that those of one process do not lose to each other, nor set out in a heap. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };
  const free = (id: string): number => freeFrom(book.known(id), ratesOf(id));

  /** From when the app lets one more go. At its rate they go evenly: in a heap they would hold each other up and be late. */
  const lineFree = (now: number): number => {
    const freeAt = free(ALL);
    return freeAt > now ? Math.max(freeAt, (book.known(ALL).latest.at(-1) ?? 0) + APART_MS) : freeAt;
  };

  /** Notes a send in both records; whether both had room, or another instance was faster. */
  const count = async (ids: readonly string[], at: number): Promise<boolean> => {
    const began = time.now();
    // Both at once, so that the store is waited for once; where one is full after all, the other counts one too many.
    const counting = ids.map((id) =>
      book.write(id, (value) => (freeFrom(value, ratesOf(id)) > at ? undefined : withSend(value, at))),
    );
    const counted = await Promise.all(counting);
    // None where the clock was set back in the meantime.
    const tookMs = Math.max(0, time.now() - began);
    // Up at once and down slowly: a send that is early waits, one that is late is counted again.
    leadMs = Math.min(LEAD_AT_MOST_MS, Math.max(tookMs, leadMs + (tookMs - leadMs) / 4));
    return counted.every(Boolean);
  };

  /** Counts a send for the earliest instant that is free, not long before it; else answers when to ask again. */
  const reserve = async (
    conversationId: string,
    lineEnds: number,
    signal?: AbortSignal,
  ): Promise<{ readonly at: number } | { readonly laterAt: number }> => {
    const own = ofConversation(conversationId);
    const ids = [ALL, own];
    book.forgetSilent();
    for (;;) {
      for (const id of ids) await book.read(id);
      const now = time.now();
      const at = Math.max(now + Math.round(leadMs), lineFree(now));
      // Looked at before either is counted, so that a full conversation uses up nothing of the others'.
      if (free(own) > at) return { laterAt: free(own) };
      if (at > now + AHEAD_MS) {
        // Where the clock was set back it stands in line no longer than if it had come now.
        if (signal?.aborted === true || at > Math.min(lineEnds, now + IN_LINE_MS)) return { laterAt: at };
        await pause(at - AHEAD_MS - now, signal);
      } else if (await count(ids, at)) return { at };
    }
  };

  const take = async (conversationId: string, signal?: AbortSignal): Promise<number | undefined> => {
    const lineEnds = time.now() + IN_LINE_MS;
    for (let times = 1; ; times += 1) {
      const reserved = await inTurn(() => reserve(conversationId, lineEnds, signal));
      if ('laterAt' in reserved) return reserved.laterAt;
      const { at } = reserved;
      // An instant of a clock that was set back is not waited for: the send is counted again, or sets out.
      for (let now = time.now(); now < at && !isAhead(at, now); now = time.now()) {
        if (signal?.aborted === true) return at;
        await pause(at - now, signal);
      }
      const lateMs = time.now() - at;
      if ((lateMs >= 0 && lateMs <= ON_TIME_MS) || times === COUNTED_AT_MOST) return undefined;
    }
  };

  return {
    /** From when the conversation lets one more send go, as far as this process knows: to look before something is claimed. Wall clock. */
    freeAt: (conversationId: string): number => free(ofConversation(conversationId)),
    /** When one that must wait for its conversation should ask: each is told an instant of its own, as if those before went. */
    later: (conversationId: string): number => {
      const id = ofConversation(conversationId);
      const now = time.now();
      const freeAt = free(id);
      if (isAhead(plannedAt, now)) plans.clear();
      plannedAt = now;
      for (const [other, { latest }] of plans) if ((latest.at(-1) ?? 0) < now) plans.delete(other);
      const planned = freeFrom(plans.get(id) ?? NO_SENDS, ratesOf(id));
      // Beyond that they begin again: what was told may have come otherwise.
      const goesOn = planned >= freeAt && planned <= freeAt + TOLD_AHEAD_MS;
      const at = Math.max(now, goesOn ? planned : freeAt);
      plans.set(id, withSend((goesOn ? plans.get(id) : undefined) ?? book.known(id), at));
      return at;
    },
    /**
     * Counts a send and answers undefined when it is to set out: now. While the app as a whole is at its rate it stands in
     * line. Answers the wall-clock instant from which to ask again where the conversation is full, or `signal` says stop.
     */
    take,
    /** Teams asked for silence in a conversation until then. Not in line: it must be known before the next in line is let go. */
    hold: async (conversationId: string, until: number): Promise<void> => {
      await book.write(ofConversation(conversationId), (value) =>
        value.heldUntil >= until ? undefined : { ...value, heldUntil: until, heldAt: time.now() },
      );
    },
  };
}
