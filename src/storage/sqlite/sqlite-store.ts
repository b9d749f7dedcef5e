import { SqliteError } from 'libsql';
import { checkLimit, checkQuery, checkWhere } from '../check-query';
import { UnreadableRecord } from '../../ports/unreadable-record';
import { assertId, isWholeId, keyText, wordsOf } from '../index-value';
import { quoted, type Row, type SqliteDatabase, type WriteHow } from './sqlite-database';
import { countSql, findSql, searchSql } from './sqlite-query';
import {
  addWords,
  beginTables,
  derivedColumns,
  derivedNames,
  dropWords,
  prepareTables,
  tableOf,
} from './sqlite-schema';
import type { Query, RecordKind, Store, Stored, Where, Written } from '../store';
import { Page } from '../unreadable/page';
import { readRecord } from '../unreadable/read-record';
import { searched } from '../unreadable/searched';
import { UnreadableRecords } from '../unreadable/unreadable-records';

/**
 * One kind of record in SQLite. Reads are synchronous behind their promises; writes are gathered into one transaction a
 * turn of the event loop, and answered when it is durable; those of a derived kind when they are in their order.
 */
export class SqliteStore<T> implements Store<T> {
  readonly #table: string;
  readonly #insert: string;
  readonly #derived: readonly string[];
  readonly #current: string;
  readonly #how: WriteHow;

  constructor(
    private readonly db: SqliteDatabase,
    private readonly kind: RecordKind<T>,
    /** In a fill nothing can be looked up by words yet. */
    private readonly filling = false,
    private readonly unreadable = new UnreadableRecords(),
  ) {
    if (filling) beginTables(db, kind);
    else prepareTables(db, kind, (record) => unreadable.meet(record));
    unreadable.readsBy(kind.name, async (id) => (await this.get(id)) !== undefined);
    // A record with words is written in several statements.
    this.#how = { several: kind.words !== undefined, inOrder: kind.derived === true };
    this.#table = tableOf(kind.name);
    this.#derived = derivedNames(kind);
    const columns = ['id', 'version', 'body', ...this.#derived.map(quoted)];
    const marks = ', ?'.repeat(this.#derived.length);
    this.#insert = `INSERT INTO ${this.#table} (${columns.join(', ')}) VALUES (?, 1, ?${marks})`;
    const current = ['id', ...this.#derived.map(quoted)].join(', ');
    this.#current = `SELECT ${current} FROM ${this.#table} WHERE id = ? AND version = ?`;
  }

  get(id: string): Promise<Stored<T> | undefined> {
    return this.db.read(() => {
      if (!isWholeId(id)) return undefined;
      const row = this.db.get(`SELECT id, version, body FROM ${this.#table} WHERE id = ?`, [id]);
      if (row === undefined) return undefined;
      const read = readRecord(this.kind, rowOf(row));
      if (!(read instanceof UnreadableRecord)) return read;
      this.#meet([read]);
      if (this.kind.derived === true) return undefined;
      throw read;
    });
  }

  insert(id: string, value: T): Promise<Written<T>> {
    return this.db.write(() => {
      assertId(this.kind.name, id);
      const body = JSON.stringify(value);
      return this.#written(true, id, () => {
        this.db.run(this.#insert, [id, body, ...derivedColumns(this.kind, value)]);
        if (this.kind.words !== undefined && !this.filling)
          addWords(this.db, this.kind.name, id, JSON.stringify(wordsOf(this.kind, value)));
        return { ok: true, record: { id, version: 1, value } };
      });
    }, this.#how);
  }

  replace(id: string, expectedVersion: number, value: T): Promise<Written<T>> {
    return this.db.write(() => {
      return this.#written(false, id, () => {
        const changed = this.#update(id, expectedVersion, value);
        if (changed === 0) return { ok: false, why: 'conflict' };
        return { ok: true, record: { id, version: expectedVersion + 1, value } };
      });
    }, this.#how);
  }

  remove(id: string, expectedVersion: number): Promise<boolean> {
    return this.db.write(() => {
      const before = isWholeId(id) ? this.db.get(this.#current, [id, expectedVersion]) : undefined;
      if (before === undefined) return false;
      this.db.run(`DELETE FROM ${this.#table} WHERE id = ?`, [id]);
      if (this.kind.words !== undefined) dropWords(this.db, this.kind.name, id, String(before['words']));
      return true;
    }, this.#how);
  }

  find(query: Query): Promise<readonly Stored<T>[]> {
    return this.db.read(() => {
      const page = new Page(this.kind, checkQuery(this.kind, query));
      for (let asked = page.ask(); asked !== undefined; asked = page.ask()) {
        const { text, bound } = findSql(this.kind.name, asked);
        page.take(this.db.all(text, bound).map(pageRowOf));
      }
      this.#meet(page.unreadable);
      return page.found();
    });
  }

  count(where: Where): Promise<number> {
    return this.db.read(() => {
      const { text, bound } = countSql(this.kind.name, checkWhere(this.kind, where));
      return Number(this.db.get(text, bound)?.['number']);
    });
  }

  search(words: readonly string[], limit: number): Promise<readonly Stored<T>[]> {
    return this.db.read(() => {
      checkLimit(this.kind.name, limit);
      const beginnings = words.map(keyText).filter((word) => word !== '');
      if (this.kind.words === undefined || beginnings.length === 0) return [];
      for (let asked = limit; ;) {
        const { text, bound } = searchSql(this.kind.name, beginnings, asked);
        const rows = this.db.all(text, bound).map((row) => readRecord(this.kind, rowOf(row)));
        const { found, unreadable, askNext } = searched(rows, asked, limit);
        this.#meet(unreadable);
        if (askNext === undefined) return found;
        asked = askNext;
      }
    });
  }

  /** Notes what could not be read; of a derived kind it is gone before anything that is written from now on. */
  #meet(unreadable: readonly UnreadableRecord[]): void {
    for (const record of unreadable) {
      this.unreadable.meet(record);
      if (this.kind.derived === true) void this.remove(record.id, record.version).catch(() => undefined);
    }
  }

  /**
   * Sets those columns only that differ, so that no index is rewritten without need. Between the read and the write
   * nothing can come: the engine is synchronous and the file is this process's own.
   */
  #update(id: string, version: number, value: T): number {
    const before = this.db.get(this.#current, [id, version]);
    if (before === undefined) return 0;
    const now = derivedColumns(this.kind, value);
    const differing = this.#derived.flatMap((name, place) => {
      const column = now[place] ?? null;
      return column === before[name] ? [] : [{ name, column }];
    });
    const set = ['version', 'body', ...differing.map(({ name }) => name)].map(
      (name) => `${quoted(name)} = ?`,
    );
    const text = `UPDATE ${this.#table} SET ${set.join(', ')} WHERE id = ? AND version = ?`;
    const columns = differing.map(({ column }) => column);
    const changed = this.db.run(text, [version + 1, JSON.stringify(value), ...columns, id, version]);
    const words = differing.find(({ name }) => name === 'words')?.column;
    if (words !== undefined) {
      dropWords(this.db, this.kind.name, id, String(before['words']), String(words));
      addWords(this.db, this.kind.name, id, String(words));
    }
    return changed;
  }

  #written(inserting: boolean, id: string, write: () => Written<T>): Written<T> {
    try {
      return inserting || isWholeId(id) ? write() : { ok: false, why: 'conflict' };
    } catch (error) {
      const taken = uniqueColumns(error);
      if (taken === undefined) throw error;
      // SQLite may report either constraint first: a taken id is reported before a taken key.
      const there = this.db.get(`SELECT id FROM ${this.#table} WHERE id = ?`, [id]) !== undefined;
      if (inserting && there) return { ok: false, why: 'exists' };
      const index = this.kind.indexes.find(
        ({ unique, fields }) =>
          unique === true && fields.map((field) => `${this.kind.name}.${field}`).join() === taken.join(),
      );
      if (index === undefined) throw error;
      return { ok: false, why: 'duplicate', index: index.name };
    }
  }
}

/** The columns that a unique constraint's message names: "UNIQUE constraint failed: case.openPr". */
function uniqueColumns(error: unknown): readonly string[] | undefined {
  if (!(error instanceof SqliteError) || !/^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/.test(error.code))
    return undefined;
  return error.message.replace(/^.*failed: /, '').split(', ');
}

const rowOf = (row: Row) => ({
  id: String(row['id']),
  version: Number(row['version']),
  body: String(row['body']),
});
const pageRowOf = (row: Row) => ({ ...rowOf(row), sorted: row['sorted'] ?? '' });
