import type { Case } from '../case';
import type { Clock } from '../clocks/clock';
import { clocksOf } from '../clocks/clocks-of';
import type { DomainContext } from '../../kernel/domain-context';
import { lastEscalationOf } from './last-escalation';

/** How Level 3 stands to its timeframes on a case since it came there. */
export interface Level3Lateness {
  /** The clocks whose time it missed; one that was met late counts until the supervisors were asked about it. */
  readonly missed: readonly Clock[];
  /** The clock that is missed next, where none is missed yet. */
  readonly next?: Clock;
}

/** The clocks that Level 3 owes while it holds a case. */
export const OF_LEVEL_3: ReadonlySet<Clock['kind']> = new Set([
  'assignment',
  'initial-update',
  'recurring-update',
] as const);

/**
 * Whether Level 3 "is non-responsive or did not adhere to the maximum response timelines" (rule L3-3, DLAM 3000.05
 * E5 2.b): assignment, initial and recurring update since the case last came to Level 3.
 */
export function level3Lateness(subject: Case, context: DomainContext): Level3Lateness {
  const came = lastEscalationOf(subject);
  if (subject.level !== 3 || came === undefined) return { missed: [] };
  const asked = new Set(
    subject.timeline.flatMap((entry) => (entry.kind === 'supervisors-asked' ? entry.clocks : [])),
  );
  const owed = clocksOf(subject, context).filter(
    ({ kind, startAt }) => OF_LEVEL_3.has(kind) && startAt >= came.at,
  );
  const missed = owed.filter(({ key, state, dueAt, endedAt }) =>
    state === 'running' ? context.now > dueAt : (endedAt ?? dueAt) > dueAt && !asked.has(key),
  );
  const [next] = owed
    .filter(({ state }) => state === 'running')
    .toSorted((one, other) => one.dueAt - other.dueAt);
  return { missed, ...(next === undefined ? {} : { next }) };
}
