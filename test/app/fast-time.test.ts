import { DEFAULT_POLICY } from '../../src/domain/policy/default-policy';
import { policiesByDate } from '../../src/domain/policy/policies-by-date';
import { fastPolicies, fastTime } from '../../src/app/fast-time';
import { businessCalendar } from '../../src/domain/calendar/business-calendar';

const NEW_YORK = 'America/New_York';
const calendar = businessCalendar(NEW_YORK, new Map([['2026-11-26', 'Thanksgiving Day']]));
const friday19 = Date.parse('2026-11-20T19:00:00-05:00');

/** A wall clock that is set by hand. */
function wallClock(): { now: () => number; set: (passed: number) => void } {
  let passed = 0;
  return { now: () => 1_000_000 + passed, set: (to) => (passed = to) };
}

describe('The time in a fast run', () => {
  it('begins where it is set to begin', () => {
    const wall = wallClock();
    expect(fastTime({ wall, startAt: friday19, calendar }).now()).toBe(friday19);
  });

  it.each([
    ['half a minute', 30_000, '2026-11-23T07:00:00-05:00'],
    ['a minute', 60_000, '2026-11-23T19:00:00-05:00'],
    ['four minutes, over a holiday', 240_000, '2026-11-27T19:00:00-05:00'],
    ['five minutes, over two weekends and a holiday', 300_000, '2026-11-30T19:00:00-05:00'],
  ])('passes a business day in a minute: after %s', (_words, passed, expected) => {
    const wall = wallClock();
    const time = fastTime({ wall, startAt: friday19, calendar });
    wall.set(passed);
    expect(new Date(time.now()).toISOString()).toBe(new Date(expected).toISOString());
  });

  it('never runs backward, even if the wall clock is set back', () => {
    const wall = wallClock();
    const time = fastTime({ wall, startAt: friday19, calendar });
    wall.set(60_000);
    const late = time.now();
    wall.set(10_000);
    expect(time.now()).toBe(late);
  });
});

it('A notification in a fast run is not late if it was on time by the wall clock', () => {
  const policies = fastPolicies(policiesByDate(DEFAULT_POLICY));
  expect(policies.at(0).lateNoticeMinutes).toBe(DEFAULT_POLICY.lateNoticeMinutes * 1440);
  expect(policies.all).toEqual([policies.at(0)]);
});
