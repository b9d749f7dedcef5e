import type { PendingRecord } from '../ports/records';
import type { AnyWorkedKind } from '../records/kinds';
import type { DeliveryParts, MailParts } from './delivery/delivery-parts';

const BATCH = 100;
/** The store's limit per query. */
const MAX_ASKED = 1_000;

type RelayParts = Pick<DeliveryParts, 'kinds' | 'posts' | 'outbox' | 'context' | 'log'> &
  Pick<MailParts, 'mailbox'>;

/**
 * Moves the notifications that were saved with records of every kind into the outbox, then takes them off the records. Each
 * step can be repeated, so a process that is killed in between loses nothing and doubles nothing. Each record is met once a
 * run: one at fault is logged, stops no other and waits for the next run.
 */
export async function relayOnce(parts: RelayParts): Promise<void> {
  for (const kind of parts.kinds.all) {
    if (kind.mayHandOver?.(parts.context()) === false) continue;
    try {
      await relayKind(kind, parts);
    } catch (error) {
      parts.log.error(
        { kind: kind.type.name, err: error },
        'Notifications for one kind of record could not be moved to the outbox',
      );
    }
  }
}

async function relayKind(kind: AnyWorkedKind, parts: RelayParts): Promise<void> {
  const met = new Set<string>();
  for (;;) {
    // Those met still come first in the answer: as many more are asked for, or they would starve the rest.
    const pending = await kind.records.pending(Math.min(BATCH + met.size, MAX_ASKED));
    const toDo = pending.filter(({ id }) => !met.has(id));
    if (toDo.length === 0) return;
    for (const { id } of toDo) met.add(id);
    // Side by side, so that the store is waited for once and not for each record.
    await Promise.all(toDo.map((record) => handOver(kind, record, parts)));
  }
}

async function handOver(
  { type, records, beforeHandOver }: AnyWorkedKind,
  { id, read, notifications }: PendingRecord<unknown>,
  { posts, outbox, mailbox, log }: RelayParts,
): Promise<void> {
  try {
    const { state } = read();
    await beforeHandOver?.(state);
    const { length } = type.timelineOf(state);
    for (const [place, notification] of notifications.entries()) {
      if (notification.to.kind === 'customer') await mailbox.put(notification, place);
      else if (notification.to.kind !== 'posts') await outbox.put(notification, place);
      else
        for (const post of await posts.ofRecord(notification.about))
          if (post.shows < length) await outbox.putRefresh(notification, post);
    }
    await records.clearPending(
      id,
      notifications.map((notification) => notification.id),
    );
  } catch (error) {
    log.error({ record: id, err: error }, 'Notifications for a record could not be moved to the outbox');
  }
}
