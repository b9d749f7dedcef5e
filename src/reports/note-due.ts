import { siteCalendar } from '../domain/metrics/month-close';
import { dueOn, nextMonthly } from '../domain/reports/report-order';
import type { World } from '../domain/kernel/world';
import type { Log } from '../ports/log';
import type { ReportOrders } from '../ports/reports';
import type { OnSetBack } from '../ports/time-source';

const BATCH = 100;
/** The most that one question to the store may ask for. */
const MOST = 1_000;

/**
 * Notes on each order that is due what is to be posted and when the next is due, in one write with its notice (rules ME-7,
 * ME-9). Asks for what is due by now, so that an outage is caught up. Of several instances one writes an order, and the
 * others find that it is not due any more. One at fault is logged and stops no other.
 */
export async function noteDue({
  orders,
  world,
  log,
  onSetBack,
}: {
  readonly orders: ReportOrders;
  readonly world: () => World;
  readonly log: Log;
  readonly onSetBack?: OnSetBack | undefined;
}): Promise<void> {
  await setBackMonthly(orders, world(), onSetBack);
  const met = new Set<string>();
  for (;;) {
    const at = world();
    const due = await orders.due(at.now, Math.min(BATCH + met.size, MOST));
    const toDo = due.filter(({ order }) => !met.has(order.id));
    if (toDo.length === 0) return;
    for (const { order, version } of toDo) {
      met.add(order.id);
      try {
        const change = dueOn(order, at.now, siteCalendar(at.calendars));
        if (change !== undefined) await orders.save(version, change);
      } catch (error) {
        log.error({ report: order.id, err: error }, 'A report could not be made due; it is tried again');
      }
    }
  }
}

/**
 * A monthly report is due at the next closing of a month at the latest: one that is due later was posted by a clock that
 * ran ahead, and comes when its month has ended.
 */
async function setBackMonthly(orders: ReportOrders, at: World, onSetBack?: OnSetBack): Promise<void> {
  const latest = nextMonthly(at.now, siteCalendar(at.calendars));
  let count = 0;
  for (const { order, version } of await orders.dueAfter(latest, MOST)) {
    if (order.what.kind !== 'monthly') continue;
    if (await orders.save(version, { order: { ...order, dueAt: latest }, notices: [] })) count += 1;
  }
  if (count > 0) onSetBack?.('reports', count);
}
