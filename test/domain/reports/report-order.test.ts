import fc from 'fast-check';
import { businessCalendar } from '../../../src/domain/calendar/business-calendar';
import { monthAfter } from '../../../src/domain/metrics/days';
import { closedMonth, siteCalendar } from '../../../src/domain/metrics/month-close';
import {
  dueOn,
  endedOrder,
  firstDue,
  isStanding,
  nextMonthly,
  POSTED_AFTER_MS,
  readReviewDate,
} from '../../../src/domain/reports/report-order';
import type { ReportOrder } from '../../../src/domain/reports/report-order';
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

const monthly = (from: number): ReportOrder => ({
  id: 'RO1',
  what: { kind: 'monthly' },
  scope: 'enterprise',
  conversation: '19:x',
  to: { kind: 'person', person: 'ann' },
  by: 'ann',
  at: from,
  dueAt: nextMonthly(from, calendar),
});
const review = (date: string, now: number): ReportOrder => ({
  ...monthly(now),
  what: { kind: 'review', date },
  dueAt: firstDue({ kind: 'review', date }, now, 10, calendar),
});

describe('the monthly report', () => {
  it.each([
    // 1 November 2026 is a Sunday; the report comes on Monday at seven.
    ['2026-10-15T12:00-04:00', '2026-11-02T07:00-05:00'],
    ['2026-11-02T06:59-05:00', '2026-11-02T07:00-05:00'],
    ['2026-11-02T07:00-05:00', '2026-12-01T07:00-05:00'],
    // New Year’s Day is a Friday.
    ['2026-12-20T12:00-05:00', '2027-01-04T07:00-05:00'],
  ])('that is ordered at %s comes first at %s (ME-7, BT-3)', (now, first) => {
    expect(new Date(nextMonthly(at(now), calendar)).toISOString()).toBe(new Date(at(first)).toISOString());
  });

  it('comes as early after a month that began an hour late, for want of a midnight (ME-7, BT-4)', () => {
    // In Havana 1 April 2012 began at one o'clock; 1 May began at midnight, as every other.
    const havana = businessCalendar('America/Havana', new Map());
    expect(nextMonthly(at('2012-04-15T12:00-04:00'), havana)).toBe(at('2012-05-01T07:00-04:00'));
  });

  it('is due at the instant from which it is that of another month, in every zone (ME-7, BT-4)', () => {
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

  it('is due once, for the month that ended, and then for the next one (ME-7)', () => {
    const order = monthly(at('2026-10-15T12:00-04:00'));
    expect(dueOn(order, at('2026-11-02T06:59:59-05:00'), calendar)).toBeUndefined();
    const now = at('2026-11-02T07:00-05:00');
    const change = dueOn(order, now, calendar);
    expect(change?.notices).toEqual([
      {
        id: 'RO1/2026-10',
        report: 'RO1',
        subject: 'monthly',
        month: '2026-10',
        dueAt: now,
        to: { kind: 'person', person: 'ann' },
        madeAt: now,
      },
    ]);
    expect(change?.order).toMatchObject({ posted: '2026-10', dueAt: at('2026-12-01T07:00-05:00') });
    expect(dueOn(change?.order ?? order, now + 1_000, calendar)).toBeUndefined();
  });

  it('after an outage is that of the latest month that ended alone, and tells when it was due (ME-7)', () => {
    const order = monthly(at('2026-07-15T12:00-04:00'));
    const now = at('2026-11-20T12:00-05:00');
    const change = dueOn(order, now, calendar);
    expect(change?.notices.map(({ id, dueAt }) => [id, dueAt])).toEqual([
      ['RO1/2026-10', at('2026-11-02T07:00-05:00')],
    ]);
    expect(change?.order.dueAt).toBe(at('2026-12-01T07:00-05:00'));
  });

  it('comes once for each month, however often and however late it is looked for (ME-7)', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 70 * DAY }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(gaps, (steps) => {
        let now = at('2026-10-15T12:00-04:00');
        let order = monthly(now);
        const told: string[] = [];
        for (const step of steps) {
          now += step;
          const change = dueOn(order, now, calendar);
          if (change === undefined) continue;
          order = change.order;
          told.push(...change.notices.map(({ month }) => month));
          expect(told.at(-1)).toBe(closedMonth(now - POSTED_AFTER_MS, calendar).month);
        }
        expect(new Set(told).size).toBe(told.length);
        // Nothing that could be told by now is still to come.
        if (told.length > 0) expect(told.at(-1)).toBe(closedMonth(now - POSTED_AFTER_MS, calendar).month);
      }),
    );
  });

  it('comes no more once it is ended (ME-7)', () => {
    const order = endedOrder(monthly(at('2026-10-15T12:00-04:00')), 'ben', 5);
    expect(dueOn(order, at('2026-11-20T12:00-05:00'), calendar)).toBeUndefined();
    expect(isStanding(order, at('2026-10-20T12:00-04:00'), calendar)).toBe(false);
  });
});

describe('the report for a review', () => {
  it('is due ten business days before it, once (ME-9)', () => {
    const order = review('2026-12-15', at('2026-11-10T12:00-05:00'));
    const due = at('2026-12-01T00:00-05:00');
    expect(dueOn(order, due - 1, calendar)).toBeUndefined();
    const change = dueOn(order, due, calendar);
    expect(change?.notices.map(({ id, month, subject }) => [id, month, subject])).toEqual([
      ['RO1/review', '2026-11', 'review'],
    ]);
    expect(change?.order.dueAt).toBeUndefined();
    expect(dueOn(change?.order ?? order, due + 40 * DAY, calendar)).toBeUndefined();
  });

  it('is due at once where the review is nearer, with when it should have been (ME-9)', () => {
    const now = at('2026-12-10T12:00-05:00');
    const change = dueOn(review('2026-12-15', now), now, calendar);
    expect(change?.notices.map(({ dueAt, month }) => [dueAt, month])).toEqual([
      [at('2026-12-01T00:00-05:00'), '2026-11'],
    ]);
  });

  it('is listed up to the day of the review (ME-9)', () => {
    const order = review('2026-12-15', at('2026-11-10T12:00-05:00'));
    expect(isStanding(order, at('2026-12-15T23:59-05:00'), calendar)).toBe(true);
    expect(isStanding(order, at('2026-12-16T00:00-05:00'), calendar)).toBe(false);
  });

  it.each([
    ['', 'Give the date of the review, as in 2026-12-15.'],
    ['soon', '"soon" is not a date. Give a date from 2026-11-10 to 2029-11-10.'],
    ['2026-02-30', '"2026-02-30" is not a date. Give a date from 2026-11-10 to 2029-11-10.'],
    ['2026-11-09', '2026-11-09 is past. Give a date from 2026-11-10 to 2029-11-10.'],
    ['2036-11-09', '2036-11-09 is more than 3 years away. Give a date from 2026-11-10 to 2029-11-10.'],
  ])('on %j is refused at its field (ME-9)', (typed, message) => {
    const read = readReviewDate(typed, at('2026-11-10T12:00-05:00'), calendar);
    expect(read.ok ? [] : read.refusal.faults).toEqual([{ field: 'date', message }]);
  });

  it('may be today (ME-9)', () => {
    expect(readReviewDate(' 2026-11-10 ', at('2026-11-10T23:00-05:00'), calendar)).toEqual({
      ok: true,
      value: '2026-11-10',
    });
  });
});
