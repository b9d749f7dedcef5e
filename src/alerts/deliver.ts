import type { Address } from '../ports';
import { addressOf } from './address-of';
import type { OutboxRecord } from './outbox';
import { sendNotice } from './send-notice';
import type { DeliveryParts } from './delivery-parts';
import { claim, goesFirst, workThrough } from './work-through';
import { deliverTogether } from './deliver-together';
import type { Held } from './deliver-together';

/** Cases that are worked side by side, so that a conversation that hangs does not hold up the others. */
const SIDE_BY_SIDE = 8;

/** Sends what is due until nothing is, or until `signal` says stop. Items of one case and address go in order. */
export function deliverDue(parts: DeliveryParts, signal?: AbortSignal): Promise<void> {
  const held: Held = new Set();
  return workThrough(
    parts.outbox,
    SIDE_BY_SIDE,
    (record) => deliverOne(parts, record),
    signal,
    (records) => deliverTogether(parts, records, held),
  );
}

/** Takes one item a step further; never throws, so that one bad item stops no other. */
async function deliverOne(parts: DeliveryParts, record: OutboxRecord): Promise<void> {
  try {
    const ready = await readyToSend(parts, record);
    if (ready !== undefined) await sendNotice(parts, ready.record, ready.address);
  } catch (error) {
    parts.log.error({ notice: record.id, err: error }, 'A notice could not be worked on; it is tried again');
  }
}

/** Claims an item whose turn it is and whose address is known; else puts it off, or parks it. */
async function readyToSend(
  parts: DeliveryParts,
  record: OutboxRecord,
): Promise<{ record: OutboxRecord; address: Address } | undefined> {
  const { outbox, people, limiter, wall } = parts;
  if (!(await goesFirst(outbox, record, wall))) return undefined;
  const address = await addressOf(record.value, parts.world().directory, people);
  if (address === undefined) {
    await outbox.move(record, { state: 'parked', held: 'no-address' });
    // The address may have become known between the look and the parking.
    if (await addressOf(record.value, parts.world().directory, people))
      await outbox.release(record.value.addressKey);
    return undefined;
  }
  const { conversationId } = address;
  const freeAt = limiter.freeAt(conversationId);
  if (freeAt > wall.now()) {
    await outbox.move(record, { dueAt: freeAt });
    return undefined;
  }
  // Claimed first: of instances that look at the same item only the one that sends it counts a send.
  const claimed = await claim(outbox, record, wall);
  if (claimed === undefined) return undefined;
  const laterAt = await limiter.take(conversationId);
  if (laterAt === undefined) return { record: claimed, address };
  await outbox.move(claimed, { dueAt: laterAt, attempts: record.value.attempts });
  return undefined;
}
