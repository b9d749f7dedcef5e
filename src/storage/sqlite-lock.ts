import Database from 'libsql';
import { join } from 'node:path';
import { StorageFault } from './faults';

/**
 * Holds the data directory for this process. The lock is a transaction that is never committed on a file of its own:
 * the operating system ends it with the process, however that ends, so no stale file can keep anyone out.
 * Throws a `StorageFault` where another process holds it. Answers how to give it back.
 */
export function lockDataDir(dataDir: string): () => void {
  const holder = new Database(join(dataDir, 'casekeeper.lock.db'));
  try {
    holder.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    holder.close();
    if (!(error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY')) throw error;
    throw new StorageFault(
      'in-use',
      `Another Casekeeper is running on the data directory ${dataDir}. One SQLite file serves one process: ` +
        'stop the other, set DATA_DIR to another directory, or set MONGODB_URI to share a database.',
      { cause: error },
    );
  }
  return () => {
    holder.exec('ROLLBACK');
    holder.close();
  };
}
