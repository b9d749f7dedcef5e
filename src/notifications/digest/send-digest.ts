import type { CardValue } from '../../cards/shared/card-value';
import { backlogDigest } from '../../cards/digests/backlog-digest';
import { leftDigest } from '../../cards/digests/left-digest';
import { dailyDigest } from '../../cards/digests/daily-digest';
import type { DigestMessage } from '../../cards/digests/daily-digest';
import { stillConcerned } from '../../domain/cases/left/has-left';
import { alertDigestOf } from '../../domain/cases/notices/alert-digest';
import { latenessOf } from '../../domain/cases/notices/lateness';
import type { Lateness } from '../../domain/cases/notices/lateness';
import type { World } from '../../domain/kernel/world';
import { SendFault } from '../../ports/sender';
import type { Address } from '../../ports/conversations';
import { unlessUnreadable } from '../../ports/unreadable-record';
import { backOffMs } from '../../runtime/back-off';
import { CardDefect, drawing } from '../delivery/card-defect';
import type { DeliveryParts } from '../delivery/delivery-parts';
import type { OutboxRecord } from '../outbox/outbox';
import { ALONE, isBacklog, isDaily, isLeft } from '../outbox/outbox-item';
import type { OutboxItem } from '../outbox/outbox-item';
import { NotYet } from '../rate/paced-sender';
import { setAside } from '../delivery/set-aside';

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
  const { outbox, world, sender } = parts;
  const loaded = await load(parts, leased);
  const records = loaded.map(({ record }) => record);
  const [leader] = records;
  if (leader === undefined) return;
  try {
    const card = drawing(() => cardOf(leader.value, loaded, world()));
    const activity = await sender.post(address, card, world());
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
 * What a notice is about, as it is now; what has no case, request or action plan is set aside. The store may only be away, so
 * that all are tried again after their lease; what cannot be read then either must not hold up the others.
 */
async function load(parts: DeliveryParts, leased: readonly OutboxRecord[]): Promise<readonly Loaded[]> {
  const loaded = [];
  for (const record of leased) {
    try {
      const message = await messageOf(parts, record.value.notice);
      if (message === undefined) await setAside(parts, record, 'no-case');
      else loaded.push({ record, message });
    } catch (error) {
      if (record.value.attempts < READ_TRIES) throw error;
      await leaveOut(parts, record, error);
    }
  }
  return loaded;
}

async function messageOf(
  { cases, memberships, plans }: DeliveryParts,
  notice: OutboxItem['notice'],
): Promise<DigestMessage | undefined> {
  if ('request' in notice) {
    const saved = await memberships.get(notice.request);
    return saved && { notice, request: saved.request };
  }
  if ('plan' in notice) {
    const saved = await plans.get(notice.plan);
    return saved && { notice, plan: saved.plan };
  }
  // A reported problem or a report is never held for a digest.
  if ('problem' in notice || 'report' in notice) return undefined;
  const saved = await cases.get(notice.caseNumber);
  return saved && { notice, case: saved.case };
}

/** One card for all: the digest of a person's choice, or that of many alerts at once. */
function cardOf(item: OutboxItem, loaded: readonly Loaded[], world: World): CardValue {
  const { to } = item.notice;
  const messages = loaded.map(({ message }) => message);
  if (isDaily(item) && to.kind === 'person') return dailyDigest(messages, to.person, world);
  const isGivenUp = loaded.some(({ record }) => record.value.why !== undefined);
  if (isBacklog(item)) return backlogDigest(messages, isGivenUp ? 'given-up' : 'not-connected', to, world);
  if (isLeft(item)) return leftDigest(messages, to, world);
  const alerts = messages.flatMap((message) => {
    if (!('case' in message) || !('clock' in message.notice.subject)) return [];
    return [{ notice: message.notice, case: message.case, clock: message.notice.subject.clock }];
  });
  const notices = alerts.map(({ notice, case: of }) => {
    return { ...notice, mentions: stillConcerned(notice.mentions, of, world.directory) };
  });
  return { card: 'digest', digest: alertDigestOf(alerts, notices, world), ...mostLate(loaded, world) };
}

/** How late the latest of them is posted, and why. */
function mostLate(loaded: readonly Loaded[], world: World): { readonly late?: Lateness } {
  const [late] = loaded
    .flatMap(({ record, message }) =>
      'case' in message ? (latenessOf(message.notice, record.value.held, message.case, world) ?? []) : [],
    )
    .sort((one, other) => other.ms - one.ms);
  return late === undefined ? {} : { late };
}

/** All wait together for the next try, but those that were tried for too long; a digest that cannot be drawn is taken apart. */
async function afterFault(
  parts: DeliveryParts,
  records: readonly OutboxRecord[],
  address: Address,
  fault: unknown,
): Promise<void> {
  const { outbox, limiter, wall, random, log, world } = parts;
  const now = wall.now();
  const [leader] = records;
  const fields = { notice: leader?.id, items: records.length, err: fault };
  if (fault instanceof CardDefect) {
    log.error(
      fields,
      'The card of a digest could not be made; its notices leave one by one or are set aside',
    );
    for (const record of records) await leaveOut(parts, record, fault);
    return;
  }
  if (fault instanceof NotYet) {
    // No try has failed: the attempts that the lease counted are taken back.
    const dueAt = limiter.later(address.conversationId);
    for (const record of records) await outbox.move(record, { dueAt, attempts: record.value.attempts - 1 });
    return;
  }
  if (fault instanceof SendFault && fault.gone) {
    // The first tells the supervisors; the others would say the same.
    for (const record of records) await setAside(parts, record, 'gone', fault, record === leader);
    return;
  }
  const retryAfterMs = fault instanceof SendFault ? fault.retryAfterMs : undefined;
  if (retryAfterMs !== undefined) await limiter.hold(address.conversationId, now + retryAfterMs);
  const dueAt = now + backOffMs(leader?.value.attempts ?? 1, random, retryAfterMs);
  const longest = world().policies.at(world().now).giveUpAfterHours * HOUR_MS;
  for (const record of records) {
    if (now - record.value.since > longest) await setAside(parts, record, 'too-long', fault);
    else await outbox.move(record, { dueAt, held: 'refused' });
  }
  log.warn(fields, 'A digest could not be sent; it is tried again');
}

/** Sends by itself what leaves with no digest; what a person wants in theirs would only come back to it, and is set aside. */
async function leaveOut(parts: DeliveryParts, record: OutboxRecord, fault: unknown): Promise<void> {
  const { outbox, wall } = parts;
  if (!isDaily(record.value)) {
    await outbox.move(record, { bundle: ALONE, dueAt: wall.now() });
    return;
  }
  // From now on it stands for itself: sent again, it must not be taken for delivered with the others.
  const own = await outbox.move(record, { digest: digestName(record.id, record.value.dueAt) });
  if (own !== undefined) await setAside(parts, own, 'no-card', fault);
}
