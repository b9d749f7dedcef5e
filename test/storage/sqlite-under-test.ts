import { openEngine } from '../../src/storage/open-engine';
import type { EngineUnderTest } from './engine-under-test';
import { removeDir, tempDir } from './temp-dir';

/** An engine in a directory of its own, gone when the suite ends. */
export function sqliteUnderTest(): EngineUnderTest {
  const dataDir = tempDir();
  return {
    open: () => openEngine({ dataDir }),
    drop: async () => {
      await Promise.resolve();
      removeDir(dataDir);
    },
  };
}
