import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEngine } from '../../../src/storage/open-engine';
import { prepareDataDir } from '../../../src/storage/sqlite/private-files';
import { kindNamed } from '../engine-under-test';
import { removeDir, tempDir } from '../temp-dir';

const modeOf = (path: string): string => (statSync(path).mode & 0o7777).toString(8);
const modesIn = (dir: string): Readonly<Record<string, string>> =>
  Object.fromEntries(readdirSync(dir).map((name) => [name, modeOf(join(dir, name))]));

// Windows has no such modes.
const onPosix = process.platform === 'win32' ? describe.skip : describe;

onPosix('the permissions of the data directory', () => {
  let dir: string;
  let dataDir: string;
  let umask: number;
  beforeEach(() => {
    dir = tempDir();
    dataDir = join(dir, 'data');
    umask = process.umask(0);
  });
  afterEach(() => {
    process.umask(umask);
    removeDir(dir);
  });

  it("The permissions of the data directory and of each file are only for the bot's account, whatever the umask", async () => {
    const engine = await openEngine({ dataDir });
    const store = await engine.store(kindNamed('kept'));
    await store.insert('a', { color: 'red' });
    expect(modeOf(dataDir)).toBe('700');
    const modes = modesIn(dataDir);
    expect(Object.keys(modes).sort()).toEqual([
      'casekeeper.db',
      'casekeeper.db-shm',
      'casekeeper.db-wal',
      'casekeeper.lock.db',
    ]);
    expect(new Set(Object.values(modes))).toEqual(new Set(['600']));
    await engine.close();
  });

  it('The permissions of the data directory are tightened if they were looser, and other files are left alone', async () => {
    await (await openEngine({ dataDir })).close();
    chmodSync(dataDir, 0o755);
    writeFileSync(join(dataDir, 'notes.txt'), 'ours');
    for (const name of ['casekeeper.db-wal', 'casekeeper.db-shm', 'casekeeper.db.old'])
      writeFileSync(join(dataDir, name), '');
    for (const name of readdirSync(dataDir)) chmodSync(join(dataDir, name), 0o644);
    await (await openEngine({ dataDir })).close();
    expect(modeOf(dataDir)).toBe('700');
    const { 'notes.txt': notes, ...ours } = modesIn(dataDir);
    expect(notes).toBe('644');
    expect(new Set(Object.values(ours))).toEqual(new Set(['600']));
  });

  it('The permissions of a read-only database file are reported, but not those of a copy beside it', async () => {
    await (await openEngine({ dataDir })).close();
    writeFileSync(join(dataDir, 'casekeeper.db.old'), '');
    const refusing = (refused: string) => (path: string) => {
      if (path.endsWith(refused)) throw Object.assign(new Error('no'), { code: 'EACCES' });
    };
    const starting = (refused: string) => () =>
      prepareDataDir(dataDir, { chmod: chmodSync, access: refusing(refused) });
    expect(starting('casekeeper.db')).toThrow('casekeeper.db cannot be written (EACCES). Give the account');
    expect(starting('casekeeper.db.old')).not.toThrow();
  });

  it('The permissions of a directory shared with everyone are not changed, and it is refused with the reason', () => {
    mkdirSync(dataDir);
    chmodSync(dataDir, 0o1777);
    expect(() => prepareDataDir(dataDir)).toThrow(
      `The data directory ${dataDir} is a shared directory. Set DATA_DIR to a directory that only Casekeeper uses.`,
    );
    expect(modeOf(dataDir)).toBe('1777');
  });

  it("The permissions of the data directory that can't be tightened keep the bot from starting, with the reason", () => {
    mkdirSync(dataDir);
    chmodSync(dataDir, 0o755);
    const denied = Object.assign(new Error('not the owner'), { code: 'EPERM' });
    const files = {
      chmod: () => {
        throw denied;
      },
    };
    expect(() => prepareDataDir(dataDir, files)).toThrow(
      `Other accounts can open ${dataDir}, and its permissions cannot be restricted to 700 (EPERM). ` +
        'Make the account that runs Casekeeper its owner, or set DATA_DIR to a directory that it owns.',
    );
    expect(() => prepareDataDir(dataDir, { chmod: () => undefined })).toThrow(
      'cannot be restricted to 700 (the file system ignores permissions)',
    );
  });
});
