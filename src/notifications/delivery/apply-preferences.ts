import { timingOf } from '../../domain/notifications/notification-settings';
import type { NotificationSettings, Timing } from '../../domain/notifications/notification-settings';
import type { PersonId } from '../../domain/directory/directory';
import type { DeliveryParts } from './delivery-parts';
import { isForFormer } from './former-reader';
import type { OutboxRecord } from '../outbox/outbox';
import { dailyBundle, isDaily } from '../outbox/outbox-item';

/** The settings looked up so far in one round. */
export type Known = Map<PersonId, Promise<NotificationSettings | undefined>>;

/**
 * Takes out of the records what its reader has set not to come now: what is off is settled, kept a day and counted;
 * what is for later is held until its time. What is of a group that they left is dropped (rule AC-7). Messages to channels and cards that are only updated pass.
 */
export async function applyPreferences(
  parts: DeliveryParts,
  records: readonly OutboxRecord[],
  known: Known,
): Promise<readonly OutboxRecord[]> {
  const pass: OutboxRecord[] = [];
  for (const record of records) {
    try {
      if (await passes(parts, record, known)) pass.push(record);
    } catch (error) {
      // Better to send it once too often than not at all.
      parts.log.error(
        { notice: record.id, err: error },
        'The notification settings of a person could not be applied',
      );
      pass.push(record);
    }
  }
  return pass;
}

async function passes(parts: DeliveryParts, record: OutboxRecord, known: Known): Promise<boolean> {
  if (await isForFormer(parts, record)) {
    await parts.outbox.drop(record, 'outdated');
    await parts.outbox.wakeNext(record.value);
    return false;
  }
  if (isDaily(record.value)) return true;
  if (record.value.state !== 'held') return settle(parts, record, await timing(parts, record, known));
  // Its hours have begun: it leaves in the next round.
  await parts.outbox.resume(record);
  return false;
}

/** Whether the record may leave now; else it is held or muted. */
async function settle({ outbox }: DeliveryParts, record: OutboxRecord, timing: Timing): Promise<boolean> {
  switch (timing.kind) {
    case 'now':
      return true;
    case 'off':
      await outbox.mute(record);
      return false;
    case 'hold':
      await outbox.hold(record, timing.until);
      return false;
    case 'digest':
      await outbox.hold(record, timing.until, dailyBundle(record.value));
      return false;
  }
}

async function timing(
  { kinds, notifications, wall }: DeliveryParts,
  { value: { notice: notification, post } }: OutboxRecord,
  known: Known,
): Promise<Timing> {
  const kind = kinds.of(notification.about.kind);
  if (post !== undefined || notification.to.kind !== 'person' || kind === undefined) return { kind: 'now' };
  const { person } = notification.to;
  const asked = known.get(person) ?? notifications.of(person);
  known.set(person, asked);
  const settings = await asked;
  if (settings === undefined) return { kind: 'now' };
  const state = async (): Promise<unknown> => (await kind.records.get(notification.about.id))?.state;
  const preference = await kind.delivery.preference(notification, person, state);
  return preference === undefined ? { kind: 'now' } : timingOf(settings, preference, wall.now());
}
