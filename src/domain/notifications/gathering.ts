/** How long after the last alert that came a digest waits for more, milliseconds, while more may be on the way. */
export const QUIET_MS = 5_000;
/** The longest that the first alert waits for the others. */
export const MAX_WAIT_MS = 60_000;

/**
 * Whether the alerts that wait for one conversation may leave (rule CK-11). After an outage they are found one by
 * one: none leaves while others may be on the way, unless nothing came for a while, or the first has waited long
 * enough. `arrivals` are instants; `moreToCome`: a case is due that was not looked at yet, or its notifications are on the way.
 */
export function gathered(arrivals: readonly number[], moreToCome: boolean, now: number): boolean {
  if (!moreToCome) return true;
  // One by one and not spread: an outage may bring thousands.
  const first = arrivals.reduce((one, other) => Math.min(one, other), now);
  const last = arrivals.reduce((one, other) => Math.max(one, other), 0);
  return now - last >= QUIET_MS || now - first >= MAX_WAIT_MS;
}
