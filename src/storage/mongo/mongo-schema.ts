import type { Collection, Db } from 'mongodb';
import { UnreadableRecord } from '../../ports/unreadable-record';
import { checkKind, fingerprintOf } from '../check-kind';
import { StorageFault } from '../faults';
import { indexedOf, wordsOf } from '../index-value';
import type { IndexValue, RecordKind } from '../store';
import { readRecord, type Row } from '../unreadable/read-record';
import { fromDocument, toDocument } from './document-value';

/**
 * A record as a document: its value, and beside it what it is found by, as top-level fields. No name clashes: those of the
 * value are below `value`, and no kind may declare a field with a name that stands here.
 */
export interface MongoRecord {
  readonly _id: string;
  readonly version: number;
  readonly value?: unknown;
  /** The value as JSON text, in a record that was last written before values were documents, or of a kind that is kept so. */
  readonly body?: string;
  readonly words?: readonly string[];
  readonly [field: string]: unknown;
}

/** The fields needed to read a record. */
export const READ = { _id: 1, version: 1, value: 1, body: 1 } as const;

/** A document as a record to be read. */
export function rowOf({ _id: id, version, value, body }: MongoRecord): Row {
  if (value === undefined) return { id, version, body: String(body) };
  return { id, version, body: { value: () => fromDocument(value), text: () => JSON.stringify(value) } };
}

const ID_INDEX = '_id_';
const WORDS_INDEX = 'words';

type DeclaredIndex = RecordKind<unknown>['indexes'][number];

/** Where the key of a unique index lies: a joined one for several fields, as a sparse index of several takes half keys. */
export const uniqueFieldOf = ({ name, fields: [field = '', ...more] }: DeclaredIndex): string =>
  more.length === 0 ? field : `unique:${name}`;

/** The document of a record. Fields that the record lacks are left out, so that sparse indexes pass it by. */
export function documentOf<T>(kind: RecordKind<T>, id: string, version: number, value: T): MongoRecord {
  const document: Record<string, unknown> = {};
  const names = Object.keys(kind.fields);
  const found = new Map<string, IndexValue>();
  indexedOf(kind, value).forEach((item, place) => {
    const name = names[place];
    if (item === undefined || name === undefined) return;
    document[name] = item;
    found.set(name, item);
  });
  for (const index of kind.indexes) {
    if (index.unique !== true || index.fields.length === 1) continue;
    if (index.fields.every((field) => found.has(field)))
      document[uniqueFieldOf(index)] = JSON.stringify(index.fields.map((field) => found.get(field)));
  }
  if (kind.words !== undefined) document['words'] = wordsOf(kind, value);
  const kept = kind.asText === true ? { body: JSON.stringify(value) } : { value: toDocument(value) };
  return { _id: id, version, ...kept, ...document };
}

interface WantedIndex {
  readonly name: string;
  readonly key: Readonly<Record<string, 1>>;
  readonly unique?: true;
  readonly sparse?: true;
}

function wantedIndexes<T>(kind: RecordKind<T>): readonly WantedIndex[] {
  const keyOf = (fields: readonly string[]): Record<string, 1> =>
    Object.fromEntries(fields.map((field) => [field, 1 as const]));
  const wanted = kind.indexes.flatMap((index): WantedIndex[] => {
    const { name, fields } = index;
    if (index.unique !== true) return [{ name, key: keyOf([...fields, '_id']) }];
    const only = { name, key: keyOf([uniqueFieldOf(index)]), unique: true, sparse: true } as const;
    return fields.length === 1 ? [only] : [only, { name: `${name}.fields`, key: keyOf([...fields, '_id']) }];
  });
  return kind.words === undefined ? wanted : [...wanted, { name: WORDS_INDEX, key: { words: 1 } }];
}

/**
 * Brings the collection of a kind to its declaration: indexes made and dropped, records indexed again where it changed. A record
 * that cannot be read keeps what it is found by and is told to `unreadable`.
 */
export async function prepareCollection<T>(
  db: Db,
  kind: RecordKind<T>,
  unreadable: (record: UnreadableRecord) => void,
): Promise<Collection<MongoRecord>> {
  checkKind(kind);
  const collection = db.collection<MongoRecord>(kind.name);
  const kinds = db.collection<{ _id: string; fingerprint: string }>('casekeeper_kinds');
  const fingerprint = fingerprintOf(kind);
  const known = await kinds.findOne({ _id: kind.name });
  if (known?.fingerprint === fingerprint) return collection;
  if (known !== null) {
    await dropOtherIndexes(collection, wantedIndexes(kind));
    await deriveAnew(collection, kind, unreadable);
  }
  await makeIndexes(collection, kind);
  await kinds.replaceOne({ _id: kind.name }, { fingerprint }, { upsert: true });
  return collection;
}

async function makeIndexes<T>(collection: Collection<MongoRecord>, kind: RecordKind<T>): Promise<void> {
  for (const { name, key, ...options } of wantedIndexes(kind)) {
    try {
      await collection.createIndex(key, { name, ...options }, {});
    } catch (cause) {
      const message = `The index ${name} of ${kind.name} cannot be made: records that are there may break it.`;
      throw new StorageFault('schema', message, { cause });
    }
  }
}

async function dropOtherIndexes(
  collection: Collection<MongoRecord>,
  wanted: readonly WantedIndex[],
): Promise<void> {
  const shape = (name: unknown, key: unknown, unique: unknown): string =>
    JSON.stringify([name, key, unique === true]);
  const kept = new Set(wanted.map(({ name, key, unique }) => shape(name, key, unique)));
  for (const { name, key, unique } of await collection.indexes())
    if (name !== undefined && name !== ID_INDEX && !kept.has(shape(name, key, unique)))
      await collection.dropIndex(name);
}

/** Writes each record's fields as the declaration now has them. One that changes in the meantime is written by who changes it. */
async function deriveAnew<T>(
  collection: Collection<MongoRecord>,
  kind: RecordKind<T>,
  unreadable: (record: UnreadableRecord) => void,
): Promise<void> {
  for await (const record of collection.find({}, { projection: READ }).sort({ _id: 1 })) {
    const read = readRecord(kind, rowOf(record));
    if (read instanceof UnreadableRecord) {
      unreadable(read);
      continue;
    }
    const { _id, ...document } = documentOf(kind, record._id, record.version, read.value);
    await collection.replaceOne({ _id, version: record.version }, document);
  }
}
