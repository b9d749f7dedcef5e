import fc from 'fast-check';
import { businessCalendar } from '../../../src/domain/calendar/business-calendar';
import { closedMonth, siteCalendar } from '../../../src/domain/metrics/month-close';
import { aWorld } from '../../support/site';

const ZONE = 'America/New_York';
const calendar = businessCalendar(
  ZONE,
  new Map([
    ['2027-01-01', 'New Year’s Day'],
    ['2026-10-01', 'Closed'],
  ]),
);
const at = (iso: string): number => Date.parse(iso);

describe('The latest month with metrics ready', () => {
  it('is the month that ended, starting on the first business day of the next month (ME-7, ME-8)', () => {
    // 1 November 2026 is a Sunday, in the night of which the clocks are set back.
    expect(closedMonth(at('2026-11-02T00:00-05:00'), calendar)).toEqual({
      month: '2026-10',
      days: { from: '2026-10-01', to: '2026-10-31' },
      period: {
        from: at('2026-10-01T00:00-04:00'),
        before: at('2026-11-01T00:00-04:00'),
        name: 'October 2026',
      },
      readyAt: at('2026-11-02T00:00-05:00'),
    });
  });

  it('is still the month before that until the last millisecond before that day', () => {
    const { month, readyAt } = closedMonth(at('2026-11-02T00:00-05:00') - 1, calendar);
    // 1 October is closed, so that September was ready a day later.
    expect({ month, readyAt }).toEqual({ month: '2026-09', readyAt: at('2026-10-02T00:00-04:00') });
  });

  it('waits for holidays and weekends at the start of a month (BT-2, BT-3)', () => {
    const { month, readyAt } = closedMonth(at('2027-01-04T00:00-05:00'), calendar);
    expect({ month, readyAt }).toEqual({ month: '2026-12', readyAt: at('2027-01-04T00:00-05:00') });
    expect(closedMonth(at('2027-01-03T23:59-05:00'), calendar).month).toBe('2026-11');
  });

  it('is ready at the midnight when it ends if the next month starts on a business day', () => {
    const { month, readyAt } = closedMonth(at('2026-12-01T00:00-05:00'), calendar);
    expect({ month, readyAt }).toEqual({ month: '2026-11', readyAt: at('2026-12-01T00:00-05:00') });
  });

  it("depends on the site's time zone, not the machine's (BT-4)", () => {
    const tokyo = businessCalendar('Asia/Tokyo', new Map());
    const now = at('2026-11-30T18:00Z');
    expect(closedMonth(now, tokyo).month).toBe('2026-11');
    expect(closedMonth(now, calendar).month).toBe('2026-10');
  });

  it('ends at the first of two midnights if the next month begins on a night of a clock change (BT-4)', () => {
    const havana = closedMonth(at('2026-11-02T12:00-05:00'), businessCalendar('America/Havana', new Map()));
    expect(havana.period.before).toBe(at('2026-11-01T00:00-04:00'));
    expect(havana.days).toEqual({ from: '2026-10-01', to: '2026-10-31' });
  });

  it('is the same at every moment until the next one is ready, even when read after an outage', () => {
    const moment = fc.integer({ min: at('2001-03-01T00:00Z'), max: at('2099-10-01T00:00Z') });
    // Of some the clocks were changed at a midnight that began a month.
    const others = ['America/Havana', 'Africa/Cairo', 'America/Asuncion', 'Pacific/Kiritimati'];
    const calendars = fc.constantFrom(calendar, ...others.map((zone) => businessCalendar(zone, new Map())));
    fc.assert(
      fc.property(moment, calendars, (now, by) => {
        const closed = closedMonth(now, by);
        expect(closed.readyAt).toBeLessThanOrEqual(now);
        expect(by.isOpen(closed.readyAt)).toBe(true);
        expect(by.elapsed(closed.period.before, closed.readyAt)).toBe(0);
        expect(closedMonth(closed.readyAt, by)).toEqual(closed);
        expect(closedMonth(closed.readyAt - 1, by).period.before).toBe(closed.period.from);
        // The one after it is not ready yet.
        const later = closedMonth(closed.period.before + 45 * 86_400_000, by);
        expect(later.period.from).toBe(closed.period.before);
        expect(later.readyAt).toBeGreaterThan(now);
      }),
    );
  });

  it("follows the site's own calendar in the default time zone (BT-3, BT-4)", () => {
    expect(siteCalendar(aWorld().calendars).zone).toBe('America/New_York');
  });
});
