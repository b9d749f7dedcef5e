import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A directory for one suite. The suite removes it. */
export const tempDir = (): string => mkdtempSync(join(tmpdir(), 'casekeeper-'));
export const removeDir = (dir: string): void => rmSync(dir, { recursive: true, force: true });
