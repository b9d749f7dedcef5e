import { isMissed } from '../../domain/kernel/record-clock';
import type { RecordClock } from '../../domain/kernel/record-clock';
import type { World } from '../../domain/kernel/world';
import { actorName } from './names';
import { dueText, instantText, spanText } from './time-text';

export const zoneOf = (clock: RecordClock, world: World): string => world.calendars.ofGroup(clock.group).zone;

/** When it is due, in the zone of the group that owes it: "Tue 24 Nov, 19:00 EST". */
export const clockDue = (clock: RecordClock, world: World): string =>
  dueText(clock.dueAt, world.calendars.ofGroup(clock.group), world.now);

/** "1 day 4 h of business time left", or "missed 2 h ago" by the clock on the wall. */
export function leftText(clock: RecordClock, world: World): string {
  if (isMissed(clock, world.now)) return `missed ${spanText(world.now - clock.dueAt)} ago`;
  const left = world.calendars.ofGroup(clock.startGroup).elapsed(world.now, clock.dueAt);
  return `${spanText(left)} of business time left`;
}

/** "Ann Lee has had it since Mon 23 Nov, 10:05 EST; it is taken no further up", where a missed clock is in hand. */
export function handText({ acknowledged, group }: RecordClock, world: World): string | undefined {
  if (acknowledged === undefined) return undefined;
  const { zone } = world.calendars.ofGroup(group);
  const since = instantText(acknowledged.at, zone, world.now);
  return `${actorName(acknowledged.by, world)} has had it since ${since}; it is taken no further up`;
}
