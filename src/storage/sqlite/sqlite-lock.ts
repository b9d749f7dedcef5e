import Database from 'libsql';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { StorageFault } from '../faults';
import { makePrivate } from './private-files';
import { isBusy } from './sqlite-database';

/** A data directory that is held by this process. */
interface DataDirLock {
  /**
   * Called once the database is open. Throws a `StorageFault` where the lock's file was taken away or replaced in the meantime,
   * as another process may then hold another one.
   */
  confirm(): void;
  /** Releases the directory. Safe to call again. */
  release(): void;
}

/**
 * Holds the data directory for this process. The lock is a transaction that is never committed on a file of its own:
 * the operating system ends it with the process, however that ends, so no stale file can keep anyone out.
 *
 * A file that was deleted and made again locks nobody out on its own. So a file counts once it was confirmed, which writes
 * to it; under one that was not, the database itself is asked whether any process has it open.
 * Throws a `StorageFault` where another process holds the directory.
 */
export function lockDataDir(dataDir: string, databaseFile: string): DataDirLock {
  const file = join(dataDir, 'casekeeper.lock.db');
  makePrivate(file);
  const before = identityOf(file);
  const holder = opened(file);
  let held = true;
  const release = (): void => {
    if (!held) return;
    held = false;
    if (holder.inTransaction) holder.exec('ROLLBACK');
    holder.close();
  };
  const take = (): void => {
    try {
      holder.exec('BEGIN EXCLUSIVE');
    } catch (cause) {
      release();
      if (!isBusy(cause))
        throw new StorageFault('data-dir', `The lock in ${dataDir} cannot be taken.`, { cause });
      throw inUse(dataDir, cause);
    }
  };

  take();
  const isConfirmed = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;
  if (!isConfirmed && isOpenElsewhere(databaseFile)) {
    release();
    throw inUse(dataDir);
  }
  return {
    confirm: () => {
      if (identityOf(file) !== before) {
        release();
        throw inUse(dataDir);
      }
      if (isConfirmed) return;
      try {
        holder.exec('PRAGMA user_version = 1');
        holder.exec('COMMIT');
      } catch (cause) {
        release();
        throw new StorageFault('data-dir', `The lock in ${dataDir} cannot be written.`, { cause });
      }
      take();
    },
    release,
  };
}

const inUse = (dataDir: string, cause?: unknown): StorageFault =>
  new StorageFault(
    'in-use',
    `Another Casekeeper is running on the data directory ${dataDir}. Only one process can use a SQLite file: ` +
      'stop the other, set DATA_DIR to another directory, or set MONGODB_URI to share a database.',
    { cause },
  );

/** Which file stands at the path; another one, also of the same name, has another identity while the first is open. */
function identityOf(file: string): string {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? 'none' : `${found.dev}:${found.ino}`;
}

/**
 * Whether any process has the database open. Each connection keeps a shared lock on a database with a write-ahead log, so
 * that whoever asks for it alone is refused.
 */
function isOpenElsewhere(databaseFile: string): boolean {
  if ((statSync(databaseFile, { throwIfNoEntry: false })?.size ?? 0) === 0) return false;
  const asking = opened(databaseFile);
  try {
    asking.exec('PRAGMA busy_timeout = 1000');
    asking.exec('PRAGMA locking_mode = EXCLUSIVE');
    asking.exec('BEGIN EXCLUSIVE');
    asking.exec('ROLLBACK');
    return false;
  } catch (error) {
    // If it is not a database, opening it says so.
    return isBusy(error);
  } finally {
    asking.close();
  }
}

function opened(file: string): Database.Database {
  try {
    return new Database(file);
  } catch (cause) {
    throw new StorageFault('data-dir', `The lock ${file} cannot be opened.`, { cause });
  }
}
