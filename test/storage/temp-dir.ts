import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const IN_MEMORY = '/dev/shm';

/** A directory for one suite. The suite removes it. */
export const tempDir = (): string => mkdtempSync(join(tmpdir(), 'casekeeper-'));
/** The same in memory where the system has such a place: for a suite that writes much and pulls no plug. */
export const memoryDir = (): string =>
  existsSync(IN_MEMORY) ? mkdtempSync(join(IN_MEMORY, 'casekeeper-')) : tempDir();
export const removeDir = (dir: string): void => rmSync(dir, { recursive: true, force: true });
