import { faultReference } from '../../runtime/fault-reference';
import type { DeliveryParts } from './delivery-parts';
import type { OutboxRecord } from '../outbox/outbox';
import type { DeadReason } from '../../ports/dead-letters';
import { notifySupervisors } from './notify-supervisors';

const WORDS: Readonly<Record<DeadReason, string>> = {
  gone: 'The conversation of a notification is gone; the notification is undelivered',
  'too-long': 'A notification is undelivered: it could not be sent for too long',
  'no-card': 'A notification is undelivered: its card could not be created',
  'no-case': 'A notification is undelivered: its record was not found',
};

/**
 * Keeps a notification that cannot be sent as dead, for the program office to see, and wakes the next of its line. Its
 * reference is in the log and in the list of `undelivered`. Without `telling`, another of the same digest notifies the supervisors.
 */
export async function deadLetter(
  parts: DeliveryParts,
  record: OutboxRecord,
  why: DeadReason,
  fault?: unknown,
  telling = true,
): Promise<void> {
  const { outbox, wall, log } = parts;
  const { notice: notification } = record.value;
  const reference = faultReference();
  const fields = { reference, notice: record.id, record: notification.about.id, why };
  log.error(fault === undefined ? fields : { ...fields, err: causeOf(fault) }, WORDS[why]);
  // First, because it can be repeated: a process that ends here does it again under the next lease.
  if (telling && why === 'gone') await notifySupervisors(parts, notification);
  await outbox.move(record, { state: 'dead', dueAt: wall.now(), why, reference });
  await outbox.wakeNext(record.value);
}

const causeOf = (fault: unknown): unknown =>
  fault instanceof Error && fault.cause !== undefined ? fault.cause : fault;
