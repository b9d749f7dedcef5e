import type { PersonId } from '../directory/directory';
import { refKey, type Notification } from '../kernel/notification';
import { worstFirst, type StandingClock, type NotifiedClock, type WithClocks } from './worst-first';

/** As many rows as a card has room for. */
const SHOWN = 10;
/** Who is tagged beyond this would cost the card its room; no group has as many who run it. */
export const MAX_TAGGED = 50;

/** Many breaches and warnings told at once (rule CK-11). */
export interface AlertDigest<R extends WithClocks = WithClocks> {
  /** The worst of those that still run, the worst first. */
  readonly worst: readonly StandingClock<R>[];
  /** How many are missed now, and of how many records. */
  readonly missed: number;
  readonly records: number;
  /** How many are not missed yet, though a warning is due. */
  readonly near: number;
  /** How many of those that were to be told are done since. */
  readonly done: number;
  /** Keys of the groups that owe them, most first. */
  readonly groups: readonly string[];
  /** Everyone who is to be tagged, once; whoever a breach tags first. */
  readonly mentions: readonly PersonId[];
}

/** What one card says of many alerts, from the records as they are now. */
export function alertDigestOf<R extends WithClocks>(
  told: readonly NotifiedClock<R>[],
  notifications: readonly Pick<Notification, 'mentions' | 'topic'>[],
  now: number,
): AlertDigest<R> {
  const standing = worstFirst(told, now);
  const missed = standing.filter(({ isMissed }) => isMissed);
  const perGroup = new Map<string, number>();
  for (const { clock } of standing) perGroup.set(clock.group, (perGroup.get(clock.group) ?? 0) + 1);
  const all = new Set(told.map(({ record, clock }) => `${refKey(record.about)} ${clock}`));
  const warningsLast = notifications.toSorted((one, other) => rankOf(one) - rankOf(other));
  return {
    worst: standing.slice(0, SHOWN),
    missed: missed.length,
    records: new Set(missed.map(({ record }) => refKey(record.about))).size,
    near: standing.length - missed.length,
    done: all.size - standing.length,
    groups: [...perGroup].sort(([, one], [, other]) => other - one).map(([key]) => key),
    mentions: [...new Set(warningsLast.flatMap(({ mentions }) => mentions))].slice(0, MAX_TAGGED),
  };
}

const rankOf = ({ topic }: Pick<Notification, 'topic'>): number => (topic === 'warning' ? 1 : 0);
