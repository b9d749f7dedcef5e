import { isPlanHour } from '../../../src/domain/plans/plan-hours';
import { siteCalendar } from '../../../src/domain/metrics/month-close';
import { nextMonthly } from '../../../src/domain/reports/report-order';
import { aWorld } from '../../support/site';

const at = (iso: string): number => Date.parse(iso);

describe('The hours for notifying owners of action plans', () => {
  it.each([
    ['2026-11-02T00:00-05:00', false],
    ['2026-11-02T06:59:59.999-05:00', false],
    ['2026-11-02T07:00-05:00', true],
    ['2026-11-02T23:59:59.999-05:00', true],
    ['2026-07-01T06:59:59.999-04:00', false],
    ['2026-07-01T07:00-04:00', true],
  ])('include %s: %s (ME-8)', (now, isHour) => {
    expect(isPlanHour(at(now))).toBe(isHour);
  });

  it('begin with the monthly report each month (ME-7, ME-8)', () => {
    let due = at('2026-01-01T00:00-05:00');
    for (let month = 1; month <= 24; month += 1) {
      due = nextMonthly(due, siteCalendar(aWorld(due).calendars));
      expect([isPlanHour(due - 1), isPlanHour(due)]).toEqual([false, true]);
    }
  });

  it('are the same every day, because a month may begin on a Saturday (ME-8)', () => {
    expect(isPlanHour(at('2026-08-01T07:00-04:00'))).toBe(true);
    expect(isPlanHour(at('2026-08-02T12:00-04:00'))).toBe(true);
  });
});
