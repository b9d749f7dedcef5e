import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { openEngine } from '../../../src/storage/open-engine';
import { fillSqlite } from '../../../scripts/demo/fill/sqlite-fill';
import type { FillEngine } from '../../../scripts/demo/fill/sqlite-fill';
import type { RecordKind } from '../../../src/storage/store';
import { removeDir, tempDir } from '../../storage/temp-dir';

interface Thing {
  readonly name: string;
  readonly size: number;
  readonly tag?: string;
}
const derived = jest.fn();
const THING: RecordKind<Thing> = {
  name: 'thing',
  fields: { size: 'number', tag: 'string' },
  indexes: [
    { name: 'size', fields: ['size'] },
    { name: 'tag', fields: ['tag'], unique: true },
  ],
  indexed: ({ size, tag }) => {
    derived();
    return { size, tag };
  },
  words: ({ name }) => name.toLowerCase().split(' '),
};
const THINGS: readonly Thing[] = [
  { name: 'Fuel pump pump', size: 3, tag: 'a' },
  { name: 'Water pump', size: 1 },
  { name: 'Ankle strap', size: 2, tag: 'b' },
];

describe('A database that is filled at once', () => {
  const noted: string[] = [];
  let dir: string;
  beforeEach(() => {
    dir = tempDir();
    noted.length = 0;
  });
  afterEach(() => removeDir(dir));

  const filling = (things: readonly Thing[]) => (engine: FillEngine) => {
    const store = engine.filled(THING);
    return Promise.all(things.map((thing, nth) => store.insert(`t${nth}`, thing))).then(() => undefined);
  };
  const fill = (things = THINGS) => fillSqlite(dir, filling(things), (kind) => noted.push(kind));

  it('is the same as one written record by record', async () => {
    await fill();
    expect(noted).toEqual(['thing']);
    const other = join(dir, 'other');
    const engine = await openEngine({ dataDir: other });
    const store = await engine.store(THING);
    for (const [nth, thing] of THINGS.entries()) await store.insert(`t${nth}`, thing);
    await engine.close();
    const contentOf = (folder: string) => {
      const db = new Database(join(folder, 'casekeeper.db'), { readonly: true });
      const rows = ['sqlite_master', 'thing', 'thing_words', 'casekeeper_kinds'].map((table) =>
        db
          .prepare(`SELECT * FROM ${table} ORDER BY 1, 2`)
          .raw()
          .all()
          .map((row) => JSON.stringify(table === 'sqlite_master' ? (row as unknown[]).slice(0, 3) : row)),
      );
      db.close();
      return rows;
    };
    expect(contentOf(dir)).toEqual(contentOf(other));
  });

  it('opens like any other, with nothing to derive again', async () => {
    await fill();
    derived.mockClear();
    const engine = await openEngine({ dataDir: dir });
    const store = await engine.store(THING);
    expect(derived).not.toHaveBeenCalled();
    expect((await store.search(['pum'], 10)).map(({ id }) => id)).toEqual(['t1', 't0']);
    expect(await store.count({ size: { from: 2 } })).toBe(2);
    expect(await store.insert('t9', { name: 'x', size: 1, tag: 'a' })).toEqual({
      ...{ ok: false, why: 'duplicate', index: 'tag' },
    });
    await engine.close();
  });

  it('accepts other kinds of records unchanged', async () => {
    await fillSqlite(
      dir,
      async (engine) => {
        const store = await engine.store(THING);
        await store.insert('t0', { name: 'Pump', size: 1 });
        expect(await store.count({ size: 1 })).toBe(1);
      },
      () => undefined,
    );
    const engine = await openEngine({ dataDir: dir });
    expect((await (await engine.store(THING)).get('t0'))?.value.name).toBe('Pump');
    await engine.close();
  });

  it('is refused if two records have a value that only one may have', async () => {
    await expect(fill([...THINGS, { name: 'Twin', size: 9, tag: 'a' }])).rejects.toMatchObject({
      reason: 'schema',
    });
  });

  it('is refused if there is already a database, or another process is using it', async () => {
    await fill();
    await expect(fill()).rejects.toThrow('There is a database');
    expect(existsSync(join(dir, 'casekeeper.db'))).toBe(true);
  });
});
