import { openEngine } from '../../src/storage/open-engine';
import { storeContract } from './store.contract';
import { removeDir, tempDir } from './temp-dir';

const dataDir = tempDir();
storeContract('SQLite', {
  open: () => openEngine({ dataDir }),
  drop: async () => {
    await Promise.resolve();
    removeDir(dataDir);
  },
});
