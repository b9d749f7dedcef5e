import { join } from 'node:path';
import { SqliteDatabase } from '../../../src/storage/sqlite/sqlite-database';
import { SqliteStore } from '../../../src/storage/sqlite/sqlite-store';
import type { RecordKind } from '../../../src/storage/store';
import { removeDir, tempDir } from '../temp-dir';

const NORMAL = 1;
const FULL = 2;

describe('A transaction', () => {
  let dir: string;
  let db: SqliteDatabase;
  beforeEach(() => {
    dir = tempDir();
    db = new SqliteDatabase(join(dir, 'casekeeper.db'));
  });
  afterEach(() => {
    db.close();
    removeDir(dir);
  });

  const waitsFor = (): number => Number(db.get('PRAGMA synchronous')?.['synchronous']);

  it('waits for the disk', async () => {
    expect(await db.write(waitsFor)).toBe(FULL);
  });

  it("doesn't wait if everything it writes needs only its order", async () => {
    expect(await Promise.all([1, 2].map(() => db.write(waitsFor, { inOrder: true })))).toEqual([
      NORMAL,
      NORMAL,
    ]);
  });

  it("waits for the disk if anything in it must be durable, and again after one that didn't wait", async () => {
    const together = [db.write(waitsFor, { inOrder: true }), db.write(waitsFor)];
    expect(await Promise.all(together)).toEqual([FULL, FULL]);
    expect(await db.write(waitsFor, { inOrder: true })).toBe(NORMAL);
    expect(await db.write(waitsFor)).toBe(FULL);
  });

  it.each([
    ['its order for a kind that is made anew from others', { derived: true }, NORMAL],
    ['the disk for any other', {}, FULL],
  ] as const)('waits for %s', async (_, how, expected) => {
    let seen = 0;
    const kind: RecordKind<object> = {
      ...{ name: 'thing', fields: {}, indexes: [], ...how },
      indexed: () => {
        seen = waitsFor();
        return {};
      },
    };
    const store = new SqliteStore(db, kind);
    await store.insert('one', {});
    expect(seen).toBe(expected);
    seen = 0;
    await store.replace('one', 1, { a: 1 });
    expect(seen).toBe(expected);
  });
});
