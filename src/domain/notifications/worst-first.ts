import { refKey, type RecordRef } from '../kernel/notification';
import type { RecordClock } from '../kernel/record-clock';

/** A record with its clocks, and how urgent it is beside others: the least first. */
export interface WithClocks {
  readonly about: RecordRef;
  readonly clocks: readonly RecordClock[];
  readonly urgency: number;
}

/** A clock of a record of which a warning or a breach is told. */
export interface NotifiedClock<R extends WithClocks = WithClocks> {
  readonly record: R;
  readonly clock: string;
}

/** A told clock that still runs, and whether it is missed by now. */
export interface StandingClock<R extends WithClocks = WithClocks> {
  readonly record: R;
  readonly clock: RecordClock;
  readonly isMissed: boolean;
}

/**
 * Those that still wait for the work, each once, the worst first: what is missed before what is near, then the most urgent
 * record, then the longest past due (rule CK-11). Whatever was done since is left out.
 */
export function worstFirst<R extends WithClocks>(
  told: readonly NotifiedClock<R>[],
  now: number,
): readonly StandingClock<R>[] {
  const standing = new Map<string, StandingClock<R>>();
  for (const { record, clock: key } of told) {
    const clock = record.clocks.find((one) => one.key === key);
    if (clock?.state !== 'running') continue;
    standing.set(`${refKey(record.about)} ${key}`, { record, clock, isMissed: now > clock.dueAt });
  }
  return [...standing.values()].sort(
    (one, other) =>
      Number(other.isMissed) - Number(one.isMissed) ||
      one.record.urgency - other.record.urgency ||
      one.clock.dueAt - other.clock.dueAt ||
      (one.record.about.id < other.record.about.id ? -1 : 1),
  );
}
