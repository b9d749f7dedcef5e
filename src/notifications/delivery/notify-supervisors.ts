import type { Notification } from '../../domain/kernel/notification';
import { recordOf } from '../../records/kinds';
import type { DeliveryParts } from './delivery-parts';

/**
 * Notifies the supervisors that a channel or a person can no longer be reached: those of the channel's group,
 * or of the group that holds the record. Once per record, addressee, and supervisor, so that many lost notifications are no
 * storm. For a kind whose records have no group, nobody is notified.
 */
export async function notifySupervisors(
  { outbox, kinds, context }: Pick<DeliveryParts, 'outbox' | 'kinds' | 'context'>,
  notification: Notification,
): Promise<void> {
  const { about, topic, to, madeAt } = notification;
  // A notification to a supervisor that fails is only in the list of undelivered notifications.
  if (topic === 'undelivered' || (to.kind !== 'group' && to.kind !== 'person')) return;
  const groupOf = kinds.of(about.kind)?.delivery.group;
  if (groupOf === undefined) return;
  const held = to.kind === 'group' ? undefined : await recordOf(kinds, notification);
  const key = to.kind === 'group' ? to.group : held && groupOf(held.saved.state);
  const supervisors = (key === undefined ? undefined : context().directory.group(key))?.supervisors ?? [];
  const lost = to.kind === 'group' ? to.group : to.person;
  for (const [place, person] of supervisors.entries()) {
    if (to.kind === 'person' && to.person === person) continue;
    const id = `${about.id}/undelivered/${to.kind}:${lost}/${person}`;
    const detail: Readonly<Record<string, string>> = to.kind === 'group' ? { group: lost } : { person: lost };
    await outbox.put(
      { id, about, topic: 'undelivered', detail, to: { kind: 'person', person }, mentions: [], madeAt },
      place,
    );
  }
}
