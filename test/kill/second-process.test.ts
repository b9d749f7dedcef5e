import { removeDir, tempDir } from '../storage/temp-dir';
import { startBot } from './bot-process';

it('A second process on the same embedded database is refused with the reason, and the first continues', async () => {
  const dir = tempDir();
  const env = { DATA_DIR: dir };
  const first = startBot(env, false);
  try {
    const url = await first.listening;
    await expect(startBot(env, false).listening).rejects.toThrow(
      `Another Casekeeper is running on the data directory ${dir}. Only one process can use a SQLite file: ` +
        'stop the other, set DATA_DIR to another directory, or set MONGODB_URI to share a database.',
    );
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    await first.kill();
    // What the first left behind keeps nobody out.
    const next = startBot(env, false);
    expect((await fetch(`${await next.listening}/readyz`)).status).toBe(200);
    await next.stop();
  } finally {
    await first.kill();
    removeDir(dir);
  }
});
