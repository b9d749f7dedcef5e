/** Time, so that tests and the demo can have their own. Epoch milliseconds. */
export interface TimeSource {
  now(): number;
}

/**
 * How far two correct clocks may differ, in milliseconds. A time further ahead than this was set
 * by a clock that ran ahead, and is not waited for.
 */
export const CLOCK_MARGIN_MS = 5_000;

/** Whether an instant at which something was done lies so far ahead that the clock ran ahead when it was done. */
export const isAhead = (doneAt: number, now: number): boolean => doneAt > now + CLOCK_MARGIN_MS;

/** Whether `waitMs` that began at `from` are not over. A clock that was set back in the meantime ends the wait. */
export const isWithin = (waitMs: number, from: number, now: number): boolean =>
  now - from < waitMs && !isAhead(from, now);

/** Answers whether less than `ms` passed since it was made. A clock that is set back ends it. */
export function timeLimit(time: TimeSource, ms: number): () => boolean {
  const from = time.now();
  return () => isWithin(ms, from, time.now());
}

/** What was dated by a clock that ran ahead. */
export type DatedAhead = 'sends' | 'notices' | 'mails' | 'reports' | 'plan-rounds';

/** Called with how many times were ahead of the clock and were set back. */
export type OnSetBack = (what: DatedAhead, count: number) => void;
