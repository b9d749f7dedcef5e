import { siteKinds } from '../../../src/app/site-kinds';
import type { RecordChange } from '../../../src/domain/kernel/record-type';
import { kindsOf } from '../../../src/records/kinds';
import { outboxOf } from '../../../src/notifications/outbox/outbox';
import type { Outbox } from '../../../src/notifications/outbox/outbox';
import { MAILBOX, OUTBOX } from '../../../src/notifications/outbox/outbox-item';
import { relayOnce } from '../../../src/notifications/relay';
import type { Log } from '../../../src/ports/log';
import type { Records, Saved, SaveOutcome } from '../../../src/ports/records';
import { openRepositories } from '../../../src/storage/open-repositories';
import { memoryStore } from '../../support/memory/memory-store';
import { aWorld, START } from '../../support/site';
import { aboutRecord, changeWith } from './record-kinds';
import type { KindUnderTest } from './record-kinds';
import type { RepositoriesBench } from '../repositories-under-test';

const idsOf = (found: readonly { readonly id: string }[]): string[] => found.map(({ id }) => id);

/** The record as saved; the test fails where it was not. */
function savedOf<State>(outcome: SaveOutcome<State>): Saved<State> {
  if (outcome.kind !== 'saved') throw new Error(`Not saved: ${JSON.stringify(outcome)}`);
  return outcome.saved;
}

/** What the records of every kind keep, on every engine. */
export const recordsContract =
  <State, Event extends { readonly kind: string }>(kind: KindUnderTest<State, Event>) =>
  (bench: RepositoriesBench): void => {
    const { type, first, key } = kind;
    const idOf = (nth: number): string => `${type.prefix}${String(1_000_000 + nth)}`;
    const records = (): Records<State> => kind.records(bench.repositories);
    const elsewhere = async (): Promise<Records<State>> => kind.records(await openRepositories(bench.engine));
    type Written = Parameters<typeof changeWith>[4];
    const opening = (nth: number, written?: Written, events = kind.opening(nth)): RecordChange<State> =>
      changeWith(type, idOf(nth), undefined, events, { by: `person-${nth}`, ...written });
    const after = (
      { id, state }: { readonly id: string; readonly state: State },
      nth: number,
      written?: Written,
      events = kind.further(nth),
    ): RecordChange<State> => changeWith(type, id, state, events, written);
    const inserted = async (nth: number, written?: Written): Promise<Saved<State>> =>
      savedOf(await records().insert(opening(nth, written)));
    const told = (nth: number, name: string) => aboutRecord(type, idOf(nth), name);

    it('numbers records from the first on, each once whoever asks, and continues after reopening (CA-7)', async () => {
      expect(await records().nextId()).toBe(first);
      const both = [records(), await elsewhere()];
      const given = await Promise.all(Array.from({ length: 10 }, () => both.map((of) => of.nextId())).flat());
      expect(new Set([first, ...given]).size).toBe(21);
      await bench.reopen();
      expect(await records().nextId()).toBe(first.replace(/0?1$/u, '22'));
    });

    it('returns records as they were saved, in their version', async () => {
      const change = opening(1, { nextDueAt: 5 });
      const saved = { id: idOf(1), state: change.state, version: 1 };
      expect(await records().insert(change)).toEqual({ kind: 'saved', saved });
      expect(await records().get(idOf(1))).toEqual(saved);
      const next = after(saved, 1);
      const anew = { id: idOf(1), state: next.state, version: 2 };
      expect(await records().save(1, next)).toEqual({ kind: 'saved', saved: anew });
      await bench.reopen();
      expect(await records().get(idOf(1))).toEqual(anew);
      expect(await records().get(idOf(9))).toBeUndefined();
    });

    it('finds records by their ID in lowercase too', async () => {
      await inserted(1);
      await inserted(2);
      expect(idsOf(await records().search([idOf(2).toLowerCase()], 5))).toEqual([idOf(2)]);
    });

    it('lets one of many who change a version at once win, and one of two who take an ID', async () => {
      const before = await inserted(1);
      const other = await elsewhere();
      const tries = Array.from({ length: 10 }, (_, nth) =>
        (nth % 2 === 0 ? records() : other).save(1, after(before, nth, { cause: `try ${nth}` })),
      );
      const kinds = (await Promise.all(tries)).map((outcome) => outcome.kind);
      expect(kinds.sort()).toEqual([...Array<string>(9).fill('conflict'), 'saved']);
      expect((await records().get(idOf(1)))?.version).toBe(2);
      expect(await records().save(1, after(before, 1))).toEqual({ kind: 'conflict' });
      expect(await records().save(1, after(opening(9), 1))).toEqual({ kind: 'conflict' });
      expect(await records().insert({ ...opening(2), id: idOf(1) })).toEqual({ kind: 'conflict' });
    });

    const cause = type.index.indexes.find(({ fields }) => fields[0] === 'cause')?.name;
    if (cause !== undefined)
      it('stores one record for an act that comes twice, wherever it comes (CA-11)', async () => {
        const other = await elsewhere();
        const outcomes = await Promise.all([
          records().insert(opening(1, { cause: 'act-1' })),
          other.insert(opening(2, { cause: 'act-1' })),
        ]);
        const saved = outcomes.flatMap((one) => (one.kind === 'saved' ? [one.saved] : []));
        expect(saved).toHaveLength(1);
        expect(outcomes).toContainEqual({ kind: 'exists', index: cause, saved: saved[0] });
        expect(await records().insert(opening(3, { cause: 'act-1' }))).toEqual({
          kind: 'exists',
          index: cause,
          saved: saved[0],
        });
        expect((await records().ofCause('act-1'))?.id).toBe(saved[0]?.id);
        expect(await records().ofCause('act-2')).toBeUndefined();
        expect(await records().get(idOf(3))).toBeUndefined();
      });

    if (key !== undefined)
      it('reserves a key that only one may have for whoever is first, until it is released', async () => {
        const wanting = (nth: number) =>
          changeWith(type, idOf(nth), undefined, key.rival(1, nth), {
            by: 'person-1',
            cause: `rival ${nth}`,
          });
        const other = await elsewhere();
        const outcomes = await Promise.all([records().insert(opening(1)), other.insert(wanting(2))]);
        const [holder] = outcomes.flatMap((one) => (one.kind === 'saved' ? [one.saved] : []));
        const standing = { kind: 'exists', index: key.index, saved: holder };
        expect(outcomes).toContainEqual(standing);
        expect(await records().insert(wanting(3))).toEqual(standing);
        expect(await records().get(idOf(3))).toBeUndefined();
        // Another change of the holder itself is no other record.
        const changed = savedOf(await records().save(1, after(holder!, 1, {}, [])));
        savedOf(await records().save(changed.version, after(changed, 2, {}, key.freeing)));
        savedOf(await records().insert(wanting(3)));
      });

    it('keeps the notifications of every change until they are removed', async () => {
      const pending = async (): Promise<readonly string[] | undefined> =>
        (await records().pending(100)).find(({ id }) => id === idOf(1))?.notifications.map(({ id }) => id);
      const n = (...names: string[]) => names.map((name) => `${idOf(1)}/${name}`);
      const before = await inserted(1, { notifications: [told(1, 'n1')] });
      await inserted(2);
      await bench.reopen();
      const notifications = [told(1, 'n2'), told(1, 'n1'), told(1, 'n3')];
      savedOf(await records().save(1, after(before, 1, { notifications, nextDueAt: 77 })));
      expect(await pending()).toEqual(n('n1', 'n2', 'n3'));
      expect(idsOf(await records().pending(100))).toEqual([idOf(1)]);
      expect((await records().pending(1))[0]?.read().state).toEqual((await records().get(idOf(1)))?.state);
      await records().clearPending(idOf(1), [...n('n1', 'n3'), 'unknown']);
      expect(await pending()).toEqual(n('n2'));
      await Promise.all([1, 2].map(() => records().clearPending(idOf(1), n('n2'))));
      expect(await pending()).toBeUndefined();
      expect(idsOf(await records().due(77, 100))).toContain(idOf(1));
      const { state } = (await records().get(idOf(1)))!;
      expect(state).toEqual(after(before, 1).state);
      await records().clearPending(idOf(9), n('n1'));
    });

    it('keeps the notifications that another instance saved with the version being changed', async () => {
      const before = await inserted(1, { notifications: [told(1, 'n1')] });
      const others = await elsewhere();
      const second = savedOf(await others.save(1, after(before, 1, { notifications: [told(1, 'n2')] })));
      savedOf(await records().save(2, after(second, 2)));
      const [one] = await records().pending(100);
      expect(one?.notifications).toEqual([told(1, 'n1'), told(1, 'n2')]);
    });

    it('finds records when they are due, earliest first, and says when the next is due', async () => {
      await inserted(1, { nextDueAt: 300 });
      const two = await inserted(2, { nextDueAt: 100 });
      await inserted(3, { nextDueAt: 301 });
      await inserted(4);
      const due = async (now: number, limit = 100) => idsOf(await records().due(now, limit));
      expect(await due(300)).toEqual([idOf(2), idOf(1)]);
      expect(await due(300, 1)).toEqual([idOf(2)]);
      expect((await records().due(300, 1))[0]?.read()).toEqual(two);
      expect([await records().nextDue(0), await records().nextDue(100)]).toEqual([100, 300]);
      expect(await records().nextDue(301)).toBeUndefined();
      savedOf(await records().save(1, after(two, 1)));
      expect(await due(300)).toEqual([idOf(1)]);
    });

    it('hands off the last record with something to send, behind a hundred at fault', async () => {
      const last = 101;
      for (let nth = 1; nth <= last; nth++) await inserted(nth, { notifications: [told(nth, 'n')] });
      const { repositories } = bench;
      const reports = { show: () => Promise.reject(new Error('not used')) };
      const { all } = siteKinds({ ...repositories, reports });
      const wall = { now: () => START };
      const outbox = outboxOf(memoryStore(OUTBOX), wall);
      const put: Outbox['put'] = (notification, place) =>
        notification.about.id === idOf(last)
          ? outbox.put(notification, place)
          : Promise.reject(new Error('at fault'));
      const nothing = (): void => undefined;
      const logged: unknown[] = [];
      const error: Log['error'] = (fields) => void logged.push(fields);
      await relayOnce({
        kinds: kindsOf(all.filter(({ type: { name } }) => name === type.name)),
        posts: repositories.posts,
        outbox: { ...outbox, put },
        mailbox: outboxOf(memoryStore(MAILBOX), wall),
        context: () => aWorld(START),
        log: { debug: nothing, info: nothing, warn: nothing, error },
      });
      expect((await outbox.due(100)).map(({ value: { notice: notification } }) => notification)).toEqual([
        told(last, 'n'),
      ]);
      expect(logged).toHaveLength(last - 1);
      expect(idsOf(await records().pending(1_000))).not.toContain(idOf(last));
    });
  };
