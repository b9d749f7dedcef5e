import { dateText } from '../../cards/time-text';
import { isoDateIn } from '../../domain/clocks/calendar-days';
import type { Case } from '../../domain/cases/case';
import { clocksOf } from '../../domain/clocks/clocks-of';
import type { World } from '../../domain/world';

/** The day by which the customer hears again: the next quality status of the case (rule CK-2), where it is owed. */
function nextWordBy(current: Case, world: World): string | undefined {
  const next = clocksOf(current, world).find(
    ({ kind, state }) => kind === 'recurring-status' && state === 'running',
  );
  if (next === undefined) return undefined;
  // A clock that ends at a closing midnight ends with the day before (rule BT-2).
  return dateText(isoDateIn(world.calendars.ofGroup(next.group).zone, next.dueAt - 1));
}

/** An interim response to begin with: the case is being worked, and by when word comes (rule CK-1, E4 2.g). */
export function interimText(current: Case, world: World): string {
  const { contact } = current.details;
  const by = nextWordBy(current, world);
  return [
    `Dear ${contact.name},`,
    '',
    `Thank you for your inquiry. It is registered as case ${current.number} and is being worked.`,
    by === undefined
      ? 'You will receive a resolution or a status update as soon as there is one.'
      : `You will receive a resolution or a status update by ${by}.`,
    `Please give the case number ${current.number} when you contact us about it.`,
    '',
    'Respectfully,',
    world.directory.group(current.group)?.name ?? 'Customer Support',
  ].join('\n');
}
