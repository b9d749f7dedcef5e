import type { Notification } from '../../domain/kernel/notification';
import type { Post } from '../../ports/conversations';
import type { TimeSource } from '../../ports/time-source';
import { unreadableAs, UnreadableRecord } from '../../ports/unreadable-record';
import { pagesOf } from '../../storage/pages';
import type { Store } from '../../storage/store';
import type { OnDropped } from '../../ports/dead-letters';
import { fresh, SENT_KEPT_MS, undeliveredNotifications } from '../backlog/undelivered-notifications';
import { addressKeyOf, bulkBundle, lineOf, ORDER_STEP, refreshItem } from './outbox-item';
import type { Move, OutboxItem, OutboxRecord } from './outbox-item';

export { SENT_KEPT_MS };
const PAGE = 100;
/** The store's limit per query. */
const MAX = 1_000;
/** As many items as one digest may stand for, so that they can be leased and marked within its lease. */
const MAX_TOGETHER = 3_000;

export type { OutboxRecord };

/** The outgoing messages of all instances. Every move is a compare-and-set; who loses one leaves the item to the other. */
export type Outbox = ReturnType<typeof outboxOf>;

/** The outbox on a store. `wall` is the real clock, whatever the business clock says. */
export function outboxOf(store: Store<OutboxItem>, wall: TimeSource, onDropped: OnDropped = () => undefined) {
  const move: Move = async (record, to) => {
    const now = wall.now();
    const value = { ...record.value, ...to };
    // Nothing was tried before it was: a clock that ran ahead must not keep it from being given up.
    const since = Math.min(value.since, now);
    const set = to.dueAt === undefined ? {} : { setAt: now };
    const written = await store.replace(record.id, record.version, { ...value, since, ...set });
    return written.ok ? written.record : undefined;
  };

  const dueIn = (state: OutboxItem['state'], limit: number): Promise<readonly OutboxRecord[]> =>
    store.find({ where: { state, dueAt: { upTo: wall.now() } }, sort: { field: 'dueAt' }, limit });

  const headOf = async (item: OutboxItem): Promise<OutboxRecord | undefined> => {
    const where = { line: lineOf(item), state: 'waiting' };
    const [head] = await store.find({ where, sort: { field: 'order' }, limit: 1 });
    return head;
  };

  const wakeNext = async (item: OutboxItem): Promise<void> => {
    const next = await headOf(item);
    // Only one that was put off behind this item is woken: one under a lease or in a back-off has attempts.
    if (next?.value.attempts === 0 && next.value.dueAt > wall.now()) await move(next, { dueAt: wall.now() });
  };

  const supersede = async (id: string, notification: Notification, post: Post): Promise<void> => {
    for (;;) {
      const record = await store.get(id).catch(unreadableAs);
      if (record === undefined) return insertRefresh(id, notification, post);
      if (record instanceof UnreadableRecord) {
        // The newer one counts: of the earlier nothing is needed.
        const item = refreshItem(notification, post, fresh(wall.now()));
        if ((await store.replace(id, record.version, item)).ok) return;
        continue;
      }
      const revived = record.value.state === 'waiting' ? {} : fresh(wall.now());
      // The version rises even under a lease, so that who holds it cannot remove the newer request with the older.
      if ((await move(record, { notice: notification, post, ...revived })) !== undefined) return;
    }
  };

  const insertRefresh = async (id: string, notification: Notification, post: Post): Promise<void> => {
    const written = await store.insert(id, refreshItem(notification, post, fresh(wall.now())));
    if (!written.ok) await supersede(id, notification, post);
  };

  return {
    /** Saves the item as it is to be; undefined if another instance was faster. */
    move,
    ...undeliveredNotifications(store, wall, move, onDropped),
    /** The item of the same case and address that goes first. */
    headOf,
    /** Wakes the item that now goes first after this one left its line. */
    wakeNext,
    get: (id: string) => store.get(id),
    /** The waiting and the held items of a bundle, in order; as many as one digest may stand for. */
    ofBundle: async (bundle: string): Promise<readonly OutboxRecord[]> => {
      const found: OutboxRecord[] = [];
      const query = {
        where: { bundle, state: { in: ['waiting', 'held'] } },
        sort: { field: 'order' },
        limit: MAX,
      };
      for await (const page of pagesOf(store, query, ({ value }) => value.order)) {
        found.push(...page);
        if (found.length >= MAX_TOGETHER) break;
      }
      return found;
    },
    /** The waiting items of the same case and address, in order, as far as this one and never many. */
    upTo: (record: OutboxRecord) => {
      const where = { line: lineOf(record.value), state: 'waiting', order: { upTo: record.value.order } };
      return store.find({ where, sort: { field: 'order' }, limit: PAGE });
    },
    /** Takes a notification in once, whatever its id's history; `place` is its place among the notifications of its change. */
    put: async (notification: Notification, place: number): Promise<void> => {
      if (notification.to.kind === 'posts')
        throw new Error(`Notification ${notification.id} must first be split into one item per post`);
      const addressKey = addressKeyOf(notification.to);
      const order = notification.madeAt * ORDER_STEP + Math.min(place, ORDER_STEP - 1);
      const bundle = bulkBundle(notification, addressKey);
      await store.insert(notification.id, {
        notice: notification,
        addressKey,
        order,
        bundle,
        ...fresh(wall.now()),
      });
    },
    /** Asks for a post to be updated; an earlier request that is still here is superseded. */
    putRefresh: (notification: Notification, post: Post) =>
      insertRefresh(
        `refresh:${post.about.id}:${post.address.conversationId}:${post.activityId}`,
        notification,
        post,
      ),
    due: async (limit: number): Promise<readonly OutboxRecord[]> => {
      const held = await dueIn('held', limit);
      return [...held, ...(await dueIn('waiting', limit))].slice(0, limit);
    },
    /** When the first that becomes due after the instant will be. */
    nextAfter: async (instant: number) => {
      const found: OutboxRecord[] = [];
      for (const state of ['waiting', 'held']) {
        const where = { state, dueAt: { from: instant + 1 } };
        found.push(...(await store.find({ where, sort: { field: 'dueAt' }, limit: 1 })));
      }
      return found.length === 0 ? undefined : Math.min(...found.map(({ value }) => value.dueAt));
    },
    /** Holds an item until then, as its reader has set it; `bundle` is the digest that it waits for. */
    hold: async (record: OutboxRecord, until: number, bundle?: string) => {
      const put = bundle === undefined ? {} : { bundle };
      if (await move(record, { state: 'held', dueAt: until, ...put })) await wakeNext(record.value);
    },
    /** Releases a held item. */
    resume: async (record: OutboxRecord) => {
      const { notice: notification, addressKey } = record.value;
      await move(record, { ...fresh(wall.now()), bundle: bulkBundle(notification, addressKey) });
    },
    /** Releases everything held for an address, because its reader changed their settings. Answers how many. */
    resumeAll: async (addressKey: string) => {
      let count = 0;
      for (;;) {
        const held = await store.find({ where: { state: 'held', addressKey }, limit: PAGE });
        for (const record of held) {
          const bundle = bulkBundle(record.value.notice, addressKey);
          if (await move(record, { ...fresh(wall.now()), bundle })) count++;
        }
        if (held.length < PAGE) return count;
      }
    },
    /** Mutes an item that its reader does not want. */
    mute: async (record: OutboxRecord) => {
      if (await move(record, { state: 'muted', dueAt: wall.now() + SENT_KEPT_MS }))
        await wakeNext(record.value);
    },
    /** How many were muted within a day. */
    muted: (addressKey: string) => store.count({ state: 'muted', addressKey }),
    /** Takes a delivered item out and wakes the one behind it; `activity` is the digest's that it left with. */
    finish: async (record: OutboxRecord, activity?: string): Promise<void> => {
      const { value } = record;
      const left = activity === undefined ? {} : { activity };
      const gone =
        value.post === undefined
          ? (await move(record, { state: 'sent', dueAt: wall.now() + SENT_KEPT_MS, ...left })) !== undefined
          : await store.remove(record.id, record.version);
      if (gone) return wakeNext(value);
      // Else the lease ran out and another instance has the notification.
      if (value.post === undefined) return;
      // A refresh that was superseded while it was under way: the newer one is due now, not after the lease.
      const newer = await store.get(record.id);
      if (newer?.value.state === 'waiting') await move(newer, { dueAt: wall.now(), attempts: 0 });
    },
    /** Forgets sent notifications after their time. */
    forgetSent: async () => {
      const old = [];
      for (const state of ['sent', 'muted', 'dropped'] as const) old.push(...(await dueIn(state, PAGE)));
      for (const record of old) await store.remove(record.id, record.version);
    },
  };
}
