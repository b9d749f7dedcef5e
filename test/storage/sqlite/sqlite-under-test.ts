import { join } from 'node:path';
import Database from 'libsql';
import { openEngine } from '../../../src/storage/open-engine';
import { DATABASE_FILE } from '../../../src/storage/sqlite/sqlite-engine';
import type { EngineUnderTest } from '../engine-under-test';
import { removeDir, tempDir } from '../temp-dir';

/** An engine in a directory of its own, gone when the suite ends. */
export function sqliteUnderTest(): EngineUnderTest {
  const dataDir = tempDir();
  return {
    open: () => openEngine({ dataDir }),
    bodies: async (kind) => {
      await Promise.resolve();
      const file = new Database(join(dataDir, DATABASE_FILE));
      try {
        const rows = file.prepare(`SELECT id, body FROM "${kind}" ORDER BY id`).all() as {
          readonly id: string;
          readonly body: string;
        }[];
        return new Map(rows.map(({ id, body }) => [id, body]));
      } finally {
        file.close();
      }
    },
    damage: async (kind, id, body) => {
      await Promise.resolve();
      const file = new Database(join(dataDir, DATABASE_FILE));
      try {
        const { changes } = file.prepare(`UPDATE "${kind}" SET body = ? WHERE id = ?`).run(body, id);
        if (changes !== 1) throw new Error(`there is no ${kind} ${id} to damage`);
      } finally {
        file.close();
      }
    },
    drop: async () => {
      await Promise.resolve();
      removeDir(dataDir);
    },
  };
}
