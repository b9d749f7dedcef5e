import type { CardValue } from '../../cards/shared/card-value';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { latenessOf, type Lateness } from '../../domain/notifications/lateness';
import type { Address } from '../../ports/conversations';
import { SendFault } from '../../ports/sender';
import { unlessUnreadable } from '../../ports/unreadable-record';
import { backOffMs } from '../../runtime/back-off';
import { CardDefect, drawing } from '../delivery/card-defect';
import type { DeliveryParts } from '../delivery/delivery-parts';
import { deadLetter } from '../delivery/dead-letter';
import { recordOf } from '../../records/kinds';
import type { OutboxRecord } from '../outbox/outbox';
import { ALONE, isBacklog, isDaily, type OutboxItem } from '../outbox/outbox-item';
import { NotYet } from '../rate/paced-sender';
import { alertsCard, type DigestMessage } from './alerts-card';
import { backlogDigest, dailyDigest } from './digest-cards';

const HOUR_MS = 3_600_000;
/** How often a digest is tried before what cannot be read is left out of it. */
const READ_TRIES = 3;

/**
 * Sends what was leased together as one card and takes it out of the outbox, the one that stands for all first: a
 * process that dies after that write has delivered all of them (see `isDelivered`). Only faults of the store throw.
 */
export async function sendDigest(
  parts: DeliveryParts,
  leased: readonly OutboxRecord[],
  address: Address,
): Promise<void> {
  const { outbox, context, sender } = parts;
  const loaded = await load(parts, leased);
  const records = loaded.map(({ record }) => record);
  const [leader] = records;
  if (leader === undefined) return;
  try {
    const card = drawing(() => cardOf(leader.value, loaded, context()));
    const activity = await sender.post(address, card, context());
    for (const record of records) await outbox.finish(record, activity);
  } catch (error) {
    await afterFault(parts, records, address, error);
  }
}

/** Whether the item left with a digest though it is not marked so: the one that stands for all of it is. */
export async function isDelivered({ outbox }: DeliveryParts, { id, value }: OutboxRecord): Promise<boolean> {
  const { digest } = value;
  if (digest === undefined) return false;
  const standing = standsFor(digest);
  if (standing === id) return false;
  // Of one that cannot be read nobody knows: rather once too often than not at all.
  const leader = await unlessUnreadable(outbox.get(standing));
  return leader?.value.state === 'sent' && leader.value.digest === digest;
}

/** The name of a lease of many: the item that stands for all, and until when they are leased. */
export const digestName = (leader: string, until: number): string => `${leader}@${until}`;
const standsFor = (digest: string): string => digest.slice(0, digest.lastIndexOf('@'));

interface Loaded {
  readonly record: OutboxRecord;
  readonly message: DigestMessage;
}

/**
 * What a notification is about, as it is now; what has no record is kept as undelivered. The store may only be away, so that all are
 * tried again after their lease; what cannot be read then either must not hold up the others.
 */
async function load(parts: DeliveryParts, leased: readonly OutboxRecord[]): Promise<readonly Loaded[]> {
  const loaded: Loaded[] = [];
  for (const record of leased) {
    const { notice: notification } = record.value;
    try {
      const found = await recordOf(parts.kinds, notification);
      if (found === undefined) await deadLetter(parts, record, 'no-case');
      else
        loaded.push({
          record,
          message: { notice: notification, kind: found.kind, state: found.saved.state },
        });
    } catch (error) {
      if (record.value.attempts < READ_TRIES) throw error;
      await leaveOut(parts, record, error);
    }
  }
  return loaded;
}

/** One card for all: a person's digest, what a kind makes of its own bundle, or many alerts at once. */
function cardOf(item: OutboxItem, loaded: readonly Loaded[], context: DomainContext): CardValue {
  const { notice: notification, bundle = ALONE } = item;
  const { to } = notification;
  const messages = loaded.map(({ message }) => message);
  if (isDaily(item) && to.kind === 'person') return dailyDigest(messages, to.person, context);
  const isGivenUp = loaded.some(({ record }) => record.value.why !== undefined);
  if (isBacklog(item)) return backlogDigest(messages, isGivenUp ? 'given-up' : 'not-connected', to, context);
  const delivery = messages[0]?.kind.delivery;
  if (
    delivery?.bundleCard !== undefined &&
    notification.bundle !== undefined &&
    bundle.startsWith(`${notification.bundle} `)
  ) {
    const rows = messages.map(({ notice: notification, state }) => ({ notification, state }));
    return delivery.bundleCard(notification.bundle, rows, to, context);
  }
  return alertsCard(messages, mostLate(loaded, context), context);
}

/** How late the latest of them is, and why. */
function mostLate(loaded: readonly Loaded[], context: DomainContext): Lateness | undefined {
  const { now } = context;
  const { lateNoticeMinutes } = context.policies.at(now);
  const [late] = loaded
    .flatMap(({ record: { value }, message: { kind, state } }) => {
      const clocks = kind.type.clocks?.of(state, context) ?? [];
      return latenessOf(value.notice, value.held, clocks, { now, lateNoticeMinutes }) ?? [];
    })
    .sort((one, other) => other.ms - one.ms);
  return late;
}

/** All wait together for the next attempt, except those tried for too long; a digest that cannot be drawn is split up. */
async function afterFault(
  parts: DeliveryParts,
  records: readonly OutboxRecord[],
  address: Address,
  fault: unknown,
): Promise<void> {
  const { outbox, limiter, wall, random, log, context } = parts;
  const now = wall.now();
  const [leader] = records;
  const fields = { notice: leader?.id, items: records.length, err: fault };
  if (fault instanceof CardDefect) {
    log.error(
      fields,
      'The card of a digest could not be created; its notifications are sent one by one or kept as undelivered',
    );
    for (const record of records) await leaveOut(parts, record, fault);
    return;
  }
  if (fault instanceof NotYet) {
    // No attempt failed: undo the attempts that the lease counted.
    const dueAt = limiter.later(address.conversationId);
    for (const record of records) await outbox.move(record, { dueAt, attempts: record.value.attempts - 1 });
    return;
  }
  if (fault instanceof SendFault && fault.gone) {
    // The first tells the supervisors; the others would say the same.
    for (const record of records) await deadLetter(parts, record, 'gone', fault, record === leader);
    return;
  }
  const retryAfterMs = fault instanceof SendFault ? fault.retryAfterMs : undefined;
  if (retryAfterMs !== undefined) await limiter.hold(address.conversationId, now + retryAfterMs);
  const dueAt = now + backOffMs(leader?.value.attempts ?? 1, random, retryAfterMs);
  const longest = context().policies.at(context().now).giveUpAfterHours * HOUR_MS;
  for (const record of records) {
    if (now - record.value.since > longest) await deadLetter(parts, record, 'too-long', fault);
    else await outbox.move(record, { dueAt, held: 'refused' });
  }
  log.warn(fields, 'A digest could not be sent; it will be tried again');
}

/** Sends on its own what leaves with no digest; what a person wants in theirs would only come back to it, and is kept as undelivered. */
async function leaveOut(parts: DeliveryParts, record: OutboxRecord, fault: unknown): Promise<void> {
  const { outbox, wall } = parts;
  if (!isDaily(record.value)) {
    await outbox.move(record, { bundle: ALONE, dueAt: wall.now() });
    return;
  }
  // From now on it stands for itself: sent again, it must not be taken for delivered with the others.
  const own = await outbox.move(record, { digest: digestName(record.id, record.value.dueAt) });
  if (own !== undefined) await deadLetter(parts, own, 'no-card', fault);
}
