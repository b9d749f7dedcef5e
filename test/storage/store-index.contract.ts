import { RefusedQuery } from '../../src/storage/faults';
import type { Where } from '../../src/storage/store';
import { ids } from './engine-under-test';
import type { StoreBench } from './engine-under-test';

/** What the declared indexes allow and refuse, and the words. */
export function indexContract(bench: StoreBench): void {
  describe('A query that no index serves is refused', () => {
    it.each<[string, Where, string | undefined]>([
      ['a field that is not declared', { weight: 1 }, undefined],
      ['a name of the engine', { body: 'x' }, undefined],
      ['a name that is inherited', { constructor: 'x' }, undefined],
      ['a field that leads no index', { row: 1 }, undefined],
      ['two fields that no index leads with', { color: 'red', shiny: true, size: 1 }, undefined],
      ['two ranges', { color: { from: 'a' }, size: { from: 1 } }, 'size'],
      ['a range that is not what is sorted by', { size: { from: 1 } }, undefined],
      ['a range without a bound', { size: {} }, 'size'],
      ['a sort that no index has', { size: 1 }, 'color'],
      ['a sort by what is not declared', {}, 'weight'],
    ])('for %s', async (_what, where, field) => {
      const store = await bench.fresh();
      const query = { where, limit: 1, ...(field === undefined ? {} : { sort: { field } }) };
      await expect(store.find(query)).rejects.toThrow(RefusedQuery);
    });

    it('for a limit below one, above a thousand, or not whole', async () => {
      const store = await bench.fresh();
      for (const limit of [0, -1, 1001, 1.5, NaN]) {
        await expect(store.find({ where: {}, limit })).rejects.toThrow(RefusedQuery);
        await expect(store.search(['a'], limit)).rejects.toThrow(RefusedQuery);
      }
      expect(await store.find({ where: {}, limit: 1000 })).toEqual([]);
    });

    it('for a count of an undeclared field, or of two ranges', async () => {
      const store = await bench.fresh();
      await expect(store.count({ weight: 1 })).rejects.toThrow(RefusedQuery);
      await expect(store.count({ color: { from: 'a' }, size: { from: 1 } })).rejects.toThrow(RefusedQuery);
    });
  });

  describe('A unique index', () => {
    it('is named when another record has the key, on insert and on replace', async () => {
      const store = await bench.filled({ a: { key: 'k' }, b: { key: 'l' } });
      const duplicate = { ok: false, why: 'duplicate', index: 'key' };
      expect(await store.insert('c', { key: 'k' })).toEqual(duplicate);
      expect(await store.replace('b', 1, { key: 'k' })).toEqual(duplicate);
      expect((await store.replace('a', 1, { key: 'k', size: 2 })).ok).toBe(true);
      expect(await store.insert('a', { key: 'l' })).toEqual({ ok: false, why: 'exists' });
      expect(await store.replace('b', 7, { key: 'k' })).toEqual({ ok: false, why: 'conflict' });
      expect(await store.get('c')).toBeUndefined();
      expect((await store.get('b'))?.version).toBe(1);
    });

    it('skips records without its field or one of its fields', async () => {
      const store = await bench.filled({
        a: {},
        b: {},
        c: { place: 'x' },
        d: { place: 'x' },
        e: { row: 1 },
        f: { row: 1 },
      });
      expect((await store.insert('g', { place: 'x', row: 1 })).ok).toBe(true);
      expect((await store.insert('h', { place: 'x', row: 2 })).ok).toBe(true);
      const taken = { ok: false, why: 'duplicate', index: 'seat' };
      expect(await store.insert('i', { place: 'x', row: 1 })).toEqual(taken);
      expect(await ids(store.find({ where: { place: 'x', row: 1 }, limit: 10 }))).toEqual(['g']);
      expect(await ids(store.find({ where: { place: 'x' }, limit: 10 }))).toEqual(['c', 'd', 'g', 'h']);
    });

    it('releases a key when its record changes', async () => {
      const store = await bench.filled({ a: { key: 'k' } });
      await store.replace('a', 1, {});
      expect((await store.insert('b', { key: 'k' })).ok).toBe(true);
    });

    it('gives a key to one of fifty who want it at once', async () => {
      const store = await bench.fresh();
      const tries = Array.from({ length: 50 }, (_, i) => store.insert(`i${i}`, { key: 'one' }));
      expect((await Promise.all(tries)).filter(({ ok }) => ok)).toHaveLength(1);
      expect(await store.count({})).toBe(1);
    });
  });

  describe('search', () => {
    it('finds the records in which every word begins one of theirs, newest ID first', async () => {
      const store = await bench.filled({
        a: { words: ['pump', 'fuel', '5305-01'] },
        b: { words: ['pump', 'water'] },
        c: { words: ['pumpe', 'füllung'] },
        d: {},
      });
      expect(await ids(store.search(['pu'], 10))).toEqual(['c', 'b', 'a']);
      expect(await ids(store.search(['pump', 'f'], 10))).toEqual(['c', 'a']);
      expect(await ids(store.search(['fuel', 'water'], 10))).toEqual([]);
      expect(await ids(store.search(['ump'], 10))).toEqual([]);
      expect(await ids(store.search(['5305-'], 10))).toEqual(['a']);
      expect(await ids(store.search(['fü'], 10))).toEqual(['c']);
      expect(await ids(store.search(['pu'], 2))).toEqual(['c', 'b']);
      expect(await ids(store.search([], 10))).toEqual([]);
      expect(await ids(store.search([''], 10))).toEqual([]);
    });

    it('follows the words of a record as they change', async () => {
      const store = await bench.filled({ a: { words: ['old', 'kept'] } });
      await store.replace('a', 1, { words: ['kept', 'new'] });
      expect(await ids(store.search(['old'], 10))).toEqual([]);
      expect(await ids(store.search(['kept', 'new'], 10))).toEqual(['a']);
      await store.replace('a', 2, { words: ['new', 'kept'], size: 1 });
      expect(await ids(store.search(['kept', 'new'], 10))).toEqual(['a']);
    });

    it('keeps the words of a record whose change was refused', async () => {
      const store = await bench.filled({ a: { words: ['old'] }, b: { key: 'k' } });
      await store.replace('a', 9, { words: ['new'] });
      await store.replace('a', 1, { words: ['new'], key: 'k' });
      expect(await ids(store.search(['old'], 10))).toEqual(['a']);
      expect(await ids(store.search(['new'], 10))).toEqual([]);
    });
  });
}
