import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StorageFault } from '../../../src/storage/faults';
import { SqliteDatabase } from '../../../src/storage/sqlite/sqlite-database';
import { makePrivate, prepareDataDir } from '../../../src/storage/sqlite/private-files';
import { DATABASE_FILE } from '../../../src/storage/sqlite/sqlite-engine';
import { lockDataDir } from '../../../src/storage/sqlite/sqlite-lock';
import { finishTables } from '../../../src/storage/sqlite/sqlite-schema';
import { SqliteStore } from '../../../src/storage/sqlite/sqlite-store';
import type { Engine, RecordKind, Store } from '../../../src/storage/store';
import { UnreadableRecords } from '../../../src/storage/unreadable/unreadable-records';

/** An engine for a new database that is filled with many records at once. */
export interface FillEngine extends Engine {
  /** A store that takes inserts alone: what its records are found by is made when the fill is finished. */
  filled<T>(kind: RecordKind<T>): Store<T>;
}

/**
 * Makes a new embedded database in a directory and fills it. Nothing waits for the disk, and the indexes come last: a
 * fill that is interrupted leaves a database that is not whole, and has to be begun anew in another directory.
 * `finishing` is told of each kind whose indexes are made. Throws a `StorageFault` where there is a database already.
 */
export async function fillSqlite(
  dataDir: string,
  work: (engine: FillEngine) => Promise<void>,
  finishing: (kind: string) => void,
): Promise<void> {
  prepareDataDir(dataDir);
  const file = join(dataDir, DATABASE_FILE);
  const lock = lockDataDir(dataDir, file);
  try {
    if (existsSync(file)) throw new StorageFault('data-dir', `There is a database in ${dataDir} already.`);
    makePrivate(file);
    const db = new SqliteDatabase(file, { filling: true });
    try {
      lock.confirm();
      const filled: RecordKind<unknown>[] = [];
      await work({
        name: 'sqlite',
        unreadable: new UnreadableRecords(),
        store: <T>(kind: RecordKind<T>) => Promise.resolve(new SqliteStore(db, kind)),
        filled: <T>(kind: RecordKind<T>) => {
          filled.push(kind);
          return new SqliteStore(db, kind, true);
        },
        ping: () => Promise.resolve(),
        close: () => Promise.resolve(),
      });
      db.flush();
      for (const kind of filled) {
        finishing(kind.name);
        finishTables(db, kind);
      }
      // Closing brings all of it to the disk.
      db.exec('PRAGMA synchronous = FULL');
    } finally {
      db.close();
    }
  } finally {
    lock.release();
  }
}
