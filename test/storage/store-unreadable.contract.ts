import { z } from 'zod/v4';
import type { RecordKind, Store } from '../../src/storage/store';
import { ids, kindNamed } from './engine-under-test';
import type { Item, StoreBench } from './engine-under-test';

const DAMAGES = { 'broken JSON': '{"size": 3, "col', 'JSON of another shape': '{"size": "three"}' };
let number = 0;
const named = (): RecordKind<Item> => ({
  ...kindNamed(`unreadable${++number}`),
  shape: z.looseObject({ size: z.number().optional() }),
});

/** What a store does about a record that cannot be read. */
export function unreadableContract(bench: StoreBench): void {
  const filled = async (kind: RecordKind<Item>, count: number): Promise<Store<Item>> => {
    const store = await bench.engine.store(kind);
    for (let place = 1; place <= count; place++) {
      const item = { color: 'red', size: place, key: `key${place}`, words: ['word'] };
      expect((await store.insert(`r${place}`, item)).ok).toBe(true);
    }
    bench.engine.unreadable.take();
    return store;
  };

  describe.each(Object.entries(DAMAGES))('A record whose body is %s', (_what, body) => {
    it('is skipped by every read of several records, and noted once', async () => {
      const kind = named();
      const store = await filled(kind, 3);
      await bench.damage(kind.name, 'r2', body);
      const bySize = { where: { color: 'red' }, sort: { field: 'size' }, limit: 10 };
      for (let times = 0; times < 2; times++) {
        expect(await ids(store.find(bySize))).toEqual(['r1', 'r3']);
        expect(await ids(store.find({ where: {}, limit: 10 }))).toEqual(['r1', 'r3']);
        expect(await ids(store.search(['wo'], 10))).toEqual(['r3', 'r1']);
      }
      expect(bench.engine.unreadable.take()).toMatchObject([{ kind: kind.name, id: 'r2', version: 1 }]);
    });

    it('leaves no page short, so that reading page by page reaches the end', async () => {
      const kind = named();
      const store = await filled(kind, 7);
      for (const id of ['r1', 'r3', 'r4']) await bench.damage(kind.name, id, body);
      const sort = { field: 'size' };
      const first = await store.find({ where: { color: 'red' }, sort, limit: 2 });
      expect(first.map(({ id }) => id)).toEqual(['r2', 'r5']);
      const after = { id: 'r5', value: 5 };
      expect(await ids(store.find({ where: { color: 'red' }, sort, limit: 2, after }))).toEqual(['r6', 'r7']);
      expect(await ids(store.find({ where: {}, limit: 4 }))).toEqual(['r2', 'r5', 'r6', 'r7']);
      expect(
        await ids(store.find({ where: {}, sort: { field: 'size', descending: true }, limit: 4 })),
      ).toEqual(['r7', 'r6', 'r5', 'r2']);
      expect(await ids(store.search(['wo'], 2))).toEqual(['r7', 'r6']);
      expect(await ids(store.search(['wo'], 4))).toEqual(['r7', 'r6', 'r5', 'r2']);
    });

    it('throws with a reference if it alone is asked for, by its ID or a unique key', async () => {
      const kind = named();
      const store = await filled(kind, 2);
      await bench.damage(kind.name, 'r1', body);
      const thrown = { name: 'UnreadableRecord', kind: kind.name, id: 'r1', version: 1 };
      await expect(store.get('r1')).rejects.toMatchObject(thrown);
      await expect(store.find({ where: { key: 'key1' }, limit: 1 })).rejects.toMatchObject(thrown);
      const [noted] = bench.engine.unreadable.take();
      expect(noted?.reference).toMatch(/^[2-9A-HJKMNP-Z]{4}$/);
      await expect(store.get('r1')).rejects.toMatchObject({ reference: noted?.reference });
      expect(await store.insert('r1', {})).toEqual({ ok: false, why: 'exists' });
    });

    it('reveals nothing of its body', async () => {
      const kind = named();
      const store = await filled(kind, 1);
      await bench.damage(kind.name, 'r1', body);
      const error: unknown = await store.get('r1').catch((fault: unknown) => fault);
      expect(String(error)).not.toMatch(/size|three|col/);
      expect(error).not.toHaveProperty('cause');
    });

    it('is read again once it is repaired', async () => {
      const kind = named();
      const store = await filled(kind, 1);
      await bench.damage(kind.name, 'r1', body);
      await expect(store.get('r1')).rejects.toThrow();
      expect(await bench.engine.unreadable.look(kind.name, 'r1')).toBe('unreadable');
      await bench.damage(kind.name, 'r1', '{"color":"blue"}');
      expect(await bench.engine.unreadable.look(kind.name, 'r1')).toBe('readable');
      expect((await store.get('r1'))?.value).toEqual({ color: 'blue' });
      expect(await bench.engine.unreadable.look(kind.name, 'r9')).toBe('missing');
    });

    it('keeps its search fields when its kind is indexed again, and the others are indexed', async () => {
      const kind = named();
      await filled(kind, 2);
      await bench.damage(kind.name, 'r1', body);
      const store = await bench.engine.store({ ...kind, revision: 1, indexed: () => ({ color: 'green' }) });
      expect(await store.count({ color: 'red' })).toBe(1);
      expect(await ids(store.find({ where: { color: 'green' }, limit: 9, sort: { field: 'size' } }))).toEqual(
        [],
      );
      expect(await store.count({ color: 'green' })).toBe(1);
      expect(bench.engine.unreadable.take()).toMatchObject([{ id: 'r1' }]);
    });

    it('of a derived kind is removed, so that it can be derived again', async () => {
      const kind = { ...named(), derived: true } as const;
      const store = await filled(kind, 2);
      await bench.damage(kind.name, 'r1', body);
      expect(await store.get('r1')).toBeUndefined();
      expect((await store.insert('r1', { color: 'red' })).ok).toBe(true);
      expect(bench.engine.unreadable.take()).toMatchObject([{ id: 'r1' }]);
    });
  });

  it("A record without what its kind always has can't be read, and the fault says where", async () => {
    const kind = { ...named(), shape: z.looseObject({ rest: z.array(z.number()) }) };
    const store = await filled(kind, 1);
    await expect(store.get('r1')).rejects.toMatchObject({ why: 'another-shape', at: 'rest' });
  });
}
