import type { RecordKind } from '../../src/storage/store';
import { ids, kindNamed } from './engine-under-test';
import type { Item, StoreBench } from './engine-under-test';

/** What stays over an opening, and what a changed declaration brings. */
export function upkeepContract(bench: StoreBench): void {
  describe('A store that is opened again', () => {
    it('has everything that was written', async () => {
      const kind = kindNamed('durable');
      const before = await bench.engine.store(kind);
      await before.insert('a', { color: 'red', words: ['pump'] });
      await before.replace('a', 1, { color: 'blue', words: ['pump'] });
      await bench.reopen();
      const after = await bench.engine.store(kind);
      expect(await after.get('a')).toEqual({
        id: 'a',
        version: 2,
        value: { color: 'blue', words: ['pump'] },
      });
      expect(await ids(after.search(['pump'], 1))).toEqual(['a']);
    });

    it('indexes existing records by fields and indexes added later', async () => {
      const grown = kindNamed('growing');
      const small: RecordKind<Item> = {
        name: 'growing',
        fields: { color: 'string' },
        indexes: [{ name: 'color', fields: ['color'] }],
        indexed: ({ color }) => ({ color }),
      };
      const before = await bench.engine.store(small);
      for (const id of ['a', 'b', 'c'])
        await before.insert(id, { color: 'red', size: 3, key: id, words: [id] });
      await bench.reopen();
      const after = await bench.engine.store(grown);
      expect(await ids(after.find({ where: { color: 'red', size: 3 }, limit: 10 }))).toEqual(['a', 'b', 'c']);
      expect(await ids(after.search(['b'], 10))).toEqual(['b']);
      expect((await after.get('a'))?.version).toBe(1);
      expect(await after.insert('d', { key: 'a' })).toEqual({ ok: false, why: 'duplicate', index: 'key' });
    });

    it('indexes again if the revision rose', async () => {
      const kind = kindNamed('revised');
      await (await bench.engine.store(kind)).insert('a', { color: 'red', words: ['old'] });
      await bench.reopen();
      const after = await bench.engine.store({
        ...kind,
        revision: 1,
        words: () => ['new'],
        indexed: () => ({ color: 'x' }),
      });
      expect(await ids(after.search(['new'], 10))).toEqual(['a']);
      expect(await ids(after.search(['old'], 10))).toEqual([]);
      expect(await ids(after.find({ where: { color: 'x' }, limit: 10 }))).toEqual(['a']);
    });
  });

  it('answers a ping while it is open', async () => {
    await expect(bench.engine.ping()).resolves.toBeUndefined();
  });

  it.each<[string, Partial<RecordKind<Item>>]>([
    ['a name with other signs', { name: 'a"b' }],
    ...['body', 'value'].map((field): [string, Partial<RecordKind<Item>>] => [
      `a field that an engine has (${field})`,
      { fields: { [field]: 'string' }, indexes: [{ name: 'x', fields: [field] }] },
    ]),
    ['an index on what is not declared', { indexes: [{ name: 'x', fields: ['weight'] }] }],
    ['a field that no index has', { indexes: [] }],
  ])('refuses a kind with %s', async (_what, part) => {
    await expect(bench.engine.store({ ...kindNamed('wrong'), ...part })).rejects.toThrow(TypeError);
  });
}
