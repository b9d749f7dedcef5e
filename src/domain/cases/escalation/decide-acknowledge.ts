import type { Case } from '../case';
import { caseDecision, happens } from '../decision';
import { instantIn } from '../../kernel/text/iso-date';
import type { Clock } from '../clocks/clock';
import { isMissed } from '../../kernel/record-clock';
import { clocksOf } from '../clocks/clocks-of';
import type { Directory, Person } from '../../directory/directory';
import { notPermitted, rolesOn } from '../permissions';
import { no, refusal } from '../../kernel/refusal';
import type { DomainContext } from '../../kernel/domain-context';

/** What Level 2 owes whoever holds the case: its word to the customer and its follow-up of a PAR (CK-1, CK-2, CK-8). */
const OF_LEVEL_2: ReadonlySet<Clock['kind']> = new Set([
  'interim-response',
  'recurring-status',
  'par-follow-up',
] as const);

/**
 * "I have it": a person takes the missed clocks of a case in hand as they stand, and these runs are taken no further up
 * (rule CK-11), also where they stay missed. A new run, and another clock that is missed later, alerts anew. The first
 * wins; who comes after is told who has it. Of the clocks those count that the person answers for.
 */
export const decideAcknowledge = caseDecision('case.acknowledge', (subject, _form, by, context) => {
  const { number } = subject;
  const missed = clocksOf(subject, context).filter((clock) => isMissed(clock, context.now));
  if (missed.length === 0) return no(refusal('nothing-missed', { number }));
  const open = missed.filter(({ acknowledged }) => acknowledged === undefined);
  if (open.length === 0) return no(inHand(subject, missed, by, context));
  const theirs = open.filter((clock) => answersFor(clock, by, subject, context.directory));
  return theirs.length === 0
    ? no(notPermitted('case.acknowledge', subject, context.directory))
    : happens({ kind: 'breach-acknowledged', clocks: theirs.map(({ key }) => key) });
});

/** Whether there is a missed clock that nobody has in hand and that the person, where one is given, answers for. */
export const canAcknowledge = (subject: Case, by: Person | undefined, context: DomainContext): boolean =>
  clocksOf(subject, context).some(
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

/** Who has it, of several the latest; the time is said in the zone of the group that holds the case. */
function inHand(
  { number, group }: Case,
  missed: readonly Clock[],
  by: Person,
  { directory, calendars }: DomainContext,
) {
  const [latest] = missed
    .flatMap(({ acknowledged }) => acknowledged ?? [])
    .toSorted((one, other) => other.at - one.at);
  if (latest === undefined) return refusal('in-hand', { number });
  const who = directory.person(latest.by)?.name ?? latest.by;
  const at = instantIn(calendars.ofGroup(group).zone, latest.at);
  return refusal('in-hand', { number, who, at, ...(latest.by === by.id ? { own: 'yes' } : {}) });
}
