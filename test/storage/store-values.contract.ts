import fc from 'fast-check';
import { ids } from './engine-under-test';
import type { StoreBench } from './engine-under-test';

/** Names and strings that mean something to an engine, its driver, JavaScript, or our own encoding. */
const ODD = [
  ...['', '$set', '$ref', '$id', '$', 'a.b', '.', 'nul\0', '\ud800', 'a\udc00b', '\udc00\ud800', '😀'],
  ...['%', '%24set', '%json', '%uD800', '50%', '__proto__', 'constructor', 'toString', '_bsontype', 'toBSON'],
  ...['_id', 'value', 'body', 'version', 'words', '0', '-0', 'length', 'toJSON'],
];
const NUMBERS = [
  ...[0, 1, -7, 1.5, 0.1, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 2 ** 52, Number.MAX_SAFE_INTEGER],
  ...[2 ** 53, 2 ** 63, -(2 ** 64), 1e21, 1e300, Number.MAX_VALUE, Number.MIN_VALUE, 1_793_620_800_000],
];

/** Arrays within objects, so many of each. */
function nested(pairs: number): unknown {
  let inner: unknown = { 'the.end': null };
  for (let pair = 0; pair < pairs; pair++) inner = { next: [inner] };
  return inner;
}

/** What is kept of a value: what JSON keeps, the same on every engine. */
export function valuesContract(bench: StoreBench): void {
  /** What comes back for a value. */
  const kept = async (rest: unknown): Promise<unknown> => {
    const store = await bench.filled({ a: { rest } });
    return (await store.get('a'))?.value.rest;
  };

  describe('A value', () => {
    it('keeps null, true, and false, and lists with or without them', async () => {
      const rest = { none: null, yes: true, no: false, list: [null, [], {}, [[1]]], empty: {} };
      expect(await kept(rest)).toEqual(rest);
    });

    it('keeps a number as the same number, however large or small', async () => {
      expect(await kept(NUMBERS)).toEqual(NUMBERS);
    });

    it.each(ODD)('keeps %j as a name and as a string', async (odd) => {
      // As JSON has it: an assignment to `__proto__` would be none.
      const rest: unknown = JSON.parse(
        `{${JSON.stringify(odd)}:${JSON.stringify(odd)},"in":{${JSON.stringify(odd)}:[{}]}}`,
      );
      const back = await kept(rest);
      expect(JSON.stringify(back)).toBe(JSON.stringify(rest));
      expect(Object.getPrototypeOf(back)).toBe(Object.prototype);
    });

    it('keeps what is nested deeper than a MongoDB document can be', async () => {
      expect(await kept(nested(150))).toEqual(nested(150));
    });

    it('comes back as JSON would return it, whatever it is', async () => {
      const store = await bench.fresh();
      let next = 0;
      const text = fc.oneof(fc.constantFrom(...ODD), fc.string({ unit: 'binary' }));
      const any = fc.oneof(
        fc.jsonValue(),
        fc.object({ key: text, values: [text, fc.double(), fc.boolean()] }),
      );
      const property = fc.asyncProperty(any, async (rest) => {
        const id = `p${++next}`;
        await store.insert(id, { rest });
        expect(JSON.stringify((await store.get(id))?.value)).toBe(JSON.stringify({ rest }));
      });
      await fc.assert(property, { numRuns: 200 });
    });

    it('keeps the order of its names', async () => {
      const names = ['z', 'a', 'm', '$b', 'c.d', '_id'];
      expect(Object.keys((await kept(Object.fromEntries(names.map((name) => [name, 1])))) as object)).toEqual(
        names,
      );
    });

    it('drops undefined members from the value and the index', async () => {
      const store = await bench.filled({
        a: { color: undefined, size: 1, rest: { gone: undefined, kept: 1 } },
      });
      expect(Object.keys((await store.get('a'))?.value ?? {})).toEqual(['size', 'rest']);
      expect(Object.keys((await store.get('a'))?.value.rest ?? {})).toEqual(['kept']);
      expect(await ids(store.find({ where: {}, sort: { field: 'color' }, limit: 10 }))).toEqual([]);
    });

    it('turns what JSON lacks into what JSON makes of it: nothing, null, 0, or a string', async () => {
      const rest = {
        call: () => 1,
        list: [undefined, () => 1, NaN],
        none: [NaN, Infinity, -Infinity],
        zero: -0,
        date: new Date(0),
        own: { toJSON: () => ({ $a: new Date(1) }) },
      };
      expect(await kept(rest)).toEqual({
        list: [null, null, null],
        none: [null, null, null],
        zero: 0,
        date: '1970-01-01T00:00:00.000Z',
        own: { $a: '1970-01-01T00:00:00.001Z' },
      });
    });

    it('with a bigint in it is refused, and nothing is written', async () => {
      const store = await bench.filled({ a: { rest: 1 } });
      await expect(store.insert('b', { rest: [1n] })).rejects.toThrow(TypeError);
      await expect(store.replace('a', 1, { rest: [1n] })).rejects.toThrow(TypeError);
      expect(await ids(store.find({ where: {}, limit: 10 }))).toEqual(['a']);
      expect((await store.get('a'))?.version).toBe(1);
    });

    it('keeps all of this when it is replaced and when it is found', async () => {
      const store = await bench.filled({ a: { color: 'red' } });
      const rest = { $odd: { 'a.b': '\ud800', '': -1 } };
      await store.replace('a', 1, { color: 'red', rest });
      expect(await store.find({ where: { color: 'red' }, sort: { field: 'size' }, limit: 1 })).toEqual([]);
      const [found] = await store.find({ where: { color: 'red' }, limit: 1 });
      expect(found).toEqual({ id: 'a', version: 2, value: { color: 'red', rest } });
    });
  });
}
