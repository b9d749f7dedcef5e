import type { TimeSource } from '../ports';

/** So many requests at once, and as many again in a minute. */
export const REQUESTS_A_MINUTE = 60;
const MINUTE_MS = 60_000;
const REFILL_MS = MINUTE_MS / REQUESTS_A_MINUTE;

/** Counts a request of `name` and answers undefined; or, where it is one too many, the whole seconds to wait. */
export type RateBound = (name: string) => number | undefined;

/** A bound of requests in this process, by name: a bucket that fills again by one a second. */
export function rateBound(time: TimeSource): RateBound {
  const buckets = new Map<string, { left: number; at: number }>();
  return (name) => {
    const now = time.now();
    const { left, at } = buckets.get(name) ?? { left: REQUESTS_A_MINUTE, at: now };
    const filled = Math.min(REQUESTS_A_MINUTE, left + Math.max(0, now - at) / REFILL_MS);
    const isFree = filled >= 1;
    buckets.set(name, { left: isFree ? filled - 1 : filled, at: now });
    return isFree ? undefined : Math.ceil(((1 - filled) * REFILL_MS) / 1_000);
  };
}
