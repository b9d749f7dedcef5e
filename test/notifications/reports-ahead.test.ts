import { relayOnce } from '../../src/notifications/relay';
import { sweepOnce } from '../../src/notifications/sweep';
import { setBackOrders } from '../../src/reports/set-back-orders';
import { changeOf } from '../../src/domain/kernel/change-of';
import { reportOrderType } from '../../src/domain/reports/report-order-type';
import { siteCalendar } from '../../src/domain/metrics/month-close';
import { firstDue } from '../../src/domain/reports/report-order';
import { CHANNEL, stage } from './stage';
import type { Stage } from './stage';

const at = (iso: string): number => Date.parse(iso);
const ORDERED = at('2026-10-15T12:00-04:00');

async function ordered(on: Stage, what: Parameters<typeof firstDue>[0]): Promise<string> {
  const { orders } = on.reported;
  const id = await orders.nextId();
  const context = { ...on.parts.context(), now: ORDERED };
  const dueAt = firstDue(what, ORDERED, 10, siteCalendar(context.calendars));
  const to = { kind: 'conversation', address: { ...CHANNEL, kind: 'channel' } } as const;
  const event = { kind: 'ordered', what, scope: 'enterprise', conversation: id, to, dueAt } as const;
  const act = { by: 'ann', at: ORDERED, cause: `order ${id}` };
  await orders.insert(changeOf(reportOrderType, id, undefined, [event], act, context));
  return id;
}

it('A monthly report comes when its month ends, even if a clock that ran ahead has posted a later one (ME-7)', async () => {
  const on = stage();
  const monthly = await ordered(on, { kind: 'monthly' });
  const review = await ordered(on, { kind: 'review', date: '2028-06-15' });
  const reviewDue = (await on.reported.orders.get(review))?.state.dueAt;
  for (const now of ['2027-11-15T12:00-05:00', '2026-10-15T12:01-04:00', '2026-11-02T07:00-05:00']) {
    on.businessNow = at(now);
    await setBackOrders(on.reported.orders, on.parts.context());
    await sweepOnce(on.parts);
    await relayOnce(on.parts);
  }
  expect((await on.reported.orders.get(monthly))?.state.posted).toBe('2026-10');
  expect((await on.reported.orders.get(review))?.state.dueAt).toBe(reviewDue);
});
