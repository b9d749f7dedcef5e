import { isMissed, type RecordClock } from '../../domain/kernel/record-clock';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { actorName } from './names';
import { dueText, instantText, spanText } from './time-text';

export const zoneOf = (clock: RecordClock, context: DomainContext): string =>
  context.calendars.ofGroup(clock.group).zone;

/** When it is due, in the zone of the group that owes it: "Tue 24 Nov, 19:00 EST". */
export const clockDue = (clock: RecordClock, context: DomainContext): string =>
  dueText(clock.dueAt, context.calendars.ofGroup(clock.group), context.now);

/** "1 day 4 h of business time left", or "missed 2 h ago" in plain time. */
export function leftText(clock: RecordClock, context: DomainContext): string {
  if (isMissed(clock, context.now)) return `missed ${spanText(context.now - clock.dueAt)} ago`;
  const left = context.calendars.ofGroup(clock.startGroup).elapsed(context.now, clock.dueAt);
  return `${spanText(left)} of business time left`;
}

/** "Ann Lee, Mon 23 Nov, 10:05 EST; the escalation stops", if a missed clock is acknowledged. */
export function acknowledgedText(
  { acknowledged, group }: RecordClock,
  context: DomainContext,
): string | undefined {
  if (acknowledged === undefined) return undefined;
  const { zone } = context.calendars.ofGroup(group);
  const when = instantText(acknowledged.at, zone, context.now);
  return `${actorName(acknowledged.by, context)}, ${when}; the escalation stops`;
}
