import type { Address } from '../ports';
import { addressOf } from './address-of';
import type { OutboxRecord } from './outbox';
import { aboutOf } from './outbox-item';
import { sendNotice } from './send-notice';
import type { DeliveryParts } from './delivery-parts';

/** How long an instance has for one item; well above the sender's own timeout. */
export const LEASE_MS = 60_000;
const BATCH = 100;
/** The most that one question to the store may ask for. */
const MOST = 1_000;
/** Cases that are worked side by side, so that a conversation that hangs does not hold up the others. */
const SIDE_BY_SIDE = 8;

/** Sends what is due until nothing is, or until `signal` says stop. Items of one case and address go in order. */
export async function deliverDue(parts: DeliveryParts, signal?: AbortSignal): Promise<void> {
  const handled = new Set<string>();
  for (;;) {
    const due = await parts.outbox.due(Math.min(BATCH + handled.size, MOST));
    // One version is tried once in a run: what could not be moved on (another instance has it) is left to it.
    const records = due.filter((record) => !handled.has(`${record.id} ${String(record.version)}`));
    if (records.length === 0 || signal?.aborted === true) break;
    for (const record of records) handled.add(`${record.id} ${String(record.version)}`);
    await caseByCase(records, async (record) => {
      if (signal?.aborted !== true) await deliverOne(parts, record);
    });
  }
  await parts.outbox.forgetSent();
}

/**
 * Runs the work for each record: the cases side by side, the items of a case one after the other, so that two of them
 * never write to one card at the same time.
 */
async function caseByCase(
  records: readonly OutboxRecord[],
  work: (record: OutboxRecord) => Promise<void>,
): Promise<void> {
  const byCase = new Map<string, OutboxRecord[]>();
  for (const record of [...records].sort((a, b) => a.value.order - b.value.order)) {
    const about = aboutOf(record.value);
    const ofCase = byCase.get(about) ?? [];
    byCase.set(about, ofCase);
    ofCase.push(record);
  }
  const waiting = [...byCase.values()];
  const worker = async (): Promise<void> => {
    for (let ofCase = waiting.shift(); ofCase !== undefined; ofCase = waiting.shift())
      for (const record of ofCase) await work(record);
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
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
  const head = await outbox.headOf(record.value);
  if (head !== undefined && head.id !== record.id) {
    await outbox.move(record, { dueAt: Math.max(head.value.dueAt, wall.now()) + 1 });
    return undefined;
  }
  const address = await addressOf(record.value, parts.world().directory, people);
  if (address === undefined) {
    await outbox.move(record, { state: 'parked' });
    // The address may have become known between the look and the parking.
    if (await addressOf(record.value, parts.world().directory, people))
      await outbox.release(record.value.addressKey);
    return undefined;
  }
  const freeAt = limiter.take(address.conversationId);
  if (freeAt !== undefined) {
    await outbox.move(record, { dueAt: freeAt });
    return undefined;
  }
  const lease = { dueAt: wall.now() + LEASE_MS, attempts: record.value.attempts + 1 };
  const claimed = await outbox.move(record, lease);
  return claimed && { record: claimed, address };
}
