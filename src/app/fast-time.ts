import { BUSINESS_DAY_MS, type BusinessCalendar } from '../domain/calendar/calendars';
import type { Policies } from '../domain/policy/policy';
import type { TimeSource } from '../ports/time-source';

/** How long one business day takes in a fast run: a minute. */
const DAY_TAKES_MS = 60_000;

/**
 * Time for a demo: a business day passes in a minute of real time, and weekends and holidays in none.
 * It begins at `startAt` (epoch milliseconds) and never runs backwards, even where the wall's clock is set back.
 */
export function fastTime(options: {
  readonly wall: TimeSource;
  readonly startAt: number;
  readonly calendar: BusinessCalendar;
}): TimeSource {
  const { wall, startAt, calendar } = options;
  const began = wall.now();
  let passed = 0;
  return {
    now: () => {
      passed = Math.max(passed, wall.now() - began);
      return calendar.add(startAt, Math.round(passed * (BUSINESS_DAY_MS / DAY_TAKES_MS)));
    },
  };
}

/** The policies for fast time: a few minutes late in real time are many in fast time, so the limit is scaled up. */
export function fastPolicies(policies: Policies): Policies {
  const slower = new Map(
    policies.all.map((policy) => [
      policy,
      { ...policy, lateNoticeMinutes: policy.lateNoticeMinutes * (BUSINESS_DAY_MS / DAY_TAKES_MS) },
    ]),
  );
  return {
    all: [...slower.values()],
    at: (instant) => slower.get(policies.at(instant)) ?? policies.at(instant),
  };
}
