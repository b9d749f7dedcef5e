import { isPlanHour } from '../domain/plans/plan-hours';
import type { Log } from '../ports/log';
import type { DeliveryParts } from './delivery/delivery-parts';

const BATCH = 100;

/**
 * Brings the notices of action plans into the outbox, then takes them off the plans. Each step can be repeated. A plan
 * at fault is logged and stops no other. What a midnight brought stays with the plans until the morning.
 */
export async function relayPlans({
  plans,
  outbox,
  world,
  log,
}: Pick<DeliveryParts, 'plans' | 'outbox' | 'world'> & { readonly log: Log }): Promise<void> {
  if (!isPlanHour(world().now)) return;
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
