import { arrivals } from '../../../scripts/demo/agency/arrivals';
import { badMonthOf } from '../../../scripts/demo/agency/story/bad-month';
import { Chances } from '../../../scripts/demo/agency/story/chances';
import { WorkingHours } from '../../../scripts/demo/agency/working-hours';
import { businessCalendar } from '../../../src/domain/calendar/business-calendar';
import { federalHolidays } from '../../../src/domain/calendar/federal-holidays';
import { BAD_MONTH, UNTIL } from './small-agency';

const calendar = businessCalendar('America/New_York', federalHolidays(2024, 2027));
const hours = new WorkingHours(calendar);
const FROM = UNTIL - 730 * 86_400_000;
const opened = (seed: number, count = 20_000) => arrivals({ from: FROM, until: UNTIL, count }, hours, seed);

describe('The arrivals of an agency', () => {
  const openings = opened(1);
  const perDay = (isCounted: (at: number) => boolean): number => {
    const days = new Set<string>();
    for (let at = FROM; at < UNTIL; at += 3_600_000) if (isCounted(at)) days.add(calendar.dateOf(at));
    return openings.filter(isCounted).length / days.size;
  };

  it('are as many as asked for, in order, and between both ends', () => {
    expect(openings).toHaveLength(20_000);
    expect(openings).toEqual([...openings].sort((one, other) => one - other));
    expect(openings[0]).toBeGreaterThanOrEqual(FROM);
    expect(openings.at(-1)).toBeLessThan(UNTIL);
  });

  it('are the same for the same seed, and different for another', () => {
    expect(opened(1)).toEqual(openings);
    expect(opened(2)).not.toEqual(openings);
  });

  it('are far fewer on weekends and holidays, but some', () => {
    const closed = perDay((at) => !calendar.isOpen(at));
    expect(closed).toBeGreaterThan(0);
    expect(closed).toBeLessThan(perDay((at) => calendar.isOpen(at)) / 4);
  });

  it('come during the day', () => {
    const atNight = openings.filter((at) => hours.localMs(at) < 6 * 3_600_000).length;
    expect(atNight).toBeLessThan(openings.length / 50);
  });

  it('are more in the bad month than in the month before', () => {
    const days = (month: string) => (at: number) =>
      calendar.isOpen(at) && calendar.dateOf(at).startsWith(month);
    expect(badMonthOf(UNTIL, calendar)).toBe(BAD_MONTH);
    expect(perDay(days(BAD_MONTH))).toBeGreaterThan(perDay(days('2026-05')) * 1.1);
  });

  it('end in the middle of an hour if that is the current time', () => {
    const until = UNTIL + 10 * 60_000;
    const last = arrivals({ from: until - 86_400_000, until, count: 5_000 }, hours, 3).at(-1) ?? 0;
    expect(last).toBeGreaterThan(UNTIL);
    expect(last).toBeLessThan(until);
  });
});

describe('Working hours', () => {
  const at = (iso: string): number => Date.parse(iso);

  it('accept work at once when someone is there', () => {
    expect(hours.within(at('2026-11-06T07:00-05:00'), new Chances(1))).toBe(at('2026-11-06T07:00-05:00'));
    expect(hours.within(at('2026-11-06T16:59-05:00'), new Chances(1))).toBe(at('2026-11-06T16:59-05:00'));
  });

  it.each([
    ['before seven', '2026-11-06T06:59-05:00', '2026-11-06'],
    ['after five', '2026-11-05T17:00-05:00', '2026-11-06'],
    ['at a weekend', '2026-11-07T12:00-05:00', '2026-11-09'],
    ['on Friday evening before a holiday', '2026-10-09T18:00-04:00', '2026-10-13'],
    ['in the night in which summer time ends', '2026-10-31T23:00-04:00', '2026-11-02'],
  ])('move what comes %s to the next working morning', (_, came, day) => {
    const done = hours.within(at(came), new Chances(1));
    expect(calendar.dateOf(done)).toBe(day);
    expect(hours.localMs(done)).toBeGreaterThanOrEqual(6 * 3_600_000);
    expect(hours.localMs(done)).toBeLessThan(12 * 3_600_000);
  });
});
