import { join } from 'node:path';
import { StorageFault } from '../faults';
import { makePrivate, prepareDataDir } from './private-files';
import { SqliteDatabase } from './sqlite-database';
import { lockDataDir } from './sqlite-lock';
import { SqliteStore } from './sqlite-store';
import type { Engine, RecordKind, Store } from '../store';
import { UnreadableRecords } from '../unreadable/unreadable-records';

/** The database's file in its directory. */
export const DATABASE_FILE = 'casekeeper.db';

/**
 * Opens the embedded engine in a directory, for this process alone.
 * Throws a `StorageFault` where the directory cannot be written or another process holds it.
 */
export function openSqlite(dataDir: string): Engine {
  prepareDataDir(dataDir);
  const file = join(dataDir, DATABASE_FILE);
  const lock = lockDataDir(dataDir, file);
  let db: SqliteDatabase;
  try {
    makePrivate(file);
    db = new SqliteDatabase(file);
  } catch (cause) {
    lock.release();
    throw new StorageFault('data-dir', `The database in ${dataDir} cannot be opened.`, { cause });
  }
  try {
    lock.confirm();
  } catch (error) {
    db.close();
    throw error;
  }
  let open = true;
  const unreadable = new UnreadableRecords();
  return {
    name: 'sqlite',
    unreadable,
    store: <T>(kind: RecordKind<T>): Promise<Store<T>> =>
      db.read(() => new SqliteStore(db, kind, false, unreadable)),
    ping: async () => {
      await db.read(() => db.get('SELECT 1'));
    },
    close: () =>
      new Promise((resolve) => {
        if (open) {
          open = false;
          try {
            db.close();
          } finally {
            lock.release();
          }
        }
        resolve();
      }),
  };
}
