import { LRUCache } from 'lru-cache';
import type { TimeSource } from '../ports/time-source';

const KEPT_MS = 10 * 60_000;
const MAX_KEPT = 5_000;
/** A card is some 50 KB; what is kept of all of them is bounded by bytes, not by their number alone. */
const MAX_BYTES = 16 * 1024 * 1024;
/** The size of an entry besides its key and its answer. */
const ENTRY_BYTES = 200;

/** Handles an activity once, however often it is delivered. */
interface Deduplicator<Answer> {
  /**
   * The answer of the turn with this key: runs `turn` for a key not seen, and gives the same answer to every repeat.
   * A turn that throws is forgotten, so that a repeat tries again; so is an answer that `keeps` does not want kept.
   */
  once(key: string, turn: () => Promise<Answer>, keeps?: (answer: Answer) => boolean): Promise<Answer>;
}

/** What a repeat is answered with, as JSON: an object would take five times as much. */
interface Kept {
  readonly at: number;
  readonly answer: Buffer;
}

/**
 * Bot Service delivers an activity again when it was not answered in about 15 s. Answers are kept ten minutes, at most
 * 5,000 of them and 16 MB; across restarts and instances the timeline's `cause` does the same for what was saved.
 * An answer is JSON, or undefined.
 */
export function createDeduplicator<Answer>(time: TimeSource): Deduplicator<Answer> {
  const running = new Map<string, Promise<Answer>>();
  const kept = new LRUCache<string, Kept>({
    max: MAX_KEPT,
    maxSize: MAX_BYTES,
    sizeCalculation: ({ answer }, key) => ENTRY_BYTES + 2 * key.length + answer.byteLength,
  });
  return {
    once(key, turn, keeps = () => true) {
      const unfinished = running.get(key);
      if (unfinished !== undefined) return unfinished;
      const at = time.now();
      // Looked at without being used: the oldest are forgotten first, however often they came.
      const before = kept.peek(key);
      if (before !== undefined && at - before.at < KEPT_MS)
        return Promise.resolve(answerIn(before) as Answer);
      const answer = turn();
      running.set(key, answer);
      const ended = (): void => void running.delete(key);
      answer.then((value) => {
        ended();
        if (!keeps(value)) return;
        // No text for undefined, whatever its type says.
        const json = JSON.stringify(value) as string | undefined;
        kept.set(key, { at, answer: Buffer.from(json ?? '') });
      }, ended);
      return answer;
    },
  };
}

const answerIn = ({ answer }: Kept): unknown =>
  answer.byteLength === 0 ? undefined : JSON.parse(answer.toString());
