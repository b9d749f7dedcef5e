import { recordOf } from '../../records/kinds';
import type { OutboxRecord } from '../outbox/outbox';
import type { DeliveryParts } from './delivery-parts';

/**
 * Whether a personal notification is for someone whom its matter no longer concerns, as its kind says: they left the group
 * that works the case (rule AC-7), or no longer answer requests for the group (rule AC-3).
 */
export async function isForFormer(
  { kinds, context }: Pick<DeliveryParts, 'kinds' | 'context'>,
  { value: { notice: notification, post } }: Pick<OutboxRecord, 'value'>,
): Promise<boolean> {
  if (post !== undefined || notification.to.kind !== 'person') return false;
  const { person } = notification.to;
  const { directory } = context();
  // Most people left no group: nothing is read for them.
  if (!directory.groups.some(({ former }) => former?.includes(person))) return false;
  if (kinds.of(notification.about.kind)?.delivery.isForFormer === undefined) return false;
  const found = await recordOf(kinds, notification);
  return found?.kind.delivery.isForFormer?.(notification, person, found.saved.state, context()) === true;
}
