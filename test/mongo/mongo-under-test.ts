import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { openEngine } from '../../src/storage/open-engine';
import type { EngineUnderTest } from '../storage/engine-under-test';

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
      const records = client.db().collection<{ _id: string; body: string }>(kind);
      const found = await records.find({}).sort({ _id: 1 }).toArray();
      await client.close();
      return new Map(found.map(({ _id, body }) => [_id, body]));
    },
    damage: async (kind, id, body) => {
      const client = new MongoClient(uri.href);
      const records = client.db().collection<{ _id: string; body: string }>(kind);
      const { matchedCount } = await records.updateOne({ _id: id }, { $set: { body } });
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
