import type { Log } from '../ports/log';
import type { DeliveryParts } from './delivery/delivery-parts';

const BATCH = 100;

/**
 * Brings the notices of reported problems into the outbox, then takes them off the reports. Each step can be repeated.
 * A report at fault is logged and stops no other.
 */
export async function relayProblems({
  problems,
  outbox,
  log,
}: Pick<DeliveryParts, 'problems' | 'outbox'> & { readonly log: Log }): Promise<void> {
  for (const { report, notices } of await problems.withPendingNotices(BATCH)) {
    try {
      for (const [place, notice] of notices.entries()) await outbox.put(notice, place);
      await problems.clearPending(
        report.id,
        notices.map(({ id }) => id),
      );
    } catch (error) {
      log.error({ problem: report.id, err: error }, 'A reported problem could not be handed over');
    }
  }
}
