import type { Case } from '../case';
import type { Happening } from '../timeline';
import { clocksOf, goesUp } from '../clocks/clocks-of';
import { secondLineOf } from '../second-line';
import type { World } from '../../kernel/world';

/**
 * The warnings, breaches and escalations that are due now and not in the timeline yet, the earliest due time first
 * (rule CK-11). A clock is missed one millisecond after its due instant (rule BT-5). After an outage a clock may
 * be missed before anybody was warned: then the breach alone is recorded, as nobody was warned. Its escalation never comes
 * with the breach: its time counts from the breach as it was told.
 */
export function dueHappenings(subject: Case, world: World): readonly Happening[] {
  const running = clocksOf(subject, world).filter((clock) => clock.state === 'running');
  const due = running.toSorted((one, other) => one.dueAt - other.dueAt);
  return due.flatMap((clock): Happening[] => {
    const about = { clock: clock.key, dueAt: clock.dueAt };
    const happenings: Happening[] = [];
    const isLate = world.now > clock.dueAt;
    if (!clock.warned && !clock.missed && !isLate && world.now >= clock.warnAt) {
      happenings.push({ kind: 'clock-warned', ...about });
    }
    if (!clock.missed && isLate) happenings.push({ kind: 'clock-missed', ...about });
    if (goesUp(clock) && clock.escalateAt !== undefined && world.now > clock.escalateAt) {
      const people = secondLineOf(clock.group, subject, world.directory);
      happenings.push({ kind: 'clock-escalated', ...about, people });
    }
    return happenings;
  });
}
