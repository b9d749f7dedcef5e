import type { Notification } from '../../domain/kernel/notification';
import { recordOf } from '../../records/kinds';
import type { DeliveryParts } from './delivery-parts';

/**
 * Tells the supervisors in person that a channel or a person cannot be reached any more: those of the channel's group,
 * or of the group that holds the record. Once a record, addressee and supervisor, so that many lost notifications are no
 * storm. A kind whose records are with no group tells nobody.
 */
export async function notifySupervisors(
  { outbox, kinds, context }: Pick<DeliveryParts, 'outbox' | 'kinds' | 'context'>,
  notification: Notification,
): Promise<void> {
  const { about, topic, to, madeAt } = notification;
  // That a supervisor could not be told is seen in the list of notices; it is told to nobody else.
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
