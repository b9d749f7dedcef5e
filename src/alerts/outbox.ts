import type { Notice } from '../domain/alerts/notice';
import type { Post } from '../ports/conversations';
import type { TimeSource } from '../ports/time-source';
import type { Store, Stored } from '../storage/store';
import type { DropReason, OnDropped } from '../ports/notice-desk';
import { fresh, SENT_KEPT_MS, standingNotices } from './backlog/standing-notices';
import { addressKeyOf, alertBundle, lineOf } from './outbox-item';
import type { OutboxItem } from './outbox-item';

export { SENT_KEPT_MS };
const PAGE = 100;
/** The most that one question to the store may ask for. */
const MOST = 1_000;
/** As many items as one digest may stand for, so that they can be leased and marked within its lease. */
const MOST_TOGETHER = 3_000;
/** Room for the place within one change behind its millisecond; 1.8e12 × 1000 is still a safe integer. */
const ORDER_STEP = 1000;

export type OutboxRecord = Stored<OutboxItem>;

/** The outgoing messages of all instances. Every move is a compare-and-set; who loses one leaves the item to the other. */
export interface Outbox {
  /** Takes a notice in once, whatever its id's history; `place` is its place among the notices of its change. */
  put(notice: OutboxItem['notice'], place: number): Promise<void>;
  /** Asks for a post to be brought up to date; an earlier request that is still here is superseded. */
  putRefresh(notice: Notice, post: Post): Promise<void>;
  due(limit: number): Promise<readonly OutboxRecord[]>;
  /** When the first that becomes due after the instant will be. */
  nextAfter(instant: number): Promise<number | undefined>;
  /** The item of the same case and address that goes first. */
  headOf(item: OutboxItem): Promise<OutboxRecord | undefined>;
  get(id: string): Promise<OutboxRecord | undefined>;
  /** The waiting and the held items of a bundle, in order; as many as one digest may stand for. */
  ofBundle(bundle: string): Promise<readonly OutboxRecord[]>;
  /** The waiting items of the same case and address, in order, as far as this one and never many. */
  upTo(record: OutboxRecord): Promise<readonly OutboxRecord[]>;
  /** Saves the item as it is to be; undefined where another instance was faster. */
  move(record: OutboxRecord, to: Partial<OutboxItem>): Promise<OutboxRecord | undefined>;
  /** Holds an item until then, as its reader has set it; `bundle` is the digest that it waits for. */
  hold(record: OutboxRecord, until: number, bundle?: string): Promise<void>;
  /** Lets a held item go on its way. */
  resume(record: OutboxRecord): Promise<void>;
  /** Lets all that is held for an address go on its way: its reader has set it otherwise. Answers how many. */
  resumeAll(addressKey: string): Promise<number>;
  /** Settles an item that its reader does not want. */
  mute(record: OutboxRecord): Promise<void>;
  /** How many were settled so within a day. */
  muted(addressKey: string): Promise<number>;
  /** Takes a delivered item out and wakes the one behind it; `activity` is the digest's that it left with. */
  finish(record: OutboxRecord, activity?: string): Promise<void>;
  /** Wakes the item that now goes first after this one left its line. */
  wakeNext(item: OutboxItem): Promise<void>;
  /** Releases what was parked for an address that is now known. Answers how many. */
  release(addressKey: string): Promise<number>;
  /** The items that are parked for an address, a page at a time. */
  parkedFor(addressKey: string): AsyncIterable<readonly OutboxRecord[]>;
  /** Lets a parked item go on its way, to leave with a bundle. */
  letGo(record: OutboxRecord, bundle: string): Promise<void>;
  /** Takes out an item that is not sent any more; `onDropped` is told why. */
  drop(record: OutboxRecord, why: DropReason): Promise<void>;
  /** Drops what came into one of the states at the instant or before and was not sent again; a part at a time. */
  expire(before: number, states: readonly ('parked' | 'dead')[]): Promise<void>;
  /** The parked items, a page at a time. */
  parked(): AsyncIterable<readonly OutboxRecord[]>;
  /** What was given up or is parked, the oldest first. */
  standing(limit: number): Promise<readonly OutboxRecord[]>;
  /** Sends again what was given up or is parked; whether it was and is now on its way. */
  revive(id: string): Promise<boolean>;
  /** The same for all that stand there now. Answers how many. */
  reviveAll(): Promise<number>;
  /** What was put where it is by a clock that ran ahead, by more than the margin; a page at a time. */
  datedAhead(): AsyncIterable<readonly OutboxRecord[]>;
  /** Forgets sent notices after their time. */
  forgetSent(): Promise<void>;
}

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

  const supersede = async (id: string, notice: Notice, post: Post): Promise<void> => {
    for (;;) {
      const record = await store.get(id);
      if (record === undefined) return insertRefresh(id, notice, post);
      const revived = record.value.state === 'waiting' ? {} : fresh(wall.now());
      // The version rises even under a lease, so that who holds it cannot remove the newer request with the older.
      if ((await move(record, { notice, post, ...revived })) !== undefined) return;
    }
  };

  const insertRefresh = async (id: string, notice: Notice, post: Post): Promise<void> => {
    const addressKey = `post:${post.address.conversationId}/${post.activityId}`;
    const item = { notice, post, addressKey, order: notice.madeAt * ORDER_STEP, ...fresh(wall.now()) };
    const written = await store.insert(id, item);
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
      const bundle = alertBundle(notice, addressKey);
      await store.insert(notice.id, { notice, addressKey, order, bundle, ...fresh(wall.now()) });
    },
    putRefresh: (notice, post) =>
      insertRefresh(
        `refresh:${post.caseNumber}:${post.address.conversationId}:${post.activityId}`,
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
      await move(record, { ...fresh(wall.now()), bundle: alertBundle(notice, addressKey) });
    },
    resumeAll: async (addressKey) => {
      let count = 0;
      for (;;) {
        const held = await store.find({ where: { state: 'held', addressKey }, limit: PAGE });
        for (const record of held) {
          const bundle = alertBundle(record.value.notice, addressKey);
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
