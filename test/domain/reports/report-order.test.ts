import fc from 'fast-check';
import { businessCalendar } from '../../../src/domain/calendar/business-calendar';
import { changeOf } from '../../../src/domain/kernel/change-of';
import type { RecordChange } from '../../../src/domain/kernel/record-type';
import { monthAfter } from '../../../src/domain/metrics/days';
import { closedMonth, siteCalendar } from '../../../src/domain/metrics/month-close';
import {
  dueOn,
  firstDue,
  isStanding,
  nextMonthly,
  POSTED_AFTER_MS,
  readReviewDate,
} from '../../../src/domain/reports/report-order';
import type { OrderEvent, ReportOrder } from '../../../src/domain/reports/report-order';
import { reportOrderType } from '../../../src/domain/reports/report-order-type';
import { aWorld, DAY } from '../../support/site';

const calendar = siteCalendar(aWorld().calendars);
/** Of some the clocks were changed at a midnight that began a month. */
const ZONES = [
  'America/New_York',
  'America/Havana',
  'Africa/Cairo',
  'America/Asuncion',
  'Pacific/Kiritimati',
];
const at = (iso: string): number => Date.parse(iso);

const to = { kind: 'person', person: 'ann' } as const;
/** What ann orders, as it is to be saved. */
function ordered(what: ReportOrder['what'], now: number): RecordChange<ReportOrder> {
  const dueAt = firstDue(what, now, 10, calendar);
  const event = { kind: 'ordered', what, scope: 'enterprise', conversation: '19:x', to, dueAt } as const;
  const act = { by: 'ann', at: now, cause: 'order' };
  return changeOf(reportOrderType, 'RO1', undefined, [event], act, aWorld(now));
}
const monthly = (now: number): ReportOrder => ordered({ kind: 'monthly' }, now).state;
const review = (date: string, now: number) => ordered({ kind: 'review', date }, now);

const after = (order: ReportOrder, events: readonly OrderEvent[], now: number, by = 'casekeeper') =>
  changeOf(reportOrderType, 'RO1', order, events, { by, at: now, cause: `at ${now}` }, aWorld(now));
/** The order after what is due on it; undefined where nothing is. */
function posted(order: ReportOrder, now: number): RecordChange<ReportOrder> | undefined {
  const events = dueOn(order, now, calendar);
  return events.length === 0 ? undefined : after(order, events, now);
}

describe('The monthly report', () => {
  it.each([
    // 1 November 2026 is a Sunday; the report comes on Monday at seven.
    ['2026-10-15T12:00-04:00', '2026-11-02T07:00-05:00'],
    ['2026-11-02T06:59-05:00', '2026-11-02T07:00-05:00'],
    ['2026-11-02T07:00-05:00', '2026-12-01T07:00-05:00'],
    // New Year’s Day is a Friday.
    ['2026-12-20T12:00-05:00', '2027-01-04T07:00-05:00'],
  ])('ordered at %s first comes at %s (ME-7, BT-3)', (now, first) => {
    expect(new Date(nextMonthly(at(now), calendar)).toISOString()).toBe(new Date(at(first)).toISOString());
  });

  it('comes just as early after a month that began an hour late because it had no midnight (ME-7, BT-4)', () => {
    // In Havana 1 April 2012 began at one o'clock; 1 May began at midnight, as every other.
    const havana = businessCalendar('America/Havana', new Map());
    expect(nextMonthly(at('2012-04-15T12:00-04:00'), havana)).toBe(at('2012-05-01T07:00-04:00'));
  });

  it('is due at the instant when it starts to cover another month, in every time zone (ME-7, BT-4)', () => {
    const zone = fc.constantFrom(...ZONES);
    const moment = fc.integer({ min: at('2009-02-01T00:00Z'), max: at('2039-10-01T00:00Z') });
    fc.assert(
      fc.property(zone, moment, (name, now) => {
        const there = businessCalendar(name, new Map());
        const monthAt = (instant: number): string => closedMonth(instant - POSTED_AFTER_MS, there).month;
        const next = nextMonthly(now, there);
        expect(next).toBeGreaterThan(now);
        expect([monthAt(next - 1), monthAt(next)]).toEqual([monthAt(now), monthAfter(monthAt(now))]);
      }),
      { examples: [['Africa/Cairo', at('2014-08-10T12:00Z')]] },
    );
  });

  it('is due once for the month that ended, and then for the next one (ME-7)', () => {
    const order = monthly(at('2026-10-15T12:00-04:00'));
    expect(dueOn(order, at('2026-11-02T06:59:59-05:00'), calendar)).toEqual([]);
    const now = at('2026-11-02T07:00-05:00');
    const change = posted(order, now);
    expect(change?.notifications).toEqual([
      {
        id: 'RO1/2026-10',
        about: { kind: 'reportOrder', id: 'RO1' },
        topic: 'monthly',
        entry: 1,
        detail: { month: '2026-10' },
        dueAt: now,
        to: { kind: 'person', person: 'ann' },
        mentions: [],
        madeAt: now,
      },
    ]);
    expect(change?.state).toMatchObject({ posted: '2026-10', dueAt: at('2026-12-01T07:00-05:00') });
    expect(posted(change?.state ?? order, now + 1_000)).toBeUndefined();
  });

  it('covers only the latest month that ended after an outage, and says when it was due (ME-7)', () => {
    const order = monthly(at('2026-07-15T12:00-04:00'));
    const now = at('2026-11-20T12:00-05:00');
    const change = posted(order, now);
    expect(change?.notifications.map(({ id, dueAt }) => [id, dueAt])).toEqual([
      ['RO1/2026-10', at('2026-11-02T07:00-05:00')],
    ]);
    expect(change?.state.dueAt).toBe(at('2026-12-01T07:00-05:00'));
  });

  it('comes once a month, however often or late the site checks (ME-7)', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 70 * DAY }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(gaps, (steps) => {
        let now = at('2026-10-15T12:00-04:00');
        let order = monthly(now);
        const told: string[] = [];
        for (const step of steps) {
          now += step;
          const change = posted(order, now);
          if (change === undefined) continue;
          order = change.state;
          told.push(...change.notifications.map(({ detail }) => detail?.['month'] ?? ''));
          expect(told.at(-1)).toBe(closedMonth(now - POSTED_AFTER_MS, calendar).month);
        }
        expect(new Set(told).size).toBe(told.length);
        // Nothing that could be told by now is still to come.
        if (told.length > 0) expect(told.at(-1)).toBe(closedMonth(now - POSTED_AFTER_MS, calendar).month);
      }),
    );
  });

  it('no longer comes once its order is ended (ME-7)', () => {
    const endedAt = at('2026-10-16T12:00-04:00');
    const standing = monthly(at('2026-10-15T12:00-04:00'));
    const { state: order, nextDueAt } = after(standing, [{ kind: 'ended' }], endedAt, 'ben');
    expect(order.ended).toEqual({ by: 'ben', at: endedAt });
    expect(nextDueAt).toBeUndefined();
    expect(dueOn(order, at('2026-11-20T12:00-05:00'), calendar)).toEqual([]);
    expect(isStanding(order, at('2026-10-20T12:00-04:00'), calendar)).toBe(false);
  });
});

describe('The report for a review', () => {
  it('is due once, ten business days before it (ME-9)', () => {
    const { state: order } = review('2026-12-15', at('2026-11-10T12:00-05:00'));
    const due = at('2026-12-01T00:00-05:00');
    expect(posted(order, due - 1)).toBeUndefined();
    const change = posted(order, due);
    expect(change?.notifications.map(({ id, detail, topic }) => [id, detail?.['month'], topic])).toEqual([
      ['RO1/review', '2026-11', 'review'],
    ]);
    expect(change?.state.dueAt).toBeUndefined();
    expect(posted(change?.state ?? order, due + 40 * DAY)).toBeUndefined();
  });

  it('is due at once if the review is sooner, and says when it should have come (ME-9)', () => {
    const now = at('2026-12-10T12:00-05:00');
    const { state: order, notifications } = review('2026-12-15', now);
    expect(notifications.map(({ dueAt, detail }) => [dueAt, detail?.['month']])).toEqual([
      [at('2026-12-01T00:00-05:00'), '2026-11'],
    ]);
    expect(posted(order, now + DAY)).toBeUndefined();
  });

  it('is listed up to the day of the review (ME-9)', () => {
    const { state: order } = review('2026-12-15', at('2026-11-10T12:00-05:00'));
    expect(isStanding(order, at('2026-12-15T23:59-05:00'), calendar)).toBe(true);
    expect(isStanding(order, at('2026-12-16T00:00-05:00'), calendar)).toBe(false);
  });

  it.each([
    ['', 'Enter the review date, for example 2026-12-15.'],
    ['soon', '"soon" isn\'t a valid date. Enter a date from Tue 10 Nov 2026 to Sat 10 Nov 2029.'],
    ['2026-02-30', '"2026-02-30" isn\'t a valid date. Enter a date from Tue 10 Nov 2026 to Sat 10 Nov 2029.'],
    ['2026-11-09', 'Mon 9 Nov 2026 is in the past. Enter a date from Tue 10 Nov 2026 to Sat 10 Nov 2029.'],
    [
      '2036-11-09',
      'Sun 9 Nov 2036 is more than 3 years away. Enter a date from Tue 10 Nov 2026 to Sat 10 Nov 2029.',
    ],
  ])('is refused at its field for the date %j (ME-9)', (typed, message) => {
    const read = readReviewDate(typed, at('2026-11-10T12:00-05:00'), calendar);
    expect(read.ok ? [] : read.refusal.faults).toEqual([{ field: 'date', message }]);
  });

  it('can be for a review today (ME-9)', () => {
    expect(readReviewDate(' 2026-11-10 ', at('2026-11-10T23:00-05:00'), calendar)).toEqual({
      ok: true,
      value: '2026-11-10',
    });
  });
});
