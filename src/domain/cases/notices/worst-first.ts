import { PRIORITIES } from '../details/details';
import type { Case } from '../case';
import type { Clock } from '../clocks/clock';
import type { ClockKey } from '../clocks/clock-key';
import { clocksOf } from '../clocks/clocks-of';
import { priorityAt } from '../../policy/priority';
import type { World } from '../../kernel/world';

/** A clock of a case of which a warning or a breach is told. */
export interface ToldClock {
  readonly case: Case;
  readonly clock: ClockKey;
}

/** A told clock that still runs, and whether it is missed by now. */
export interface StandingClock {
  readonly case: Case;
  readonly clock: Clock;
  readonly isMissed: boolean;
}

/**
 * Those that still wait for the work, each once, the worst first: what is missed before what is near, then the highest
 * priority, then the longest past due (rule CK-11). Whatever was done since is left out.
 */
export function worstFirst(told: readonly ToldClock[], world: World): readonly StandingClock[] {
  // The clocks of a case cost the most here: they are read once a case.
  const clocks = new Map<string, readonly Clock[]>();
  const standing = new Map<string, StandingClock & { readonly urgency: number }>();
  for (const { case: of, clock: key } of told) {
    const ofCase = clocks.get(of.number) ?? clocksOf(of, world);
    clocks.set(of.number, ofCase);
    const clock = ofCase.find((one) => one.key === key);
    if (clock?.state !== 'running') continue;
    const urgency = PRIORITIES.indexOf(priorityAt(of.details, of.level, world.policies.at(of.openedAt)));
    standing.set(`${of.number} ${key}`, { case: of, clock, isMissed: world.now > clock.dueAt, urgency });
  }
  return [...standing.values()].sort(
    (one, other) =>
      Number(other.isMissed) - Number(one.isMissed) ||
      one.urgency - other.urgency ||
      one.clock.dueAt - other.clock.dueAt ||
      (one.case.number < other.case.number ? -1 : 1),
  );
}
