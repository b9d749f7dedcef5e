import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { openEngine } from '../../src/storage/open-engine';
import { schemaVersionContract } from '../storage/versions/schema-version.contract';
import { SAMPLE, version1Contract } from '../storage/versions/version-1.contract';
import { mongoUnderTest } from './mongo-under-test';

schemaVersionContract('MongoDB', mongoUnderTest());

const uri = new URL(process.env['MONGODB_URI'] ?? 'mongodb://127.0.0.1:1');
uri.pathname = `/casekeeper-test-${randomUUID()}`;
const client = new MongoClient(uri.href);
afterAll(async () => {
  await client.db().dropDatabase();
  await client.close();
});

version1Contract('MongoDB', async () => {
  const db = client.db();
  for (const [name, { fingerprint, documents }] of Object.entries(SAMPLE)) {
    await db.collection<{ _id: string }>(name).insertMany([...documents]);
    await db.collection<{ _id: string }>('casekeeper_kinds').insertOne({ _id: name, fingerprint } as never);
  }
  return openEngine({ mongodbUri: uri.href, dataDir: '' });
});

it('A database of version 1 has documents in place of JSON text for records that were written again.', async () => {
  const notWritten = ['environment', 'linkSecret'];
  for (const [name, { documents }] of Object.entries(SAMPLE)) {
    const form = notWritten.includes(name) ? 'body' : 'value';
    const count = await client
      .db()
      .collection(name)
      .countDocuments({ [form]: { $exists: true } });
    expect([name, count]).toEqual([name, documents.length]);
  }
});
