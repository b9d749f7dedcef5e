import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { copyFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { openEngine } from '../../../src/storage/open-engine';
import { lockDataDir } from '../../../src/storage/sqlite/sqlite-lock';
import { kindNamed } from '../engine-under-test';
import { removeDir, tempDir } from '../temp-dir';

describe('A lock file deleted under a running bot', () => {
  let dir: string;
  let lockFile: string;
  let database: string;
  beforeEach(() => {
    dir = tempDir();
    lockFile = join(dir, 'casekeeper.lock.db');
    database = join(dir, 'casekeeper.db');
  });
  afterEach(() => removeDir(dir));

  /** Another process that works on the directory as a bot does: the lock held, the database open. */
  async function otherBot(): Promise<ChildProcess> {
    const script = `
      const Database = require('libsql');
      const [, lockFile, database] = process.argv;
      const holder = new Database(lockFile);
      holder.exec('BEGIN EXCLUSIVE');
      const db = new Database(database);
      db.exec('PRAGMA journal_mode = WAL');
      db.exec('CREATE TABLE IF NOT EXISTS held (id TEXT)');
      console.log('held');
      process.stdin.resume();
      process.stdin.on('end', () => console.log(holder.open, db.open));`;
    const child = spawn(process.execPath, ['-e', script, lockFile, database], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    return child;
  }
  async function killed(child: ChildProcess): Promise<void> {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  it('lets no second bot in, however often it tries, and lets one in once the first is killed', async () => {
    await (await openEngine({ dataDir: dir })).close();
    const other = await otherBot();
    try {
      rmSync(lockFile);
      for (let tries = 0; tries < 2; tries++)
        await expect(openEngine({ dataDir: dir })).rejects.toMatchObject({ reason: 'in-use' });
      // An empty file in its place is none of ours either.
      writeFileSync(lockFile, '');
      await expect(openEngine({ dataDir: dir })).rejects.toThrow('Another Casekeeper is running');
    } finally {
      await killed(other);
    }
    await (await openEngine({ dataDir: dir })).close();
  });

  it('lets no second engine in the same process in', async () => {
    const first = await openEngine({ dataDir: dir });
    rmSync(lockFile);
    await expect(openEngine({ dataDir: dir })).rejects.toMatchObject({ reason: 'in-use' });
    const store = await first.store(kindNamed('goes'));
    expect(await store.insert('on', {})).toMatchObject({ ok: true });
    await first.close();
  });

  it('ends a start in progress if another file has taken its place', () => {
    const lock = lockDataDir(dir, database);
    copyFileSync(lockFile, join(dir, 'other'));
    rmSync(lockFile);
    copyFileSync(join(dir, 'other'), lockFile);
    expect(() => lock.confirm()).toThrow('Another Casekeeper is running');
    const next = lockDataDir(dir, database);
    rmSync(lockFile);
    expect(() => next.confirm()).toThrow('Another Casekeeper is running');
  });

  it("doesn't affect a confirmed lock: a process that only reads the database keeps no one out", async () => {
    await (await openEngine({ dataDir: dir })).close();
    expect(statSync(lockFile).size).toBeGreaterThan(0);
    const reader = new Database(database, { readonly: true });
    reader.exec('BEGIN');
    const engine = await openEngine({ dataDir: dir });
    const store = await engine.store(kindNamed('read'));
    await store.insert('a', {});
    await engine.close();
    reader.close();
  });
});
