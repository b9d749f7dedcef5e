import { startOfDay } from '../calendar/day-boundaries';
import { DEFAULT_ZONE } from '../calendar/site-calendars';
import type { Policies, Policy } from './policy';

/**
 * Policies in the order of the days from which they hold (rule RE-3). A day begins at midnight in the default zone;
 * what lies before the first policy is measured by the first.
 */
export function policiesByDate(first: Policy, ...later: readonly Policy[]): Policies {
  const all = [first, ...later];
  const dated = all.map((policy) => ({
    policy,
    startsAt: startOfDay(policy.from, DEFAULT_ZONE),
  }));
  return {
    all,
    at: (instant) => dated.findLast(({ startsAt }) => startsAt <= instant)?.policy ?? first,
  };
}
