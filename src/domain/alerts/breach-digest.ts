import type { PersonId } from '../people/directory';
import type { World } from '../world';
import type { Notice } from './notice';
import { worstFirst } from './missed-work';
import type { MissedClock } from './missed-work';

/** As many rows as a card has room for. */
const SHOWN = 10;
/** Who is tagged beyond this would cost the card its room; nobody's group has as many to tag. */
export const MOST_TAGGED = 50;

/** Many breaches told at once (rule CK-11). */
export interface BreachDigest {
  /** The worst of those that are still missed, the worst first. */
  readonly worst: readonly MissedClock[];
  /** How many are still missed, and of how many cases. */
  readonly missed: number;
  readonly cases: number;
  /** How many of those that were to be told are done since. */
  readonly done: number;
  /** Keys of the groups that owe what is still missed, most first. */
  readonly groups: readonly string[];
  /** Everyone who is to be tagged, once. */
  readonly mentions: readonly PersonId[];
}

/** What one card says of many breaches, from the cases as they are now. */
export function breachDigestOf(
  told: readonly MissedClock[],
  notices: readonly Pick<Notice, 'mentions'>[],
  world: World,
): BreachDigest {
  const still = worstFirst(told, world);
  const perGroup = new Map<string, number>();
  for (const { clock } of still) perGroup.set(clock.group, (perGroup.get(clock.group) ?? 0) + 1);
  const all = new Set(told.map(({ case: of, clock }) => `${of.number} ${clock}`));
  return {
    worst: still.slice(0, SHOWN).map(({ case: of, clock }) => ({ case: of, clock: clock.key })),
    missed: still.length,
    cases: new Set(still.map(({ case: of }) => of.number)).size,
    done: all.size - still.length,
    groups: [...perGroup].sort(([, one], [, other]) => other - one).map(([key]) => key),
    mentions: [...new Set(notices.flatMap(({ mentions }) => mentions))].slice(0, MOST_TAGGED),
  };
}
