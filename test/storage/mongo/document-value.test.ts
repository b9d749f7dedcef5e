import { BSON } from 'mongodb';
import fc from 'fast-check';
import { fromDocument, toDocument } from '../../../src/storage/mongo/document-value';
import { SAMPLE } from '../versions/version-1.contract';

/** What a server is sent and sends back. */
const overTheWire = (document: unknown): unknown =>
  // As the driver reads.
  BSON.deserialize(BSON.serialize({ value: document }), { fieldsAsRaw: {} })['value'];

it('An ordinary value is its own document.', () => {
  const value = {
    number: 'CS0000001',
    timeline: [{ kind: 'noted', text: 'Naïve 😀\nsecond line', at: 1_793_620_800_000, by: 'a-b_c' }],
    counts: { 'first-response': 1, 'CS:2': 2.5 },
    none: null,
  };
  expect(toDocument(value)).toEqual(value);
});

it.each([
  ['', '%'],
  ['$set', '%24set'],
  ['US$', 'US$'],
  ['a.b', 'a%2Eb'],
  ['50%', '50%25'],
  ['%json', '%25json'],
  ['nul\0', 'nul%00'],
  ['a\ud800', 'a%uD800'],
  ['__proto__', '%5F_proto__'],
  ['constructor', '%63onstructor'],
  ['_bsontype', '%5Fbsontype'],
])('The name %j is stored as %j.', (name, kept) => {
  const value: unknown = JSON.parse(`{${JSON.stringify(name)}:[{}]}`);
  const document = toDocument(value);
  expect(Object.keys(document as object)).toEqual([kept]);
  expect(JSON.stringify(fromDocument(overTheWire(document)))).toBe(JSON.stringify(value));
});

it("A value that BSON can't hold is JSON text in its place, and the rest is readable.", () => {
  expect(toDocument({ half: 'a\udc00', whole: 'b' })).toEqual({
    half: { '%json': '"a\\udc00"' },
    whole: 'b',
  });
  let deep: unknown = 1;
  for (let level = 0; level < 92; level++) deep = [deep];
  const text = JSON.stringify(toDocument(deep));
  expect(text).toBe(`${'['.repeat(90)}{"%json":"[[1]]"}${']'.repeat(90)}`);
});

it('A document reads back as JSON would, whatever the value is.', () => {
  const sign = fc.oneof(
    fc.constantFrom('%', '$', '.', '_', 'u', 'D800', '25', '0', 'json', '\0', '\ud800', '\udc00'),
    fc.string({ unit: 'binary' }),
  );
  const text = fc.array(sign, { maxLength: 6 }).map((signs) => signs.join(''));
  const value = fc.object({ key: text, values: [text, fc.double(), fc.boolean()], maxDepth: 3 });
  const property = fc.property(value, (any) => {
    expect(JSON.stringify(fromDocument(overTheWire(toDocument(any))))).toBe(JSON.stringify(any));
  });
  fc.assert(property, { numRuns: 200 });
});

it('A case is at most a tenth larger as a document than as JSON, so that a full one fits.', () => {
  const cases = SAMPLE['case']?.documents ?? [];
  expect(cases.length).toBeGreaterThan(10);
  for (const { body } of cases) {
    const size = BSON.calculateObjectSize({ value: toDocument(JSON.parse(body)) });
    expect(size / Buffer.byteLength(body)).toBeLessThan(1.1);
  }
});

it('Whole numbers that a person typed as another type are numbers as long as they are exact.', () => {
  const stored = { int: new BSON.Int32(7), double: new BSON.Double(7), long: BSON.Long.fromNumber(2 ** 40) };
  expect(fromDocument(overTheWire(stored))).toEqual({ int: 7, double: 7, long: 2 ** 40 });
});

it.each([
  ['a date', new Date(0)],
  ['an object id', new BSON.ObjectId()],
  ['bytes', new BSON.Binary(Buffer.from('x'))],
  ['a whole number that is not exact', BSON.Long.MAX_VALUE],
  ['a decimal number', BSON.Decimal128.fromString('1.5')],
  ['a pattern', /a/],
  ['a timestamp', new BSON.Timestamp({ t: 1, i: 1 })],
  ['a reference to another document', { $ref: 'case', $id: 'CS0000001' }],
  ['no number', NaN],
  ['broken JSON text', { '%json': '{"a":' }],
])('A document with %s in it, which can only be written by hand, is not read.', (_what, stored) => {
  expect(() => fromDocument(overTheWire({ list: [stored] }))).toThrow();
});

it('A name that can only be written by hand changes no prototype.', () => {
  const stored: unknown = JSON.parse('{"__proto__":{"a":1}}');
  const read = fromDocument(stored);
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  expect(JSON.stringify(read)).toBe('{"__proto__":{"a":1}}');
});
