import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { StorageFault } from './faults';
import { SqliteDatabase } from './sqlite-database';
import { lockDataDir } from './sqlite-lock';
import { SqliteStore } from './sqlite-store';
import type { Engine, RecordKind, Store } from './store';

/** The database's file in its directory. */
export const DATABASE_FILE = 'casekeeper.db';

/** Makes the directory where it is missing. Throws a `StorageFault` where it cannot be made or written. */
export function prepareDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    const { code = 'no code' } = cause as NodeJS.ErrnoException;
    const message = `The data directory ${dataDir} cannot be written (${code}). Set DATA_DIR to a directory that can.`;
    throw new StorageFault('data-dir', message, { cause });
  }
}

/**
 * Opens the embedded engine in a directory, for this process alone.
 * Throws a `StorageFault` where the directory cannot be written or another process holds it.
 */
export function openSqlite(dataDir: string): Engine {
  prepareDataDir(dataDir);
  const unlock = lockDataDir(dataDir);
  let db: SqliteDatabase;
  try {
    db = new SqliteDatabase(join(dataDir, DATABASE_FILE));
  } catch (cause) {
    unlock();
    throw new StorageFault('data-dir', `The database in ${dataDir} cannot be opened.`, { cause });
  }
  let open = true;
  return {
    name: 'sqlite',
    store: <T>(kind: RecordKind<T>): Promise<Store<T>> =>
      new Promise((resolve) => {
        resolve(new SqliteStore(db, kind));
      }),
    ping: () =>
      new Promise((resolve) => {
        db.get('SELECT 1');
        resolve();
      }),
    close: () =>
      new Promise((resolve) => {
        if (open) {
          open = false;
          try {
            db.close();
          } finally {
            unlock();
          }
        }
        resolve();
      }),
  };
}
