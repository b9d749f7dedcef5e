import { createHash } from 'node:crypto';
import type { TimeSource } from '../ports/time-source';

/** So many at once, and one more each `everyMs`. */
export interface Rate {
  readonly atOnce: number;
  readonly everyMs: number;
}

/** A customer's system: sixty requests at once, and as many again in a minute. */
export const SYSTEM_RATE: Rate = { atOnce: 60, everyMs: 1_000 };

/** A person: so many turns per minute, a third of them at once. People read between turns; programs do not. */
export const personRate = (turnsAMinute: number): Rate => ({
  atOnce: Math.ceil(turnsAMinute / 3),
  everyMs: 60_000 / turnsAMinute,
});

/** Over the limit. `isFirst`: it was not reported within the last minute. */
export interface TooMany {
  /** Whole seconds until the next one is free. */
  readonly waitS: number;
  readonly isFirst: boolean;
}

/** Counts one of `name` and answers undefined, or how long to wait if it is over the limit. */
export type RateBound = (name: string) => TooMany | undefined;

const SAID_AGAIN_MS = 60_000;
const MAX_NAMES = 10_000;
// Ids are mostly shorter; of a longer one its hash is kept, so that 10,000 names take a few megabytes whatever they are.
const MAX_NAME = 100;
const shortOf = (name: string): string =>
  name.length <= MAX_NAME ? name : createHash('sha256').update(name).digest('base64');

interface Bucket {
  /** What may be used, as the milliseconds in which it came: shares of one would not add up to a whole. */
  readonly leftMs: number;
  readonly at: number;
  /** When exceeding the limit was last reported. */
  readonly saidAt: number;
}

/**
 * A bound in this process, by name: a bucket that fills again with time. A name is forgotten once nothing is left to
 * remember of it, and beyond 10,000 names the one that was longest quiet.
 */
export function rateBound(time: TimeSource, { atOnce, everyMs }: Rate): RateBound {
  // In the order of their last use, the longest quiet first.
  const buckets = new Map<string, Bucket>();
  const fullMs = atOnce * everyMs;
  const forgetAfterMs = Math.max(fullMs, SAID_AGAIN_MS);
  const forget = (now: number): void => {
    for (const [name, { at }] of buckets) {
      if (buckets.size <= MAX_NAMES && now - at < forgetAfterMs) return;
      buckets.delete(name);
    }
  };
  return (given) => {
    const name = shortOf(given);
    const now = time.now();
    const { leftMs, at, saidAt } = buckets.get(name) ?? { leftMs: fullMs, at: now, saidAt: -Infinity };
    const filledMs = Math.min(fullMs, leftMs + Math.max(0, now - at));
    const isFree = filledMs >= everyMs;
    const isFirst = !isFree && now - saidAt >= SAID_AGAIN_MS;
    buckets.delete(name);
    buckets.set(name, {
      leftMs: isFree ? filledMs - everyMs : filledMs,
      at: now,
      saidAt: isFirst ? now : saidAt,
    });
    forget(now);
    return isFree ? undefined : { waitS: Math.ceil((everyMs - filledMs) / 1_000), isFirst };
  };
}
