import { directoryOf } from '../../src/domain/directory/directory';
import type { Directory } from '../../src/domain/directory/directory';
import { DEMO_DIRECTORY_FILE, loadDirectory } from '../../src/app/site';

/** The demo's people and groups. Throws a `SiteFault` with every fault where the file has any. */
export function loadDemoDirectory(): Directory {
  const { groups, people } = loadDirectory(DEMO_DIRECTORY_FILE);
  return directoryOf(groups, people);
}
