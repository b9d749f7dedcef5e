import Database, { SqliteError } from 'libsql';
import { join } from 'node:path';
import { StorageFault } from './faults';

/**
 * Holds the data directory for this process. The lock is a transaction that is never committed on a file of its own:
 * the operating system ends it with the process, however that ends, so no stale file can keep anyone out.
 * Throws a `StorageFault` where another process holds it. Answers how to give it back.
 */
export function lockDataDir(dataDir: string): () => void {
  const holder = opened(join(dataDir, 'casekeeper.lock.db'));
  try {
    holder.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    holder.close();
    const held = cause instanceof SqliteError && cause.code === 'SQLITE_BUSY';
    if (!held) throw new StorageFault('data-dir', `The lock in ${dataDir} cannot be taken.`, { cause });
    throw new StorageFault(
      'in-use',
      `Another Casekeeper is running on the data directory ${dataDir}. One SQLite file serves one process: ` +
        'stop the other, set DATA_DIR to another directory, or set MONGODB_URI to share a database.',
      { cause },
    );
  }
  return () => {
    holder.exec('ROLLBACK');
    holder.close();
  };
}

function opened(file: string): Database.Database {
  try {
    return new Database(file);
  } catch (cause) {
    throw new StorageFault('data-dir', `The lock ${file} cannot be opened.`, { cause });
  }
}
