import type { Directory } from '../directory/directory';
import type { Policies } from '../policy/policy';
import { businessCalendar } from './business-calendar';
import type { Calendars } from './calendars';
import { FIRST_YEAR, LAST_YEAR } from './day-boundaries';
import { federalHolidays } from './federal-holidays';

/** The zone of a group that names none, or that the directory no longer has (rule BT-4). */
export const DEFAULT_ZONE = 'America/New_York';

/**
 * The calendars of a site's groups (rules BT-3, BT-4): federal holidays as observed, the closures that the policy in
 * force on their day names for all, and the group's own holidays, in the group's zone. A group that the directory no
 * longer has is calculated in the default zone, so that its cases keep their clocks.
 */
export function calendarsOf(directory: Directory, policies: Policies): Calendars {
  const forAll = new Map(federalHolidays(FIRST_YEAR, LAST_YEAR));
  for (const { date, name } of policies.all.flatMap((policy) => policy.closures)) {
    const inForce = policies.at(Date.parse(`${date}T12:00:00Z`));
    if (inForce.closures.some((closure) => closure.date === date)) forAll.set(date, name);
  }
  const byGroup = new Map(
    directory.groups.map((group) => {
      const holidays = new Map([...group.holidays.map((date) => [date, 'Closed'] as const), ...forAll]);
      return [group.key.toLowerCase(), businessCalendar(group.zone, holidays)];
    }),
  );
  const standard = businessCalendar(DEFAULT_ZONE, forAll);
  return {
    ofGroup: (key) => byGroup.get(key.toLowerCase()) ?? standard,
  };
}
