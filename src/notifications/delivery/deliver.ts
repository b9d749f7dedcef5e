import type { Address } from '../../ports/conversations';
import { addressOf } from './address-of';
import type { OutboxRecord } from '../outbox/outbox';
import { sendNotification } from './send-notification';
import type { DeliveryParts } from './delivery-parts';
import type { Signal } from '../../runtime/signal';
import { tellingDefects } from './card-defect';
import { claim, goesFirst, processOutbox } from '../outbox/process-outbox';
import { batchDigests } from '../digest/batch-digests';
import { pacedSender } from '../rate/paced-sender';

/**
 * Cases that are processed in parallel: enough for the app's rate if Teams takes a second per call, and so that
 * a conversation that hangs does not hold up the others.
 */
const SIDE_BY_SIDE = 32;

/**
 * Sends what is due until nothing is, or until `signal` says stop. Items of one case and address go in order. Answers
 * the wall-clock instant of the next that will be due, as far as it is known.
 */
export function deliverDue(
  parts: DeliveryParts,
  signal?: AbortSignal,
  wakeSignal?: Signal,
): Promise<number | undefined> {
  const sender = pacedSender(tellingDefects(parts.sender), parts.limiter, signal);
  const paced = { ...parts, sender };
  return processOutbox(
    {
      outbox: parts.outbox,
      wall: parts.wall,
      sideBySide: SIDE_BY_SIDE,
      work: (record) => deliverOne(paced, record),
      together: batchDigests(paced),
      ...(wakeSignal === undefined ? {} : { wakeSignal }),
    },
    signal,
  );
}

/** Processes one item; never throws, so that one bad item stops no other. */
async function deliverOne(parts: DeliveryParts, record: OutboxRecord): Promise<void> {
  try {
    const ready = await readyToSend(parts, record);
    if (ready !== undefined) await sendNotification(parts, ready.record, ready.address);
  } catch (error) {
    parts.log.error(
      { notice: record.id, err: error },
      'A notification could not be processed; it will be tried again',
    );
  }
}

/** Claims an item whose turn it is and whose address is known; else postpones or parks it. */
async function readyToSend(
  parts: DeliveryParts,
  record: OutboxRecord,
): Promise<{ record: OutboxRecord; address: Address } | undefined> {
  const { outbox, people, limiter, wall } = parts;
  if (!(await goesFirst(outbox, record, wall))) return undefined;
  const address = await addressOf(record.value, parts.context().directory, people);
  if (address === undefined) {
    await outbox.move(record, { state: 'parked', held: 'no-address' });
    // The address may have become known between the look and the parking.
    if (await addressOf(record.value, parts.context().directory, people)) await outbox.revive(record.id);
    return undefined;
  }
  const { conversationId } = address;
  if (limiter.freeAt(conversationId) > wall.now()) {
    await outbox.move(record, { dueAt: limiter.later(conversationId) });
    return undefined;
  }
  const claimed = await claim(outbox, record, wall);
  return claimed && { record: claimed, address };
}
