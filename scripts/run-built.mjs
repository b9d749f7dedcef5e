// node scripts/run-built.mjs [program of dist/] [its arguments]
// Builds dist/ where a source is newer than the last build, then runs the program in this very process, so that a signal
// sent to it reaches the program.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync, utimesSync, writeFileSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'dist', '.built');
const newest = (path) => {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
};
const sources = ['src', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'].map((name) =>
  join(root, name),
);

if (!existsSync(stamp) || Math.max(...sources.map(newest)) > statSync(stamp).mtimeMs) {
  const started = new Date();
  const tsc = createRequire(import.meta.url).resolve('typescript/lib/tsc.js');
  const built = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], {
    stdio: 'inherit',
  });
  if (built.status !== 0) process.exit(built.status ?? 1);
  writeFileSync(stamp, '');
  // A source that was saved while the compiler ran is newer than this stamp.
  utimesSync(stamp, started, started);
}

const [, self, program, ...args] = process.argv;
if (program !== undefined) {
  // npm hands a signal to the shell between it and this process, which dies of it and passes nothing on.
  if (process.env.npm_lifecycle_event !== undefined) {
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watch);
      process.kill(process.pid, 'SIGTERM');
    }, 250).unref();
  }
  process.argv = [process.execPath, join(root, 'dist', program), ...args];
  createRequire(self)(process.argv[1]);
}
