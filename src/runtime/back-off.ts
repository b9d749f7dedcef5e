const FIRST_MS = 2_000;
const MAX_MS = 300_000;

/**
 * How long to wait after the n-th failed attempt (from 1), in milliseconds: doubling from 2 s to 5 min, half of it by
 * chance, so that instances do not come back together. What Teams asked for is kept, with up to a second of chance.
 */
export function backOffMs(attempt: number, random: () => number, retryAfterMs?: number): number {
  if (retryAfterMs !== undefined) return Math.ceil(retryAfterMs + random() * 1_000);
  const full = Math.min(FIRST_MS * 2 ** (attempt - 1), MAX_MS);
  return Math.ceil(full / 2 + (random() * full) / 2);
}
