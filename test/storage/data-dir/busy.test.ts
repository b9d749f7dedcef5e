import { join } from 'node:path';
import Database from 'libsql';
import { StoreBusy } from '../../../src/ports/store-busy';
import { SqliteDatabase } from '../../../src/storage/sqlite/sqlite-database';
import { SqliteStore } from '../../../src/storage/sqlite/sqlite-store';
import { kindNamed } from '../engine-under-test';
import type { Item } from '../engine-under-test';
import { removeDir, tempDir } from '../temp-dir';

describe('A database that another program has locked', () => {
  let dir: string;
  let other: Database.Database;
  let db: SqliteDatabase;
  let store: SqliteStore<Item>;
  let now: number;
  let timers: (() => void)[];
  beforeEach(() => {
    dir = tempDir();
    now = 0;
    timers = [];
    const file = join(dir, 'casekeeper.db');
    const later = (ms: number, run: () => void): void => {
      timers.push(() => {
        now += ms;
        run();
      });
    };
    db = new SqliteDatabase(file, { waits: { now: () => now, later } });
    store = new SqliteStore(db, kindNamed('kept'));
    other = new Database(file);
  });
  afterEach(() => {
    other.close();
    db.close();
    removeDir(dir);
  });

  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  /** Lets the process come to rest, and each timer that waits then run once. */
  async function pass(): Promise<void> {
    await turn();
    for (const run of timers.splice(0)) run();
    await turn();
  }

  it('is tried again between turns of the event loop, and accepts the write once it is free', async () => {
    other.exec('BEGIN IMMEDIATE');
    let answered = false;
    const written = store.insert('a', { color: 'red' }).finally(() => (answered = true));
    await pass();
    // Reads go on, and so does everything else of the process.
    expect(await store.get('a')).toBeUndefined();
    const second = store.insert('b', {});
    await pass();
    expect(answered).toBe(false);
    other.exec('ROLLBACK');
    await pass();
    expect(await written).toMatchObject({ ok: true });
    expect(await second).toMatchObject({ ok: true });
    expect(now).toBeLessThan(200);
  });

  it('is given up on after two seconds with its own fault, and nothing is written', async () => {
    other.exec('BEGIN IMMEDIATE');
    const failed = store.insert('a', {}).catch((error: unknown) => error);
    while (now < 1_900) await pass();
    const late = store.insert('b', {});
    while (now < 2_000) await pass();
    await pass();
    expect(await failed).toBeInstanceOf(StoreBusy);
    other.exec('ROLLBACK');
    await pass();
    expect(await late).toMatchObject({ ok: true });
    expect(await store.get('a')).toBeUndefined();
  });

  it('is waited for by a read in the same way', async () => {
    other.exec('BEGIN IMMEDIATE');
    const busy = (): number => db.run('BEGIN IMMEDIATE');
    const failed = db.read(busy).catch((error: unknown) => error);
    while (now < 2_000) await pass();
    await pass();
    expect(await failed).toBeInstanceOf(StoreBusy);
    const done = db.read(busy);
    await pass();
    other.exec('ROLLBACK');
    await pass();
    await done;
    db.run('ROLLBACK');
  });
});
