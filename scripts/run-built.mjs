// node scripts/run-built.mjs dist|demo [program] [its arguments]
// Builds the product (dist/) or the product with its demo (build/demo/) where a source is newer than the last build, then
// runs the program in this very process, so that a signal sent to it reaches the program.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync, utimesSync, writeFileSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const BUILDS = {
  dist: { folder: 'dist', project: 'tsconfig.build.json', sources: ['src'] },
  demo: { folder: 'build/demo', project: 'scripts/demo/tsconfig.json', sources: ['src', 'scripts/demo'] },
};
const [, self, build, program, ...args] = process.argv;
const { folder, project, sources } = BUILDS[build];
const stamp = join(root, folder, '.built');
const newest = (path) => {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
};
const inputs = [...sources, project, 'tsconfig.json', 'package-lock.json'].map((name) => join(root, name));

if (!existsSync(stamp) || Math.max(...inputs.map(newest)) > statSync(stamp).mtimeMs) {
  const started = new Date();
  const tsc = createRequire(import.meta.url).resolve('typescript/lib/tsc.js');
  const built = spawnSync(process.execPath, [tsc, '-p', join(root, project)], {
    stdio: 'inherit',
  });
  if (built.status !== 0) process.exit(built.status ?? 1);
  writeFileSync(stamp, '');
  // A source that was saved while the compiler ran is newer than this stamp.
  utimesSync(stamp, started, started);
}

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
  process.argv = [process.execPath, join(root, folder, program), ...args];
  createRequire(self)(process.argv[1]);
}
