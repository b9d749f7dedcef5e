import type { TimeSource } from '../ports/time-source';

const KEPT_MS = 10 * 60_000;
const MOST = 5_000;

/** Handles an activity once, however often it is delivered. */
interface Turns<Answer> {
  /**
   * The answer of the turn with this key: runs `turn` for a key not seen, and gives the same promise to every repeat.
   * A turn that throws is forgotten, so that a repeat tries again.
   */
  once(key: string, turn: () => Promise<Answer>): Promise<Answer>;
}

/**
 * Bot Service delivers an activity again when it was not answered in about 15 s. Keys are kept ten minutes and at most
 * 5,000 of them; across restarts and instances the timeline's `cause` does the same for what was saved.
 */
export function createTurns<Answer>(time: TimeSource): Turns<Answer> {
  const seen = new Map<string, { readonly at: number; readonly answer: Promise<Answer> }>();
  const forgetOld = (now: number): void => {
    // The map keeps the order of arrival, so the old ones stand first.
    for (const [key, { at }] of seen) {
      if (seen.size < MOST && now - at < KEPT_MS) return;
      seen.delete(key);
    }
  };
  return {
    once(key, turn) {
      const now = time.now();
      forgetOld(now);
      const before = seen.get(key);
      if (before !== undefined) return before.answer;
      const answer = turn();
      seen.set(key, { at: now, answer });
      answer.catch(() => seen.delete(key));
      return answer;
    },
  };
}
