import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { openEngine } from '../../../src/storage/open-engine';
import { sqliteUnderTest } from '../sqlite/sqlite-under-test';
import { removeDir, tempDir } from '../temp-dir';
import { schemaVersionContract } from './schema-version.contract';
import { SAMPLE_DIR, version1Contract } from './version-1.contract';

schemaVersionContract('SQLite', sqliteUnderTest());

const dataDir = tempDir();
afterAll(() => removeDir(dataDir));

version1Contract('SQLite', () => {
  const db = new Database(join(dataDir, 'casekeeper.db'));
  db.exec(`BEGIN; ${readFileSync(join(SAMPLE_DIR, 'sqlite.sql'), 'utf8')} COMMIT;`);
  db.close();
  return openEngine({ dataDir });
});
