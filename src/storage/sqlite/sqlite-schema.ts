import { UnreadableRecord } from '../../ports/unreadable-record';
import { checkKind, fingerprintOf } from '../check-kind';
import { StorageFault } from '../faults';
import { indexedOf, wordsOf } from '../index-value';
import { quoted, type Bound, type Row, type SqliteDatabase } from './sqlite-database';
import type { IndexValue, RecordKind } from '../store';
import { readRecord } from '../unreadable/read-record';

const PAGE = 500;
const KINDS =
  'CREATE TABLE IF NOT EXISTS casekeeper_kinds (name TEXT PRIMARY KEY, fingerprint TEXT NOT NULL)';

export const tableOf = (kind: string): string => quoted(kind);
export const wordsTableOf = (kind: string): string => quoted(`${kind}_words`);
export const indexNameOf = (kind: string, index: string): string => `${kind}_${index}`;

/** An index value as a column holds it: nothing is NULL, which no unique index minds; a boolean is 0 or 1. */
export const columnValue = (value: IndexValue | undefined): Bound =>
  value === undefined ? null : typeof value === 'boolean' ? Number(value) : value;

/** The columns that are derived from a value: its fields in declared order, then its words as a JSON list. */
export function derivedColumns<T>(kind: RecordKind<T>, value: T): readonly Bound[] {
  const words = kind.words === undefined ? [] : [JSON.stringify(wordsOf(kind, value))];
  return [...indexedOf(kind, value).map(columnValue), ...words];
}

export const derivedNames = <T>(kind: RecordKind<T>): readonly string[] => [
  ...Object.keys(kind.fields),
  ...(kind.words === undefined ? [] : ['words']),
];

/**
 * Brings the tables of a kind to its declaration: made where missing, grown and indexed again where it changed. A record that
 * cannot be read keeps what it is found by and is told to `unreadable`.
 */
export function prepareTables<T>(
  db: SqliteDatabase,
  kind: RecordKind<T>,
  unreadable: (record: UnreadableRecord) => void,
): void {
  checkKind(kind);
  const fingerprint = fingerprintOf(kind);
  db.exec(KINDS);
  const known = db.get('SELECT fingerprint FROM casekeeper_kinds WHERE name = ?', [kind.name]);
  if (known?.['fingerprint'] === fingerprint) return;
  db.transaction(() => {
    makeTables(db, kind);
    dropIndexes(db, kind);
    if (known !== undefined) deriveAnew(db, kind, unreadable);
    makeIndexes(db, kind);
    db.run('INSERT OR REPLACE INTO casekeeper_kinds VALUES (?, ?)', [kind.name, fingerprint]);
  });
}

/** Makes the tables of a kind for a fill: what is looked up by is made by `finishTables`, once all is written. */
export function beginTables<T>(db: SqliteDatabase, kind: RecordKind<T>): void {
  checkKind(kind);
  db.exec(KINDS);
  makeTables(db, kind);
}

/** Makes the words and the indexes of a kind that was filled: at one go and in order, which is many times quicker. */
export function finishTables<T>(db: SqliteDatabase, kind: RecordKind<T>): void {
  db.transaction(() => {
    if (kind.words !== undefined)
      db.exec(
        `INSERT INTO ${wordsTableOf(kind.name)} SELECT word.value, record.id FROM ${tableOf(kind.name)} AS record, ` +
          'json_each(record.words) AS word ORDER BY 1, 2',
      );
    makeIndexes(db, kind);
    db.run('INSERT INTO casekeeper_kinds VALUES (?, ?)', [kind.name, fingerprintOf(kind)]);
  });
}

function makeTables<T>(db: SqliteDatabase, kind: RecordKind<T>): void {
  const table = tableOf(kind.name);
  db.exec(
    `CREATE TABLE IF NOT EXISTS ${table} (id TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL)`,
  );
  const there = new Set(
    db.all(`SELECT name FROM pragma_table_info('${kind.name}')`).map((row) => row['name']),
  );
  for (const name of derivedNames(kind))
    if (!there.has(name)) db.exec(`ALTER TABLE ${table} ADD COLUMN ${quoted(name)}`);
  if (kind.words !== undefined)
    db.exec(
      `CREATE TABLE IF NOT EXISTS ${wordsTableOf(kind.name)} ` +
        '(word TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (word, id)) WITHOUT ROWID',
    );
}

function dropIndexes<T>(db: SqliteDatabase, kind: RecordKind<T>): void {
  const indexes = db.all(
    "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL",
    [kind.name],
  );
  for (const { name } of indexes) db.exec(`DROP INDEX ${quoted(String(name))}`);
}

function makeIndexes<T>(db: SqliteDatabase, kind: RecordKind<T>): void {
  for (const index of kind.indexes) {
    // The id ends each plain index, so that ties come in the order of ids without a sort.
    const columns = [...index.fields, ...(index.unique === true ? [] : ['id'])].map(quoted).join(', ');
    const name = quoted(indexNameOf(kind.name, index.name));
    try {
      db.exec(
        `CREATE ${index.unique === true ? 'UNIQUE ' : ''}INDEX ${name} ON ${tableOf(kind.name)} (${columns})`,
      );
    } catch (cause) {
      const message = `The index ${index.name} of ${kind.name} cannot be made: records that are there break it.`;
      throw new StorageFault('schema', message, { cause });
    }
  }
}

function deriveAnew<T>(
  db: SqliteDatabase,
  kind: RecordKind<T>,
  unreadable: (record: UnreadableRecord) => void,
): void {
  const table = tableOf(kind.name);
  const names = derivedNames(kind);
  const update = `UPDATE ${table} SET ${names.map((name) => `${quoted(name)} = ?`).join(', ')} WHERE id = ?`;
  let last: Row | undefined;
  do {
    const page = db.all(`SELECT id, version, body FROM ${table} WHERE id > ? ORDER BY id LIMIT ${PAGE}`, [
      last?.['id'] ?? '',
    ]);
    for (const row of page) {
      const id = String(row['id']);
      const read = readRecord(kind, { id, version: Number(row['version']), body: String(row['body']) });
      if (read instanceof UnreadableRecord) {
        unreadable(read);
        continue;
      }
      if (names.length > 0) db.run(update, [...derivedColumns(kind, read.value), id]);
      if (kind.words === undefined) continue;
      db.run(`DELETE FROM ${wordsTableOf(kind.name)} WHERE id = ?`, [id]);
      addWords(db, kind.name, id, JSON.stringify(wordsOf(kind, read.value)));
    }
    last = page.at(-1);
  } while (last !== undefined);
}

/** Enters a record's words, given as a JSON list, those that are there already left as they are. */
export function addWords(db: SqliteDatabase, kind: string, id: string, words: string): void {
  db.run(`INSERT OR IGNORE INTO ${wordsTableOf(kind)} SELECT value, ? FROM json_each(?)`, [id, words]);
}

/** Takes those words of the first JSON list out that are not in the second. */
export function dropWords(db: SqliteDatabase, kind: string, id: string, words: string, but = '[]'): void {
  db.run(
    `DELETE FROM ${wordsTableOf(kind)} WHERE id = ? AND word IN ` +
      '(SELECT value FROM json_each(?) EXCEPT SELECT value FROM json_each(?))',
    [id, words, but],
  );
}
