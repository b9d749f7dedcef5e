import fc from 'fast-check';
import type { Store, Where } from '../../src/storage/store';
import { ids } from './engine-under-test';
import type { Item, StoreBench } from './engine-under-test';

/** What a query finds, in which order. */
export function findContract(bench: StoreBench): void {
  describe('find', () => {
    const stock = {
      a: { color: 'red', size: 3, shiny: true },
      b: { color: 'red', size: 1, shiny: false },
      c: { color: 'blue', size: 2, shiny: true },
      d: { color: 'red', size: 2 },
      e: { color: 'blue', size: 2, shiny: false },
      f: {},
    } satisfies Record<string, Item>;
    let store: Store<Item>;
    beforeAll(async () => {
      store = await bench.filled(stock);
    });

    it('returns all records by ID', async () => {
      expect(await ids(store.find({ where: {}, limit: 10 }))).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
      expect(await ids(store.find({ where: {}, limit: 2 }))).toEqual(['a', 'b']);
      const after = { id: 'd', value: 'd' };
      expect(await ids(store.find({ where: {}, limit: 10, after }))).toEqual(['e', 'f']);
    });

    it('supports equality, one of several, and true and false', async () => {
      expect(await ids(store.find({ where: { color: 'red' }, limit: 10 }))).toEqual(['a', 'b', 'd']);
      expect(await ids(store.find({ where: { color: { in: ['blue', 'green'] } }, limit: 10 }))).toEqual([
        'c',
        'e',
      ]);
      expect(await ids(store.find({ where: { color: { in: [] } }, limit: 10 }))).toEqual([]);
      expect(await ids(store.find({ where: { shiny: true }, limit: 10 }))).toEqual(['a', 'c']);
      expect(await ids(store.find({ where: { shiny: { in: [false] } }, limit: 10 }))).toEqual(['b', 'e']);
      expect(await ids(store.find({ where: { shiny: false, color: 'red' }, limit: 10 }))).toEqual(['b']);
    });

    it('supports ranges with inclusive or exclusive bounds', async () => {
      const bySize = (size: Where[string]) =>
        ids(store.find({ where: { size }, sort: { field: 'size' }, limit: 10 }));
      expect(await bySize({ from: 2 })).toEqual(['c', 'd', 'e', 'a']);
      expect(await bySize({ upTo: 2 })).toEqual(['b', 'c', 'd', 'e']);
      expect(await bySize({ before: 2 })).toEqual(['b']);
      expect(await bySize({ from: 2, before: 3 })).toEqual(['c', 'd', 'e']);
      const red = { color: 'red', size: { from: 2 } };
      expect(await ids(store.find({ where: red, sort: { field: 'size' }, limit: 10 }))).toEqual(['d', 'a']);
    });

    it('breaks ties by ID in the sort direction, and leaves out records without the field', async () => {
      const sorted = (descending: boolean) =>
        ids(store.find({ where: {}, sort: { field: 'size', descending }, limit: 10 }));
      expect(await sorted(false)).toEqual(['b', 'c', 'd', 'e', 'a']);
      expect(await sorted(true)).toEqual(['a', 'e', 'd', 'c', 'b']);
    });

    it('sorts what is found by one of several', async () => {
      const where = { color: { in: ['red', 'blue'] } };
      const found = store.find({ where, sort: { field: 'size', descending: true }, limit: 4 });
      expect(await ids(found)).toEqual(['a', 'e', 'd', 'c']);
    });

    it.each([false, true])('returns every record once, page by page (descending: %s)', async (descending) => {
      const pages: string[] = [];
      let after: { id: string; value: number } | undefined;
      for (;;) {
        const query = { where: {}, sort: { field: 'size', descending }, limit: 2 };
        const page = await store.find({ ...query, ...(after && { after }) });
        const last = page.at(-1);
        if (last === undefined) break;
        pages.push(...page.map(({ id }) => id));
        after = { id: last.id, value: last.value.size ?? NaN };
      }
      const ascending = ['b', 'c', 'd', 'e', 'a'];
      expect(pages).toEqual(descending ? ascending.reverse() : ascending);
    });

    it('returns as many records as count says', async () => {
      expect(await store.count({})).toBe(6);
      expect(await store.count({ color: 'red' })).toBe(3);
      expect(await store.count({ color: 'red', size: { from: 2 } })).toBe(2);
      expect(await store.count({ size: { before: 2 } })).toBe(1);
    });

    it('finds, sorts, and pages like a plain list', async () => {
      const many = await bench.fresh();
      const colors = ['red', 'blue', 'é', 'Z', 'a'];
      const items = Array.from({ length: 60 }, (_, i) => ({ color: colors[i % 5], size: (i * 7) % 11 }));
      for (const [i, item] of items.entries()) await many.insert(`r${String(i).padStart(2, '0')}`, item);
      const all = await many.find({ where: {}, limit: 1000 });
      const query = fc.record({
        color: fc.option(fc.constantFrom(...colors), { nil: undefined }),
        from: fc.integer({ min: -1, max: 12 }),
        before: fc.integer({ min: -1, max: 12 }),
        descending: fc.boolean(),
        limit: fc.integer({ min: 1, max: 30 }),
        skip: fc.nat(20),
      });
      const property = fc.asyncProperty(query, async ({ color, from, before, descending, limit, skip }) => {
        const fits = all
          .filter(
            ({ value: { size = NaN, color: its } }) =>
              size >= from && size < before && (color ?? its) === its,
          )
          .sort((a, b) => (a.value.size ?? 0) - (b.value.size ?? 0) || (a.id < b.id ? -1 : 1));
        if (descending) fits.reverse();
        const last = fits[skip - 1];
        const found = await many.find({
          where: { ...(color === undefined ? {} : { color }), size: { from, before } },
          sort: { field: 'size', descending },
          limit,
          ...(last === undefined ? {} : { after: { id: last.id, value: last.value.size ?? 0 } }),
        });
        expect(found).toEqual(fits.slice(last === undefined ? 0 : skip).slice(0, limit));
      });
      await fc.assert(property, { numRuns: 60 });
    });

    it('sorts strings by their bytes, not by a language', async () => {
      const words = ['Z', 'a', 'B', 'é', 'e', 'Ω', '漢', '10', '9', 'zz', ' '];
      const sorted = await bench.filled(
        Object.fromEntries(words.map((color, i) => [`i${i}`, { color, shiny: true }])),
      );
      const found = await sorted.find({ where: { shiny: true }, sort: { field: 'color' }, limit: 100 });
      const byBytes = [...words].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
      expect(found.map(({ value }) => value.color)).toEqual(byBytes);
    });
  });
}
