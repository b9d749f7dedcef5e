import type { TimeSource } from '../ports';

/** So many sends in so many milliseconds. */
interface Rate {
  readonly sends: number;
  readonly ms: number;
}

/** What Teams takes from one bot in one conversation, and from one app in a tenant (kept on the low side). */
export const CONVERSATION_RATES: readonly Rate[] = [
  { sends: 7, ms: 1_000 },
  { sends: 8, ms: 2_000 },
  { sends: 60, ms: 30_000 },
  { sends: 1_800, ms: 3_600_000 },
];
export const OVERALL_RATES: readonly Rate[] = [{ sends: 30, ms: 1_000 }];

/** Keeps Teams' rates within this process. It never waits: it says when a send may be made. */
export interface SendLimiter {
  /** Counts a send to the conversation and answers undefined; or the wall-clock instant from which to ask again. */
  take(conversationId: string): number | undefined;
  /** Teams asked for silence in a conversation until then. */
  hold(conversationId: string, until: number): void;
}

/** Makes the limiter. `time` is the wall clock. */
export function sendLimiter(time: TimeSource): SendLimiter {
  const overall: number[] = [];
  const conversations = new Map<string, { sent: number[]; heldUntil: number }>();
  const longest = Math.max(...CONVERSATION_RATES.map((rate) => rate.ms));
  let lookedThroughAt = 0;

  const of = (id: string): { sent: number[]; heldUntil: number } => {
    const known = conversations.get(id) ?? { sent: [], heldUntil: 0 };
    conversations.set(id, known);
    return known;
  };
  /** Conversations that were silent for the longest window are forgotten, so that memory does not grow for ever. */
  const forgetSilent = (now: number): void => {
    if (now - lookedThroughAt < longest) return;
    lookedThroughAt = now;
    for (const [id, { sent, heldUntil }] of conversations)
      if ((sent.at(-1) ?? 0) + longest <= now && heldUntil <= now) conversations.delete(id);
  };

  return {
    take: (conversationId) => {
      const now = time.now();
      forgetSilent(now);
      const conversation = of(conversationId);
      const freeAt = Math.max(
        conversation.heldUntil,
        freeFrom(conversation.sent, CONVERSATION_RATES),
        freeFrom(overall, OVERALL_RATES),
      );
      if (freeAt > now) return freeAt;
      for (const [sent, rates] of [
        [conversation.sent, CONVERSATION_RATES],
        [overall, OVERALL_RATES],
      ] as const) {
        sent.push(now);
        const most = Math.max(...rates.map((rate) => rate.sends));
        if (sent.length > most) sent.splice(0, sent.length - most);
      }
      return undefined;
    },
    hold: (conversationId, until) => {
      const conversation = of(conversationId);
      conversation.heldUntil = Math.max(conversation.heldUntil, until);
    },
  };
}

/** From when one more send keeps every rate: each window must have moved past the send that fills it. */
function freeFrom(sent: readonly number[], rates: readonly Rate[]): number {
  return Math.max(0, ...rates.map(({ sends, ms }) => (sent.at(-sends) ?? -ms) + ms));
}
