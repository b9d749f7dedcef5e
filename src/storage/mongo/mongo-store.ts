import { MongoServerError, type Collection } from 'mongodb';
import { UnreadableRecord } from '../../ports/unreadable-record';
import { checkLimit, checkQuery, checkWhere } from '../check-query';
import { assertId, isWholeId, keyText } from '../index-value';
import { findFilter, searchFilter, whereFilter } from './mongo-query';
import { documentOf, READ, rowOf, uniqueFieldOf, type MongoRecord } from './mongo-schema';
import type { IndexValue, Query, RecordKind, Store, Stored, Where, Written } from '../store';
import { Page } from '../unreadable/page';
import { readRecord } from '../unreadable/read-record';
import { searched } from '../unreadable/searched';
import type { UnreadableRecords } from '../unreadable/unreadable-records';

const DUPLICATE_KEY = 11000;

/** One kind of record in a MongoDB collection: single-document writes by id and version, nothing else. */
export class MongoStore<T> implements Store<T> {
  constructor(
    private readonly collection: Collection<MongoRecord>,
    private readonly kind: RecordKind<T>,
    private readonly unreadable: UnreadableRecords,
  ) {
    unreadable.readsBy(kind.name, async (id) => (await this.get(id)) !== undefined);
  }

  async get(id: string): Promise<Stored<T> | undefined> {
    if (!isWholeId(id)) return undefined;
    const found = await this.collection.findOne({ _id: { $eq: id } }, { projection: READ });
    if (found === null) return undefined;
    const read = readRecord(this.kind, rowOf(found));
    if (!(read instanceof UnreadableRecord)) return read;
    await this.#meet([read]);
    if (this.kind.derived === true) return undefined;
    throw read;
  }

  async insert(id: string, value: T): Promise<Written<T>> {
    assertId(this.kind.name, id);
    const document = documentOf(this.kind, id, 1, value);
    try {
      await this.collection.insertOne(document);
      return { ok: true, record: { id, version: 1, value } };
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      // The server may report either key first: a taken id is reported before a taken key.
      const holder = await this.collection.findOne({ _id: { $eq: id } }, { projection: { _id: 1 } });
      if (holder !== null) return { ok: false, why: 'exists' };
      return this.#duplicate(id, document, error);
    }
  }

  async replace(id: string, expectedVersion: number, value: T): Promise<Written<T>> {
    if (!isWholeId(id)) return { ok: false, why: 'conflict' };
    const version = expectedVersion + 1;
    const { _id, ...document } = documentOf(this.kind, id, version, value);
    try {
      const { matchedCount } = await this.collection.replaceOne(
        { _id: { $eq: _id }, version: { $eq: expectedVersion } },
        document,
      );
      if (matchedCount === 0) return { ok: false, why: 'conflict' };
      return { ok: true, record: { id, version, value } };
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      return this.#duplicate(id, document, error);
    }
  }

  async remove(id: string, expectedVersion: number): Promise<boolean> {
    if (!isWholeId(id)) return false;
    const { deletedCount } = await this.collection.deleteOne({
      _id: { $eq: id },
      version: { $eq: expectedVersion },
    });
    return deletedCount > 0;
  }

  async find(query: Query): Promise<readonly Stored<T>[]> {
    const plan = checkQuery(this.kind, query);
    const by = plan.sort?.field ?? '_id';
    const projection = { ...READ, [by]: 1 };
    const page = new Page(this.kind, plan);
    for (let asked = page.ask(); asked !== undefined; asked = page.ask()) {
      const { filter, sort } = findFilter(this.kind, asked);
      const found = this.collection.find(filter, { projection }).sort(sort).limit(asked.limit);
      page.take(
        (await found.toArray()).map((record) => ({ ...rowOf(record), sorted: record[by] as IndexValue })),
      );
    }
    await this.#meet(page.unreadable);
    return page.found();
  }

  async count(where: Where): Promise<number> {
    return this.collection.countDocuments(whereFilter(checkWhere(this.kind, where)));
  }

  async search(words: readonly string[], limit: number): Promise<readonly Stored<T>[]> {
    checkLimit(this.kind.name, limit);
    const beginnings = words.map(keyText).filter((word) => word !== '');
    if (this.kind.words === undefined || beginnings.length === 0) return [];
    for (let asked = limit; ;) {
      const cursor = this.collection
        .find(searchFilter(beginnings), { projection: READ })
        .sort({ _id: -1 })
        .limit(asked);
      const read = (await cursor.toArray()).map((record) => readRecord(this.kind, rowOf(record)));
      const { found, unreadable, askNext } = searched(read, asked, limit);
      await this.#meet(unreadable);
      if (askNext === undefined) return found;
      asked = askNext;
    }
  }

  /** Notes what could not be read; for a derived kind it is removed. */
  async #meet(unreadable: readonly UnreadableRecord[]): Promise<void> {
    for (const record of unreadable) {
      this.unreadable.meet(record);
      if (this.kind.derived === true) await this.remove(record.id, record.version);
    }
  }

  /** Names the unique index that a write ran into: by the message, which differs by server, else by who holds the key. */
  async #duplicate(
    id: string,
    document: Readonly<Record<string, unknown>>,
    error: MongoServerError,
  ): Promise<Written<T>> {
    const unique = this.kind.indexes.filter((index) => index.unique === true);
    const named = / index:? '?(?:\S*\$)?([\w-]+)/i.exec(error.message)?.[1];
    const known = unique.find(({ name }) => name === named);
    if (known !== undefined) return { ok: false, why: 'duplicate', index: known.name };
    for (const index of unique) {
      const field = uniqueFieldOf(index);
      const key = document[field];
      if (key === undefined) continue;
      const holder = await this.collection.findOne({ [field]: { $eq: key }, _id: { $ne: id } });
      if (holder !== null) return { ok: false, why: 'duplicate', index: index.name };
    }
    throw error;
  }
}

const isDuplicate = (error: unknown): error is MongoServerError =>
  error instanceof MongoServerError && error.code === DUPLICATE_KEY;
