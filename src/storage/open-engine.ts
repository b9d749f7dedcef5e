import { openMongo } from './mongo/mongo-engine';
import { openSqlite } from './sqlite/sqlite-engine';
import type { Engine } from './store';
import { writeCheck } from './write-check';

/**
 * Opens MongoDB where a connection string is given, else SQLite in the data directory.
 * Throws a `StorageFault` that says why where it cannot.
 */
export async function openEngine(where: {
  readonly mongodbUri?: string;
  readonly dataDir: string;
}): Promise<Engine> {
  const { mongodbUri, dataDir } = where;
  const engine = mongodbUri === undefined ? openSqlite(dataDir) : await openMongo(mongodbUri);
  return { ...engine, ping: writeCheck(engine) };
}
