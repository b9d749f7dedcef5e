import type { Case } from '../case';
import { caseDecision, happens } from '../decision';
import { instantIn } from '../../kernel/text/iso-date';
import type { Clock } from '../clocks/clock';
import { isMissed } from '../../kernel/record-clock';
import { clocksOf } from '../clocks/clocks-of';
import type { Person } from '../../directory/directory';
import { notPermitted } from '../permissions';
import { acknowledgeable } from './acknowledgeable';
import { no, refusal } from '../../kernel/refusal';
import type { DomainContext } from '../../kernel/domain-context';

/**
 * A person acknowledges the missed clocks of a case as they stand, and the escalation of these runs stops
 * (rule CK-11), also where they stay missed. A new run, and another clock that is missed later, alerts again. The first
 * wins; who comes after is told who has it. Of the clocks those count that the person answers for.
 */
export const decideAcknowledge = caseDecision('case.acknowledge', (subject, _form, by, context) => {
  const { number } = subject;
  const missed = clocksOf(subject, context).filter((clock) => isMissed(clock, context.now));
  if (missed.length === 0) return no(refusal('nothing-missed', { number }));
  if (missed.every(({ acknowledged }) => acknowledged !== undefined))
    return no(inHand(subject, missed, by, context));
  const theirs = acknowledgeable(subject, by, context);
  return theirs.length === 0
    ? no(notPermitted('case.acknowledge', subject, context.directory))
    : happens({ kind: 'breach-acknowledged', clocks: theirs.map(({ key }) => key) });
});

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
