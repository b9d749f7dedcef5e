import type { Log } from '../ports/log';
import type { ReportDelivery } from '../ports/reports';
import type { DeliveryParts } from './delivery/delivery-parts';

const BATCH = 100;

/**
 * Notes which report orders are due, then brings their notices into the outbox and takes them off the orders. Each step can
 * be repeated. An order at fault is logged and stops no other.
 */
export async function relayReports({
  reports,
  outbox,
  log,
}: Pick<DeliveryParts, 'outbox'> & {
  readonly reports: ReportDelivery;
  readonly log: Log;
}): Promise<void> {
  await reports.noteDue();
  const { orders } = reports;
  for (const { order, notices } of await orders.withPendingNotices(BATCH)) {
    try {
      for (const [place, notice] of notices.entries()) await outbox.put(notice, place);
      await orders.clearPending(
        order.id,
        notices.map(({ id }) => id),
      );
    } catch (error) {
      log.error({ report: order.id, err: error }, 'A report could not be handed over');
    }
  }
}
