import { outboxOf } from '../../../src/notifications/outbox/outbox';
import { MAILBOX, OUTBOX } from '../../../src/notifications/outbox/outbox-item';
import { openRepositories } from '../../../src/storage/open-repositories';
import { CASE } from '../../../src/storage/repositories/case-record';
import { POST } from '../../../src/storage/repositories/post-register';
import { recordKind } from '../../../src/storage/record-kind';
import type { StoredRecord } from '../../../src/storage/record-kind';
import type { RecordKind } from '../../../src/storage/store';
import { changeWith } from '../records/record-kinds';
import type { AnyKindUnderTest } from '../records/record-kinds';
import type { RepositoriesBench } from '../repositories-under-test';
import { ALL_NOTICES } from './old-notices';
import { OLD_CASE, OLD_RECORDS } from './old-records';

/** The kind as a version wrote it that stored other values, found by what they say. */
const asBefore = <T>(kind: RecordKind<T>): RecordKind<unknown> => {
  const { name, fields, indexes, revision } = kind;
  const now = (stored: unknown): T => kind.upgrade?.(stored) ?? (stored as T);
  return {
    ...{ name, fields, indexes },
    ...(revision === undefined ? {} : { revision }),
    indexed: (stored) => kind.indexed(now(stored)),
    ...(kind.words === undefined ? {} : { words: (stored) => kind.words?.(now(stored)) ?? [] }),
  };
};

const keptAs = ({ type }: AnyKindUnderTest): RecordKind<StoredRecord<unknown>> =>
  type.name === CASE.name ? CASE : recordKind(type);

/** What versions before 2 stored is read on every engine, and kept by what is written over it. */
export function oldRecordsContract(bench: RepositoriesBench): void {
  const put = async <T>(kind: RecordKind<T>, id: string, value: object): Promise<void> => {
    const written = await (await bench.engine.store(asBefore(kind))).insert(id, value);
    expect([id, written.ok]).toEqual([id, true]);
  };

  it.each(OLD_RECORDS)(
    'reads %s with its unsent notifications, and keeps both across a change',
    async (_, old) => {
      const { kind, id, stored, notices, state, entries, nextDueAt } = old;
      const { type } = kind;
      const pending = notices.map(([before]) => before);
      const now = notices.map(([, notification]) => notification);
      await put(keptAs(kind), id, { ...stored, pending });
      await bench.reopen();
      const records = kind.records(bench.repositories);
      const read = await records.get(id);
      if (read === undefined) throw new Error('it is not there');
      expect(read).toMatchObject({ id, state, version: 1 });
      const kindsOf = (of: unknown) => type.timelineOf(of).map((entry) => entry.kind);
      expect(kindsOf(read.state)).toEqual(entries);
      expect(await records.nextDue(0)).toBe(nextDueAt);
      expect((await records.pending(10)).map((one) => one.notifications)).toEqual([now]);

      const change = changeWith(type, id, read.state, kind.further(1), { nextDueAt: 900 });
      expect((await records.save(1, change)).kind).toBe('saved');
      await bench.reopen();
      const kept = kind.records(bench.repositories);
      expect((await kept.get(id))?.state).toEqual(change.state);
      expect(kindsOf(change.state).slice(0, entries.length)).toEqual(entries);
      const [left] = await kept.pending(10);
      expect(left?.notifications).toEqual(now);
      await kept.clearPending(
        id,
        now.map((one) => one.id),
      );
      expect(await kept.pending(10)).toEqual([]);
    },
  );

  it.each(OLD_RECORDS)("can't read %s in a shape that no version had, and continues", async (_, old) => {
    const { kind, id, stored, damaged } = old;
    const before = asBefore(keptAs(kind));
    const found = { indexed: () => ({ hasPending: true }) };
    const none = before.words === undefined ? {} : { words: () => [] };
    const store = await bench.engine.store({ ...before, ...found, ...none });
    await put(keptAs(kind), id, { ...stored, pending: [] });
    for (const [place, value] of damaged.entries())
      await store.insert(`X${place}`, { ...value, pending: [] });
    const repositories = await openRepositories(bench.engine);
    bench.engine.unreadable.take();
    expect(await kind.records(repositories).pending(10)).toEqual([]);
    expect(bench.engine.unreadable.take()).toHaveLength(damaged.length);
    expect(await kind.records(repositories).get(id)).toBeDefined();
  });

  it('keeps the mark that a case is counted in the metrics', async () => {
    await put(CASE, OLD_CASE.id, { ...OLD_CASE.stored, pending: [] });
    const { counting } = bench.repositories;
    expect(await counting.find(OLD_CASE.id)).toMatchObject({ id: OLD_CASE.id, counted: true });
    expect(await counting.uncounted(10)).toEqual([]);
  });

  it.each([OUTBOX, MAILBOX])(
    'reads every notification from the $name, and keeps it as it moves',
    async (kind) => {
      const item = { addressKey: 'person:ann', state: 'waiting', dueAt: 0, attempts: 0, since: 0 };
      for (const [place, [notification, { id }]] of ALL_NOTICES.entries())
        await put(kind, `${place}/${id}`, { ...item, order: place, notice: notification });
      const outbox = outboxOf(await bench.engine.store(kind), { now: () => 1 });
      const read = async () => {
        const due = await outbox.due(100);
        return due.toSorted((one, other) => one.value.order - other.value.order);
      };
      const all = ALL_NOTICES.map(([, now]) => now);
      expect((await read()).map(({ value }) => value.notice)).toEqual(all);
      for (const record of await read()) await outbox.move(record, { attempts: 1 });
      const moved = (await read()).map(({ value: { notice: notification, attempts } }) => [
        attempts,
        notification,
      ]);
      expect(moved).toEqual(all.map((notification) => [1, notification]));
    },
  );

  it('reads a posted card of a case, and the request to update it', async () => {
    const post = {
      address: { conversationId: '19:a', serviceUrl: 'http://127.0.0.1:9/', kind: 'channel' },
      activityId: 'a1',
      view: { kind: 'channel-case' },
      shows: 2,
    };
    const before = { caseNumber: OLD_CASE.id, ...post };
    const now = { about: { kind: 'case', id: OLD_CASE.id }, ...post };
    await put(POST, 'p1', before);
    expect(await bench.repositories.posts.ofRecord(now.about)).toEqual([now]);
    const [notification] = ALL_NOTICES.find(([, { topic }]) => topic === 'refresh') ?? [];
    const item = { addressKey: 'post:19:a/a1', state: 'waiting', dueAt: 0, attempts: 0, since: 0, order: 1 };
    await put(OUTBOX, 'refresh', { ...item, notice: notification, post: before });
    const outbox = outboxOf(await bench.engine.store(OUTBOX), { now: () => 1 });
    expect((await outbox.get('refresh'))?.value.post).toEqual(now);
  });
}
