import type { Case } from '../cases/case';
import type { Happening } from '../cases/timeline';
import { clocksOf } from '../clocks/clocks-of';
import type { World } from '../world';

/**
 * The warnings and breaches that are due now and not in the timeline yet, the earliest due time first (rule CK-11).
 * A clock is missed one millisecond after its due instant (rule BT-5). After an outage a clock may be warned and missed
 * at once: both are recorded, and `noticesFor` notices the breach alone.
 */
export function dueHappenings(subject: Case, world: World): readonly Happening[] {
  const running = clocksOf(subject, world).filter((clock) => clock.state === 'running');
  const due = running.toSorted((one, other) => one.dueAt - other.dueAt);
  return due.flatMap((clock): Happening[] => {
    const about = { clock: clock.key, dueAt: clock.dueAt };
    const happenings: Happening[] = [];
    if (!clock.warned && !clock.missed && world.now >= clock.warnAt) {
      happenings.push({ kind: 'clock-warned', ...about });
    }
    if (!clock.missed && world.now > clock.dueAt) happenings.push({ kind: 'clock-missed', ...about });
    return happenings;
  });
}
