import type { Case } from '../../domain/cases/case';
import { clocksOf } from '../../domain/cases/clocks/clocks-of';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { instantText } from '../shared/time-text';

/**
 * The note beside a recorded breach that no longer counts: a closure was declared afterwards, or what was sent in time
 * was accepted later (rules ME-11, CK-1). Empty for any other entry; times in `zone`.
 */
export function breachLines(
  of: Case,
  index: number,
  context: DomainContext,
  zone: string,
): readonly string[] {
  const entry = of.timeline[index];
  if (entry?.kind !== 'clock-missed') return [];
  const clock = clocksOf(of, context).find(({ key }) => key === entry.clock);
  if (clock?.missed === true) return [];
  return clock === undefined || clock.dueAt <= entry.dueAt
    ? ['No longer counted as missed']
    : [`No longer counted as missed: it is due ${instantText(clock.dueAt, zone, context.now)}`];
}
