import { PRIORITIES } from '../cases/details';
import type { Case } from '../cases/case';
import type { Clock } from '../clocks/clock';
import type { ClockKey } from '../clocks/clock-key';
import { clocksOf } from '../clocks/clocks-of';
import { priorityAt } from '../policy/priority';
import type { World } from '../world';

/** A clock of a case of which a breach is told. */
export interface MissedClock {
  readonly case: Case;
  readonly clock: ClockKey;
}

/** A missed clock that still runs. */
export interface StillMissed {
  readonly case: Case;
  readonly clock: Clock;
}

/**
 * Those that still wait for the work, each once, the worst first: the highest priority, then the longest past due
 * (rule CK-11). Whatever was cured since is left out.
 */
export function worstFirst(missed: readonly MissedClock[], world: World): readonly StillMissed[] {
  const still = new Map<string, StillMissed>();
  for (const { case: of, clock: key } of missed) {
    const clock = clocksOf(of, world).find((one) => one.key === key);
    if (clock?.state === 'running') still.set(`${of.number} ${key}`, { case: of, clock });
  }
  const urgency = ({ case: of }: StillMissed): number =>
    PRIORITIES.indexOf(priorityAt(of.details, of.level, world.policies.at(of.openedAt)));
  const ranked = [...still.values()].map((one) => ({ one, urgency: urgency(one) }));
  return ranked
    .sort(
      (a, b) =>
        a.urgency - b.urgency ||
        a.one.clock.dueAt - b.one.clock.dueAt ||
        (a.one.case.number < b.one.case.number ? -1 : 1),
    )
    .map(({ one }) => one);
}
