import { randomUUID } from 'node:crypto';
import { Binary, MongoClient } from 'mongodb';
import type { Collection } from 'mongodb';
import { z } from 'zod/v4';
import { openEngine } from '../../src/storage/open-engine';
import { migrate } from '../../src/storage/schema-version';
import type { Engine, RecordKind, Store } from '../../src/storage/store';
import { ids, kindNamed } from '../storage/engine-under-test';
import type { Item } from '../storage/engine-under-test';

type Raw = { readonly _id: string } & Readonly<Record<string, unknown>>;

describe('A record in MongoDB', () => {
  const uri = new URL(process.env['MONGODB_URI'] ?? 'mongodb://127.0.0.1:1');
  uri.pathname = `/casekeeper-test-${randomUUID()}`;
  const client = new MongoClient(uri.href);
  let engine: Engine;
  let kind: RecordKind<Item>;
  let store: Store<Item>;
  let raw: Collection<Raw>;
  let number = 0;

  beforeEach(async () => {
    engine = await openEngine({ mongodbUri: uri.href, dataDir: '' });
    kind = { ...kindNamed(`document${++number}`), shape: z.looseObject({ size: z.number().optional() }) };
    store = await engine.store(kind);
    raw = client.db().collection<Raw>(kind.name);
  });
  afterEach(() => engine.close());
  afterAll(async () => {
    await client.db().dropDatabase();
    await client.close();
  });

  /** As version 1 of the records had it: what it is found by, and the value as JSON text. */
  const insertOfVersion1 = (id: string, body: string) =>
    raw.insertOne({ color: 'red', words: ['pump'], _id: id, version: 3, body });

  it('is its value as a document, with its search fields beside it.', async () => {
    await store.insert('a', {
      color: 'red',
      size: 3,
      place: 'x',
      row: 1,
      words: ['pump'],
      rest: { at: [1.5] },
    });
    expect(await raw.findOne()).toEqual({
      _id: 'a',
      version: 1,
      value: { color: 'red', size: 3, place: 'x', row: 1, words: ['pump'], rest: { at: [1.5] } },
      color: 'red',
      size: 3,
      place: 'x',
      row: 1,
      'unique:seat': '["x",1]',
      words: ['pump'],
    });
  });

  it('can be queried by what is in its value, and keeps that when it is replaced.', async () => {
    await store.insert('a', { rest: { unit: { name: '1st' }, notes: ['one', 'two'] } });
    await store.insert('b', { rest: { unit: { name: '2nd' } } });
    await store.replace('b', 1, { rest: { unit: { name: '3rd' } } });
    const found = await raw.find({ 'value.rest.notes': 'two', 'value.rest.unit.name': '1st' }).toArray();
    expect(found.map(({ _id }) => _id)).toEqual(['a']);
    expect(await raw.countDocuments({ 'value.rest.unit.name': '3rd', version: 2 })).toBe(1);
  });

  it('of version 1 is read, found, and counted unchanged, and neither that nor the next start rewrites it.', async () => {
    await insertOfVersion1('a', '{"color":"red","rest":{"$a.b":null}}');
    const record = { id: 'a', version: 3, value: { color: 'red', rest: { '$a.b': null } } };
    expect(await store.get('a')).toEqual(record);
    expect(await store.find({ where: { color: 'red' }, limit: 1 })).toEqual([record]);
    expect(await store.search(['pu'], 1)).toEqual([record]);
    expect(await store.count({ color: 'red' })).toBe(1);
    await engine.store(kind);
    expect(await raw.findOne()).toHaveProperty('body');
  });

  it('of version 1 becomes a document when it is next written.', async () => {
    await insertOfVersion1('a', '{"color":"red"}');
    expect((await store.replace('a', 3, { color: 'blue' })).ok).toBe(true);
    expect(await raw.findOne()).toEqual({
      _id: 'a',
      version: 4,
      value: { color: 'blue' },
      color: 'blue',
      words: [],
    });
  });

  it('of either version is indexed again when its kind changed, and keeps its version.', async () => {
    await insertOfVersion1('a', '{"color":"red","size":1}');
    await store.insert('b', { color: 'red', size: 2 });
    const anew = await engine.store({ ...kind, revision: 1, words: () => ['new'] });
    expect(await ids(anew.search(['new'], 10))).toEqual(['b', 'a']);
    expect(await anew.get('a')).toEqual({ id: 'a', version: 3, value: { color: 'red', size: 1 } });
    expect((await anew.get('b'))?.version).toBe(1);
  });

  it.each([
    ['text of version 1 is broken', { body: '{"size": 3, "col' }, 'broken-json'],
    ['text of version 1 is no text', { body: 7 }, 'another-shape'],
    ['text of version 1 has another shape', { body: '{"size":"three"}' }, 'another-shape'],
    ['document has another shape', { value: { size: 'three' } }, 'another-shape'],
    ['document has a type that JSON lacks', { value: { size: 3, rest: new Date(0) } }, 'broken-json'],
    ['document is bytes', { value: new Binary(Buffer.from('x')) }, 'broken-json'],
    ['value is gone', {}, 'broken-json'],
  ])("whose %s can't be read, and has the same reference everywhere.", async (_what, damage, why) => {
    await raw.insertOne({ _id: 'a', version: 3, color: 'red', words: ['pump'], ...damage });
    await store.insert('b', { color: 'red', size: 1, words: ['pump'] });
    expect(await ids(store.find({ where: {}, limit: 10 }))).toEqual(['b']);
    expect(await ids(store.search(['pump'], 10))).toEqual(['b']);
    const [noted] = engine.unreadable.take();
    expect(noted).toMatchObject({ kind: kind.name, id: 'a', version: 3, why });
    const another = await openEngine({ mongodbUri: uri.href, dataDir: '' });
    const { reference } = noted ?? {};
    await expect((await another.store(kind)).get('a')).rejects.toMatchObject({ reference, why });
    await another.close();
    expect((await store.replace('a', 3, { color: 'red', size: 2 })).ok).toBe(true);
    expect(await engine.unreadable.look(kind.name, 'a')).toBe('readable');
  });

  it('with a different document has a different reference.', async () => {
    const referenceOf = async (id: string): Promise<unknown> => {
      const error: unknown = await store.get(id).catch((fault: unknown) => fault);
      return (error as { reference: string }).reference;
    };
    await raw.insertOne({ _id: 'a', version: 1, value: { size: 'three' } });
    const before = await referenceOf('a');
    await raw.updateOne({ _id: 'a' }, { $set: { value: { size: 'four' } } });
    expect(await referenceOf('a')).not.toBe(before);
  });

  it('for the version of the records is text that older programs can read, so that they refuse to start.', async () => {
    await migrate(engine);
    const schema = await client.db().collection<Raw>('schema').findOne();
    expect(schema).toEqual({ _id: 'this-store', version: 2, body: '{"version":2}' });
    await expect(migrate(engine, [])).rejects.toMatchObject({
      reason: 'version',
      message: expect.stringContaining(
        'its records have version 2, but this program supports only versions up to 1',
      ),
    });
  });
});
