import { setImmediate as nextTurn } from 'node:timers/promises';
import { isOfClock } from '../../domain/kernel/notification';
import type { DeliveryParts } from '../delivery/delivery-parts';
import { recordOf } from '../../records/kinds';
import { aboutOf, alertsOf, backlogBundle, bulkBundle } from '../outbox/outbox-item';
import type { OutboxItem, OutboxRecord } from '../outbox/outbox-item';

/** As many are released at once as one digest can stand for. */
const BATCH = 3_000;
/** After this many items, other work gets a turn. */
const AT_A_TIME = 20;

/** `done`: nothing is parked for the address any more. `more`: there is more to release. `waits`: until what was released has left. */
type Released = 'done' | 'more' | 'waits';

/** What goes first: what is missed, then what is due soon, then the rest. */
type Rank = 0 | 1 | 2;
function rankOf({ notice: notification }: OutboxItem): Rank {
  if (!isOfClock(notification)) return 2;
  return notification.topic === 'warning' ? 1 : 0;
}

/** Whether it can be in a digest: only kinds whose cards are kept. The others are few, and get cards of their own. */
const isOfDigest = ({ kinds }: DeliveryParts, { notice: notification }: OutboxItem): boolean =>
  kinds.of(notification.about.kind)?.type.hasPosts === true;

/**
 * Releases a batch of what was parked for an address that is known now, and with `givenUpBy` also of what was given up by
 * that instant of the wall clock: breaches first, then warnings, then the rest, as digests if there is much. What is not
 * true any more is dropped. All state is in the outbox, so a process that ends here continues at its next start.
 */
export async function releaseBacklog(
  parts: DeliveryParts,
  addressKey: string,
  givenUpBy?: number,
): Promise<Released> {
  const { outbox, context } = parts;
  const parked: OutboxRecord[] = [];
  for await (const page of outbox.standingIn('parked', addressKey)) {
    if (parked.length > 0) await nextTurn();
    parked.push(...page);
  }
  if (givenUpBy !== undefined)
    for await (const page of outbox.standingIn('dead', addressKey)) {
      await nextTurn();
      // What is given up again in the meantime waits until someone asks again.
      parked.push(...page.filter(({ value }) => value.dueAt <= givenUpBy));
    }
  if (parked.length === 0) return 'done';
  const first = Math.min(...parked.map(({ value }) => rankOf(value)));
  // What is missed must have left before the rest is released.
  if (first > 0 && (await isUnderWay(parts, addressKey))) return 'waits';
  const batch = parked.filter(({ value }) => rankOf(value) === first).slice(0, BATCH);
  const threshold = context().policies.at(context().now).bulkThreshold.cases;
  const ofDigest = batch.filter(({ value }) => first === 2 && isOfDigest(parts, value));
  const isMuch = new Set(ofDigest.map(({ value }) => aboutOf(value))).size >= threshold;
  for (const [index, record] of batch.entries()) {
    if (index % AT_A_TIME === AT_A_TIME - 1) await nextTurn();
    if (!(await isTrueNow(parts, record.value))) await outbox.drop(record, 'outdated');
    else if (isMuch && isOfDigest(parts, record.value)) await outbox.letGo(record, backlogBundle(addressKey));
    else await outbox.letGo(record, bulkBundle(record.value.notice, addressKey));
  }
  return 'more';
}

async function isUnderWay({ outbox }: DeliveryParts, addressKey: string): Promise<boolean> {
  const standing = await outbox.ofBundle(alertsOf(addressKey));
  return standing.some(({ value }) => value.state === 'waiting');
}

/** Whether it is still true. A missing record is handled when it is sent; one that cannot be read now counts as true. */
async function isTrueNow(
  { kinds, context }: DeliveryParts,
  { notice: notification }: OutboxItem,
): Promise<boolean> {
  try {
    if (kinds.of(notification.about.kind)?.delivery.isStillTrue === undefined) return true;
    const found = await recordOf(kinds, notification);
    return found?.kind.delivery.isStillTrue?.(notification, found.saved.state, context()) !== false;
  } catch {
    return true;
  }
}
