import { randomUUID } from 'node:crypto';
import { Binary, MongoClient } from 'mongodb';
import { openEngine } from '../../src/storage/open-engine';
import type { EngineUnderTest } from '../storage/engine-under-test';

interface RawRecord {
  readonly _id: string;
  readonly value?: unknown;
  readonly body?: string;
}

/** The JSON text of a stored value; bytes stand for what is no JSON, and are given as they are. */
const textOf = ({ value, body = '' }: RawRecord): string => {
  if (value instanceof Binary) return value.toString('utf8');
  return value === undefined ? body : JSON.stringify(value);
};

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return new Binary(Buffer.from(text));
  }
}

/** A database of its own on the server that MONGODB_URI names, gone when the suite ends. */
export function mongoUnderTest(): EngineUnderTest {
  const server = process.env['MONGODB_URI'];
  if (server === undefined || server === '')
    throw new Error(
      'MONGODB_URI is not set: it names the server that these tests run on. Or use .ci/mongo/run.sh.',
    );
  const uri = new URL(server);
  uri.pathname = `/casekeeper-test-${randomUUID()}`;
  return {
    open: () => openEngine({ mongodbUri: uri.href, dataDir: '' }),
    bodies: async (kind) => {
      const client = new MongoClient(uri.href);
      const found = await client.db().collection<RawRecord>(kind).find({}).sort({ _id: 1 }).toArray();
      await client.close();
      return new Map(found.map((record) => [record._id, textOf(record)]));
    },
    damage: async (kind, id, body) => {
      const client = new MongoClient(uri.href);
      const records = client.db().collection<RawRecord>(kind);
      const { matchedCount } = await records.updateOne({ _id: id }, { $set: { value: valueOf(body) } });
      await client.close();
      if (matchedCount !== 1) throw new Error(`there is no ${kind} ${id} to damage`);
    },
    drop: async () => {
      const client = new MongoClient(uri.href);
      await client.db().dropDatabase();
      await client.close();
    },
  };
}
