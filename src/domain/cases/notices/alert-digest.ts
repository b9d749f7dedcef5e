import type { PersonId } from '../../directory/directory';
import type { World } from '../../kernel/world';
import type { Notice } from './notice';
import { worstFirst } from './worst-first';
import type { ToldClock } from './worst-first';

/** As many rows as a card has room for. */
const SHOWN = 10;
/** Who is tagged beyond this would cost the card its room; no group has as many who run it. */
export const MOST_TAGGED = 50;

/** Many breaches and warnings told at once (rule CK-11). */
export interface AlertDigest {
  /** The worst of those that still run, the worst first. */
  readonly worst: readonly ToldClock[];
  /** How many are missed now, and of how many cases. */
  readonly missed: number;
  readonly cases: number;
  /** How many are not missed yet, though a warning is due. */
  readonly near: number;
  /** How many of those that were to be told are done since. */
  readonly done: number;
  /** Keys of the groups that owe them, most first. */
  readonly groups: readonly string[];
  /** Everyone who is to be tagged, once; whoever a breach tags first. */
  readonly mentions: readonly PersonId[];
}

/** What one card says of many alerts, from the cases as they are now. */
export function alertDigestOf(
  told: readonly ToldClock[],
  notices: readonly Pick<Notice, 'mentions' | 'subject'>[],
  world: World,
): AlertDigest {
  const standing = worstFirst(told, world);
  const missed = standing.filter(({ isMissed }) => isMissed);
  const perGroup = new Map<string, number>();
  for (const { clock } of standing) perGroup.set(clock.group, (perGroup.get(clock.group) ?? 0) + 1);
  const all = new Set(told.map(({ case: of, clock }) => `${of.number} ${clock}`));
  const warningsLast = notices.toSorted((one, other) => rankOf(one) - rankOf(other));
  return {
    worst: standing.slice(0, SHOWN).map(({ case: of, clock }) => ({ case: of, clock: clock.key })),
    missed: missed.length,
    cases: new Set(missed.map(({ case: of }) => of.number)).size,
    near: standing.length - missed.length,
    done: all.size - standing.length,
    groups: [...perGroup].sort(([, one], [, other]) => other - one).map(([key]) => key),
    mentions: [...new Set(warningsLast.flatMap(({ mentions }) => mentions))].slice(0, MOST_TAGGED),
  };
}

const rankOf = ({ subject }: Pick<Notice, 'subject'>): number => (subject.kind === 'warning' ? 1 : 0);
