import type { Directory, Person } from '../../directory/directory';
import type { DomainContext } from '../../kernel/domain-context';
import { isMissed } from '../../kernel/record-clock';
import type { Case } from '../case';
import type { Clock } from '../clocks/clock';
import { clocksOf } from '../clocks/clocks-of';
import { rolesOn } from '../permissions';

/** What Level 2 owes whoever holds the case: its messages to the customer and its follow-up of a PAR (CK-1, CK-2, CK-8). */
const OF_LEVEL_2: ReadonlySet<Clock['kind']> = new Set([
  'interim-response',
  'recurring-status',
  'par-follow-up',
] as const);

/** The missed clocks of a case that nobody acknowledged and that the person, where one is given, answers for. */
export const acknowledgeable = (
  subject: Case,
  by: Person | undefined,
  context: DomainContext,
): readonly Clock[] =>
  clocksOf(subject, context).filter(
    (clock) =>
      isMissed(clock, context.now) &&
      clock.acknowledged === undefined &&
      (by === undefined || answersFor(clock, by, subject, context.directory)),
  );

function answersFor(clock: Clock, person: Person, subject: Case, directory: Directory): boolean {
  const roles = rolesOn(subject, person, directory);
  if (roles.includes('level-2-group') && OF_LEVEL_2.has(clock.kind)) return true;
  return (['assignee', 'gatekeeper', 'supervisor', 'second-line'] as const).some((role) =>
    roles.includes(role),
  );
}
