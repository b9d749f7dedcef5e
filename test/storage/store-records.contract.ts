import { ids } from './engine-under-test';
import type { StoreBench } from './engine-under-test';

/** What holds for one record, and for two that want the same key. */
export function recordsContract(bench: StoreBench): void {
  describe('A record', () => {
    it('exists after insert, in version 1', async () => {
      const store = await bench.fresh();
      const record = { id: 'a', version: 1, value: { color: 'red' } };
      expect(await store.insert('a', { color: 'red' })).toEqual({ ok: true, record });
      expect(await store.get('a')).toEqual(record);
      expect(await store.get('b')).toBeUndefined();
    });

    it('is not overwritten by a second insert', async () => {
      const store = await bench.filled({ a: { color: 'red' } });
      expect(await store.insert('a', { color: 'blue' })).toEqual({ ok: false, why: 'exists' });
      expect((await store.get('a'))?.value).toEqual({ color: 'red' });
    });

    it('is replaced only in the expected version, which then rises by one', async () => {
      const store = await bench.filled({ a: { color: 'red' } });
      const written = await store.replace('a', 1, { color: 'blue' });
      expect(written).toEqual({ ok: true, record: { id: 'a', version: 2, value: { color: 'blue' } } });
      expect(await store.replace('a', 1, { color: 'green' })).toEqual({ ok: false, why: 'conflict' });
      expect(await store.replace('none', 1, {})).toEqual({ ok: false, why: 'conflict' });
      expect(await store.get('a')).toEqual({ id: 'a', version: 2, value: { color: 'blue' } });
    });

    it('is removed only in the expected version', async () => {
      const store = await bench.filled({ a: { words: ['pump'], key: 'k' } });
      expect(await store.remove('a', 2)).toBe(false);
      expect(await store.remove('a', 1)).toBe(true);
      expect(await store.remove('a', 1)).toBe(false);
      expect(await store.get('a')).toBeUndefined();
      expect(await store.search(['pump'], 10)).toEqual([]);
      expect((await store.insert('b', { key: 'k' })).ok).toBe(true);
      expect((await store.insert('a', { words: ['valve'] })).ok).toBe(true);
      expect(await store.search(['pump'], 10)).toEqual([]);
    });

    it('has one winner of fifty who replace the same version at once', async () => {
      const store = await bench.filled({ a: { size: 0 } });
      const tries = Array.from({ length: 50 }, (_, size) => store.replace('a', 1, { size: size + 1 }));
      const written = await Promise.all(tries);
      const won = written.flatMap((outcome) => (outcome.ok ? [outcome.record] : []));
      expect(won).toHaveLength(1);
      expect(await store.get('a')).toEqual(won[0]);
    });

    it('has one winner of fifty who insert the same ID at once', async () => {
      const store = await bench.fresh();
      const tries = Array.from({ length: 50 }, (_, size) => store.insert('a', { size }));
      expect((await Promise.all(tries)).filter(({ ok }) => ok)).toHaveLength(1);
    });

    it('refuses an ID that an engine would alter, and never finds one', async () => {
      const store = await bench.filled({ '\ufffd': {}, nul: {} });
      for (const id of ['', 'nul\0', '\ud800']) {
        await expect(store.insert(id, {})).rejects.toThrow(TypeError);
        expect(await store.get(id)).toBeUndefined();
        expect(await store.replace(id, 1, {})).toEqual({ ok: false, why: 'conflict' });
        expect(await store.remove(id, 1)).toBe(false);
      }
    });

    it('refuses an indexed value with another type than declared', async () => {
      const store = await bench.fresh();
      await expect(store.insert('a', { size: '1' as unknown as number })).rejects.toThrow(TypeError);
      await expect(store.insert('a', { size: NaN })).rejects.toThrow(TypeError);
      await expect(
        store.find({ where: { color: { $gt: '' } as unknown as string }, limit: 1 }),
      ).rejects.toThrow();
      expect(await store.get('a')).toBeUndefined();
    });

    it('accepts hostile strings as IDs, keys, and words', async () => {
      const store = await bench.fresh();
      const hostile = [
        "'; DROP TABLE item1; --",
        '$where',
        '.*',
        'a"b\\c%_',
        '{"$gt":""}',
        '😀 漢字 é',
        '__proto__',
      ];
      for (const text of hostile) {
        expect((await store.insert(text, { key: text, color: text, words: [text] })).ok).toBe(true);
        expect(await ids(store.find({ where: { key: text }, limit: 10 }))).toEqual([text]);
        expect(await ids(store.find({ where: { color: { in: [text] } }, limit: 10 }))).toEqual([text]);
        expect(await ids(store.search([text], 10))).toEqual([text]);
      }
      expect(await store.count({})).toBe(hostile.length);
    });
  });
}
