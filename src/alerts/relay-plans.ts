import type { Log } from '../ports/log';
import type { DeliveryParts } from './delivery-parts';

const BATCH = 100;

/**
 * Brings the notices of action plans into the outbox, then takes them off the plans. Each step can be repeated. A plan
 * at fault is logged and stops no other.
 */
export async function relayPlans({
  plans,
  outbox,
  log,
}: Pick<DeliveryParts, 'plans' | 'outbox'> & { readonly log: Log }): Promise<void> {
  for (const { plan, notices } of await plans.withPendingNotices(BATCH)) {
    try {
      for (const [place, notice] of notices.entries()) await outbox.put(notice, place);
      await plans.clearPending(
        plan.id,
        notices.map(({ id }) => id),
      );
    } catch (error) {
      log.error({ plan: plan.id, err: error }, 'An action plan could not be handed over');
    }
  }
}
