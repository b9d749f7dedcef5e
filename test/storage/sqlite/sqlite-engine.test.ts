import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StorageFault } from '../../../src/storage/faults';
import { openEngine } from '../../../src/storage/open-engine';
import type { RecordKind } from '../../../src/storage/store';
import { removeDir, tempDir } from '../temp-dir';

/** Another process that holds the lock of a directory, as a running bot does. */
async function holderOf(dataDir: string): Promise<ChildProcess> {
  const script = `
    const Database = require('libsql');
    const holder = new Database(process.argv[1]);
    holder.exec('BEGIN EXCLUSIVE');
    console.log('held');
    process.stdin.resume();`;
  const child = spawn(process.execPath, ['-e', script, join(dataDir, 'casekeeper.lock.db')], {
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

describe('The data directory', () => {
  let dir: string;
  beforeEach(() => {
    dir = tempDir();
  });
  afterEach(() => removeDir(dir));

  it('is created if it is missing', async () => {
    const dataDir = join(dir, 'deep', 'down');
    const engine = await openEngine({ dataDir });
    await engine.close();
    expect(existsSync(join(dataDir, 'casekeeper.db'))).toBe(true);
  });

  it("that can't be created is named, with the setting that names it", async () => {
    writeFileSync(join(dir, 'file'), '');
    const dataDir = join(dir, 'file', 'data');
    const opening = openEngine({ dataDir });
    await expect(opening).rejects.toThrow(StorageFault);
    await expect(opening).rejects.toMatchObject({ reason: 'data-dir' });
    await expect(opening).rejects.toThrow(`${dataDir} cannot be written (ENOTDIR). Set DATA_DIR`);
  });

  it("whose lock can't be opened is named", async () => {
    mkdirSync(join(dir, 'casekeeper.lock.db'));
    await expect(openEngine({ dataDir: dir })).rejects.toMatchObject({ reason: 'data-dir' });
  });

  it("whose database isn't a database is reported and released", async () => {
    writeFileSync(join(dir, 'casekeeper.db'), 'this is no database, whatever its name says'.repeat(50));
    await expect(openEngine({ dataDir: dir })).rejects.toMatchObject({ reason: 'data-dir' });
    removeDir(join(dir, 'casekeeper.db'));
    await (await openEngine({ dataDir: dir })).close();
  });

  it('is refused to a second process with the reason and what to do', async () => {
    const other = await holderOf(dir);
    try {
      const opening = openEngine({ dataDir: dir });
      await expect(opening).rejects.toMatchObject({ name: 'StorageFault', reason: 'in-use' });
      await expect(opening).rejects.toThrow(`Another Casekeeper is running on the data directory ${dir}`);
    } finally {
      await killed(other);
    }
  });

  it('is free again once its process is killed, whatever files that left behind', async () => {
    await killed(await holderOf(dir));
    expect(existsSync(join(dir, 'casekeeper.lock.db'))).toBe(true);
    await (await openEngine({ dataDir: dir })).close();
  });

  it('is refused to a second engine in the same process, and free after the first is closed', async () => {
    const first = await openEngine({ dataDir: dir });
    await expect(openEngine({ dataDir: dir })).rejects.toMatchObject({ reason: 'in-use' });
    await first.close();
    await first.close();
    await (await openEngine({ dataDir: dir })).close();
  });
});

describe('The embedded engine', () => {
  const KIND: RecordKind<{ readonly name: string }> = {
    name: 'thing',
    fields: { name: 'string' },
    indexes: [{ name: 'name', fields: ['name'] }],
    indexed: ({ name }) => ({ name }),
  };

  it('sorts characters beyond the basic plane by bytes too', async () => {
    const dir = tempDir();
    const engine = await openEngine({ dataDir: dir });
    const store = await engine.store(KIND);
    for (const name of ['\u{1F600}', '\uFB01', 'z']) await store.insert(name, { name });
    const found = await store.find({ where: {}, sort: { field: 'name' }, limit: 10 });
    expect(found.map(({ id }) => id)).toEqual(['z', '\uFB01', '\u{1F600}']);
    await engine.close();
    removeDir(dir);
  });

  it('says which unique index the existing records would break', async () => {
    const dir = tempDir();
    let engine = await openEngine({ dataDir: dir });
    const store = await engine.store(KIND);
    for (const id of ['a', 'b']) await store.insert(id, { name: 'same' });
    await engine.close();
    engine = await openEngine({ dataDir: dir });
    const unique = { ...KIND, indexes: [{ name: 'name', fields: ['name'], unique: true }] };
    await expect(engine.store(unique)).rejects.toMatchObject({ reason: 'schema' });
    expect(await (await engine.store(KIND)).count({ name: 'same' })).toBe(2);
    await engine.close();
    removeDir(dir);
  });
});

describe('Writes in one turn of the event loop', () => {
  interface Tagged {
    readonly key: string;
    readonly text: string;
  }
  const TAGGED: RecordKind<Tagged> = {
    name: 'tagged',
    fields: { key: 'string' },
    indexes: [{ name: 'key', fields: ['key'], unique: true }],
    indexed: ({ key }) => ({ key }),
    words: ({ text }) => text.split(' '),
  };
  let dir: string;
  beforeEach(() => {
    dir = tempDir();
  });
  afterEach(() => removeDir(dir));

  it('are one transaction in which a refused write affects no other', async () => {
    const engine = await openEngine({ dataDir: dir });
    const store = await engine.store(TAGGED);
    const [first, refused, bad, last] = await Promise.allSettled([
      store.insert('1', { key: 'a', text: 'one' }),
      store.insert('2', { key: 'a', text: 'two' }),
      store.insert('', { key: 'b', text: 'nobody' }),
      store.insert('3', { key: 'c', text: 'three' }),
    ]);
    expect(first).toMatchObject({ value: { ok: true } });
    expect(refused).toMatchObject({ value: { ok: false, why: 'duplicate', index: 'key' } });
    expect(bad.status).toBe('rejected');
    expect(last).toMatchObject({ value: { ok: true } });
    expect(await store.search(['two'], 5)).toEqual([]);
    expect(await store.search(['three'], 5)).toHaveLength(1);
    await engine.close();
  });

  it('are durable even if the engine closes before their turn', async () => {
    const engine = await openEngine({ dataDir: dir });
    const store = await engine.store(TAGGED);
    const written = store.insert('1', { key: 'a', text: 'one' });
    await engine.close();
    expect(await written).toMatchObject({ ok: true });
    const again = await openEngine({ dataDir: dir });
    expect(await (await again.store(TAGGED)).get('1')).toMatchObject({ version: 1 });
    await again.close();
  });
});
