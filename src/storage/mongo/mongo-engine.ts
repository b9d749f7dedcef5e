import { MongoClient, type MongoClientOptions } from 'mongodb';
import { StorageFault } from '../faults';
import { prepareCollection } from './mongo-schema';
import { MongoStore } from './mongo-store';
import type { Engine, RecordKind, Store } from '../store';
import { UnreadableRecords } from '../unreadable/unreadable-records';

const ALWAYS: MongoClientOptions = {
  appName: 'casekeeper',
  writeConcern: { w: 'majority' },
  // A change is decided from what was last written: never from a secondary, whatever the connection string says.
  readPreference: 'primary',
};

/** In milliseconds; the connection string can set each otherwise. */
const TIMEOUTS = {
  connectTimeoutMS: 5_000,
  serverSelectionTimeoutMS: 5_000,
  socketTimeoutMS: 20_000,
  waitQueueTimeoutMS: 10_000,
} as const satisfies MongoClientOptions;

const NAMED_DATABASE = /^mongodb(?:\+srv)?:\/\/[^/]+\/[^?]/i;

/**
 * Opens the engine on the server that the connection string names; its database, or `casekeeper` where it names none.
 * Throws a `StorageFault` where the string is not one or nobody answers; the string itself is in no message.
 */
export async function openMongo(uri: string): Promise<Engine> {
  const client = clientOf(uri);
  const db = NAMED_DATABASE.test(uri) ? client.db() : client.db('casekeeper');
  const ping = async (): Promise<void> => {
    await db.command({ ping: 1 });
  };
  try {
    await client.connect();
    await ping();
  } catch (cause) {
    await client.close();
    throw new StorageFault('unreachable', 'The database that MONGODB_URI names does not answer.', { cause });
  }
  const unreadable = new UnreadableRecords();
  return {
    name: 'mongodb',
    unreadable,
    store: async <T>(kind: RecordKind<T>): Promise<Store<T>> =>
      new MongoStore(
        await prepareCollection(db, kind, (record) => unreadable.meet(record)),
        kind,
        unreadable,
      ),
    ping,
    close: () => client.close(),
  };
}

function clientOf(uri: string): MongoClient {
  try {
    // The driver would let what it is given here win over the connection string.
    const unnamed = Object.entries(TIMEOUTS).filter(([name]) => !new RegExp(`[?&]${name}=`, 'i').test(uri));
    return new MongoClient(uri, { ...ALWAYS, ...Object.fromEntries(unnamed) });
  } catch (cause) {
    throw new StorageFault('bad-uri', 'MONGODB_URI is not a MongoDB connection string.', { cause });
  }
}
