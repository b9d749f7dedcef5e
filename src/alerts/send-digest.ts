import type { CardValue } from '../cards/card-value';
import { alertDigestOf } from '../domain/alerts/alert-digest';
import type { ToldClock } from '../domain/alerts/worst-first';
import type { Notice } from '../domain/alerts/notice';
import { SendFault } from '../ports';
import type { Address } from '../ports';
import { backOffMs } from './back-off';
import { CardDefect, drawing, tellingDefects } from './card-defect';
import type { DeliveryParts } from './delivery-parts';
import type { OutboxRecord } from './outbox';
import { setAside } from './set-aside';

const HOUR_MS = 3_600_000;

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
  const { told, records } = await load(parts, leased);
  if (records.length === 0) return;
  try {
    const card = drawing((): CardValue => {
      const notices = told.map(({ notice }) => notice);
      return { card: 'digest', digest: alertDigestOf(told.map(missedOf), notices, world()) };
    });
    const activity = await tellingDefects(sender).post(address, card, world());
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
  const leader = await outbox.get(standing);
  return leader?.value.state === 'sent' && leader.value.digest === digest;
}

/** The name of a lease of many: the item that stands for all, and until when they are leased. */
export const digestName = (leader: string, until: number): string => `${leader}@${until}`;
const standsFor = (digest: string): string => digest.slice(0, digest.lastIndexOf('@'));

interface Told {
  readonly notice: Notice;
  readonly case: ToldClock['case'];
}

const missedOf = ({ notice: { subject }, case: of }: Told): ToldClock => {
  if (!('clock' in subject)) throw new Error(`a ${subject.kind} is of no clock`);
  return { case: of, clock: subject.clock };
};

/** The cases of the notices; what has none is set aside. */
async function load(
  parts: DeliveryParts,
  leased: readonly OutboxRecord[],
): Promise<{ readonly told: readonly Told[]; readonly records: readonly OutboxRecord[] }> {
  const told: Told[] = [];
  const records: OutboxRecord[] = [];
  for (const record of leased) {
    const { notice } = record.value;
    const saved = 'request' in notice ? undefined : await parts.cases.get(notice.caseNumber);
    if (saved === undefined || 'request' in notice) {
      await setAside(parts, record, 'no-case');
      continue;
    }
    told.push({ notice, case: saved.case });
    records.push(record);
  }
  return { told, records };
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
    log.error(fields, 'The card of a digest could not be made; its notices leave one by one');
    for (const record of records) await outbox.move(record, { bundle: ALONE, dueAt: now });
    return;
  }
  if (fault instanceof SendFault && fault.gone) {
    // The first tells the supervisors; the others would say the same.
    for (const record of records) await setAside(parts, record, 'gone', fault, record === leader);
    return;
  }
  const retryAfterMs = fault instanceof SendFault ? fault.retryAfterMs : undefined;
  if (retryAfterMs !== undefined) limiter.hold(address.conversationId, now + retryAfterMs);
  const dueAt = now + backOffMs(leader?.value.attempts ?? 1, random, retryAfterMs);
  const longest = world().policies.at(world().now).giveUpAfterHours * HOUR_MS;
  for (const record of records) {
    if (now - record.value.since > longest) await setAside(parts, record, 'too-long', fault);
    else await outbox.move(record, { dueAt });
  }
  log.warn(fields, 'A digest could not be sent; it is tried again');
}

/** The bundle of what leaves alone. */
export const ALONE = '';
