import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillFolder, storeCountsOf } from '../../../scripts/demo/agency/agency-folder';
import { lockDataDir } from '../../../src/storage/sqlite/sqlite-lock';
import { removeDir, tempDir } from '../../storage/temp-dir';

const PLAN = { cases: 5_000, until: 1_795_000_000_000, seed: 7 };

describe("The agency's folder", () => {
  let dir: string;
  let dataDir: string;
  beforeEach(() => {
    dir = tempDir();
    dataDir = join(dir, 'data', 'agency');
  });
  afterEach(() => removeDir(dir));

  const fill = (what = 'all of it') =>
    fillFolder(dataDir, PLAN, (folder) => {
      expect(existsSync(folder)).toBe(false);
      mkdirSync(folder);
      writeFileSync(join(folder, 'casekeeper.db'), what);
      return Promise.resolve();
    });
  const held = (): string => readFileSync(join(dataDir, 'casekeeper.db'), 'utf8');

  it("counts as empty if it doesn't exist or has nothing in it", () => {
    expect(storeCountsOf(dataDir)).toEqual({ kind: 'empty' });
    mkdirSync(dataDir, { recursive: true });
    expect(storeCountsOf(dataDir)).toEqual({ kind: 'empty' });
  });

  it('says what it was filled with', async () => {
    await fill();
    expect(storeCountsOf(dataDir)).toEqual({ kind: 'filled', plan: PLAN });
    expect(held()).toBe('all of it');
    expect(readdirSync(join(dir, 'data'))).toEqual(['agency']);
  });

  it('still counts as empty if a fill was interrupted, and the next fill starts over', async () => {
    const interrupted = fillFolder(dataDir, PLAN, (folder) => {
      mkdirSync(folder);
      writeFileSync(join(folder, 'casekeeper.db'), 'half of it');
      return Promise.reject(new Error('Ctrl-C'));
    });
    await expect(interrupted).rejects.toThrow('Ctrl-C');
    expect(storeCountsOf(dataDir)).toEqual({ kind: 'empty' });
    await fill();
    expect(held()).toBe('all of it');
  });

  it('keeps the existing agency until another is completely filled', async () => {
    await fill('the first');
    const interrupted = fillFolder(dataDir, PLAN, () => Promise.reject(new Error('Ctrl-C')));
    await expect(interrupted).rejects.toThrow('Ctrl-C');
    expect(held()).toBe('the first');
    await fill('the second');
    expect(held()).toBe('the second');
  });

  it('is not used for the agency if it contains anything else', () => {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(join(dataDir, 'casekeeper.db'), 'work of a site');
    expect(storeCountsOf(dataDir)).toEqual({ kind: 'foreign' });
    writeFileSync(join(dataDir, 'agency.json'), '{"cases":');
    expect(storeCountsOf(dataDir)).toEqual({ kind: 'foreign' });
  });

  it('is left unchanged while a bot runs on it', async () => {
    await fill('the first');
    const lock = lockDataDir(dataDir, join(dataDir, 'casekeeper.db'));
    await expect(fill('the second')).rejects.toMatchObject({ reason: 'in-use' });
    lock.release();
    expect(held()).toBe('the first');
  });
});
