import type { Notification } from '../../domain/kernel/notification';
import type { Post } from '../../ports/conversations';
import type { TimeSource } from '../../ports/time-source';
import { unreadableAs, UnreadableRecord } from '../../ports/unreadable-record';
import type { Store } from '../../storage/store';
import type { OnDropped } from '../../ports/notice-desk';
import { fresh, SENT_KEPT_MS, standingNotices } from '../backlog/standing-notices';
import type { Outbox, OutboxRecord } from './outbox-contract';
import { addressKeyOf, bulkBundle, lineOf, ORDER_STEP, refreshItem } from './outbox-item';
import type { OutboxItem } from './outbox-item';

export { SENT_KEPT_MS };
const PAGE = 100;
/** The most that one question to the store may ask for. */
const MOST = 1_000;
/** As many items as one digest may stand for, so that they can be leased and marked within its lease. */
const MOST_TOGETHER = 3_000;

export type { Outbox, OutboxRecord };

/** The outbox on a store. `wall` is the real clock, whatever the business clock says. */
export function outboxOf(
  store: Store<OutboxItem>,
  wall: TimeSource,
  onDropped: OnDropped = () => undefined,
): Outbox {
  const move: Outbox['move'] = async (record, to) => {
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

  const headOf: Outbox['headOf'] = async (item) => {
    const where = { line: lineOf(item), state: 'waiting' };
    const [head] = await store.find({ where, sort: { field: 'order' }, limit: 1 });
    return head;
  };

  const wakeNext: Outbox['wakeNext'] = async (item) => {
    const next = await headOf(item);
    // Only one that was put off behind this item is woken: one under a lease or in a back-off has attempts.
    if (next?.value.attempts === 0 && next.value.dueAt > wall.now()) await move(next, { dueAt: wall.now() });
  };

  const supersede = async (id: string, notice: Notification, post: Post): Promise<void> => {
    for (;;) {
      const record = await store.get(id).catch(unreadableAs);
      if (record === undefined) return insertRefresh(id, notice, post);
      if (record instanceof UnreadableRecord) {
        // The newer one counts: of the earlier nothing is needed.
        const item = refreshItem(notice, post, fresh(wall.now()));
        if ((await store.replace(id, record.version, item)).ok) return;
        continue;
      }
      const revived = record.value.state === 'waiting' ? {} : fresh(wall.now());
      // The version rises even under a lease, so that who holds it cannot remove the newer request with the older.
      if ((await move(record, { notice, post, ...revived })) !== undefined) return;
    }
  };

  const insertRefresh = async (id: string, notice: Notification, post: Post): Promise<void> => {
    const written = await store.insert(id, refreshItem(notice, post, fresh(wall.now())));
    if (!written.ok) await supersede(id, notice, post);
  };

  return {
    move,
    ...standingNotices(store, wall, move, onDropped),
    headOf,
    wakeNext,
    get: (id) => store.get(id),
    ofBundle: async (bundle) => {
      const found: OutboxRecord[] = [];
      for (;;) {
        const last = found.at(-1);
        const after = last && { id: last.id, value: last.value.order };
        const query = {
          where: { bundle, state: { in: ['waiting', 'held'] } },
          sort: { field: 'order' },
          limit: MOST,
        };
        const page = await store.find(after === undefined ? query : { ...query, after });
        found.push(...page);
        if (page.length < MOST || found.length >= MOST_TOGETHER) return found;
      }
    },
    upTo: (record) => {
      const where = { line: lineOf(record.value), state: 'waiting', order: { upTo: record.value.order } };
      return store.find({ where, sort: { field: 'order' }, limit: PAGE });
    },
    put: async (notice, place) => {
      if (notice.to.kind === 'posts')
        throw new Error(`notice ${notice.id} must be made one item a post first`);
      const addressKey = addressKeyOf(notice.to);
      const order = notice.madeAt * ORDER_STEP + Math.min(place, ORDER_STEP - 1);
      const bundle = bulkBundle(notice, addressKey);
      await store.insert(notice.id, { notice, addressKey, order, bundle, ...fresh(wall.now()) });
    },
    putRefresh: (notice, post) =>
      insertRefresh(
        `refresh:${post.about.id}:${post.address.conversationId}:${post.activityId}`,
        notice,
        post,
      ),
    due: async (limit) => {
      const held = await dueIn('held', limit);
      return [...held, ...(await dueIn('waiting', limit))].slice(0, limit);
    },
    nextAfter: async (instant) => {
      const found: OutboxRecord[] = [];
      for (const state of ['waiting', 'held']) {
        const where = { state, dueAt: { from: instant + 1 } };
        found.push(...(await store.find({ where, sort: { field: 'dueAt' }, limit: 1 })));
      }
      return found.length === 0 ? undefined : Math.min(...found.map(({ value }) => value.dueAt));
    },
    hold: async (record, until, bundle) => {
      const put = bundle === undefined ? {} : { bundle };
      if (await move(record, { state: 'held', dueAt: until, ...put })) await wakeNext(record.value);
    },
    resume: async (record) => {
      const { notice, addressKey } = record.value;
      await move(record, { ...fresh(wall.now()), bundle: bulkBundle(notice, addressKey) });
    },
    resumeAll: async (addressKey) => {
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
    mute: async (record) => {
      if (await move(record, { state: 'muted', dueAt: wall.now() + SENT_KEPT_MS }))
        await wakeNext(record.value);
    },
    muted: (addressKey) => store.count({ state: 'muted', addressKey }),
    finish: async (record, activity) => {
      const { value } = record;
      const left = activity === undefined ? {} : { activity };
      const gone =
        value.post === undefined
          ? (await move(record, { state: 'sent', dueAt: wall.now() + SENT_KEPT_MS, ...left })) !== undefined
          : await store.remove(record.id, record.version);
      if (gone) return wakeNext(value);
      // Else the lease ran out and another instance has the notice.
      if (value.post === undefined) return;
      // A refresh that was superseded while it was under way: the newer one is due now, not after the lease.
      const newer = await store.get(record.id);
      if (newer?.value.state === 'waiting') await move(newer, { dueAt: wall.now(), attempts: 0 });
    },
    forgetSent: async () => {
      const old = [];
      for (const state of ['sent', 'muted', 'dropped'] as const) old.push(...(await dueIn(state, PAGE)));
      for (const record of old) await store.remove(record.id, record.version);
    },
  };
}
