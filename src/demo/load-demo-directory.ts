import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { directoryOf } from '../domain/people/directory';
import type { Directory } from '../domain/people/directory';
import { readDirectory } from '../domain/people/read-directory';

/** Where the demo's people and groups are kept; seen from dist/demo as from src/demo. */
export const DEMO_DIRECTORY_FILE = join(__dirname, '..', '..', 'env', 'demo-directory.json');

/** The demo's people and groups. Throws with every fault where the file has any. */
export function loadDemoDirectory(): Directory {
  const read = readDirectory(JSON.parse(readFileSync(DEMO_DIRECTORY_FILE, 'utf8')));
  if (!read.ok) {
    throw new Error(
      read.faults.map(({ path, reason }) => `${DEMO_DIRECTORY_FILE}: ${path} ${reason}`).join('\n'),
    );
  }
  return directoryOf(read.groups, read.people);
}
