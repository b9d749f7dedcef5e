import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from '../../scripts/demo/child';
import { localEnv } from '../../scripts/demo/local-env';

let directory: string;
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'casekeeper-child-'))));
afterEach(() => rmSync(directory, { recursive: true }));

const start = (program: string, env: Record<string, string> = {}) =>
  startChild({
    name: 'A program',
    args: ['--eval', program],
    cwd: directory,
    env: { ...process.env, ...env },
    logFile: join(directory, 'program.log'),
  });

describe('A program of the demo', () => {
  it('has all of its output in its log when it has ended, and says how it ended', async () => {
    const child = start(
      'console.log("out", process.env.SETTING); console.error("err"); process.exitCode = 3',
      {
        SETTING: 'given',
      },
    );
    expect(await child.ended).toBe('ended with code 3');
    const log = readFileSync(child.logFile, 'utf8').split('\n').sort();
    expect(log).toEqual(['', 'err', 'out given']);
  });

  it('stops when asked, and stopping it again is not a fault', async () => {
    const child = start('setInterval(() => undefined, 1000)');
    await child.stop();
    expect(await child.ended).toBe('was ended by SIGTERM');
    await child.stop();
  });
});

describe('The environment of a demo program', () => {
  it('has no proxy, because everything is on this machine, and has the given values', () => {
    const env = {
      PATH: '/bin',
      HTTPS_PROXY: 'http://p',
      http_proxy: 'http://p',
      ALL_PROXY: 'http://p',
      PORT: '1',
    };
    expect(localEnv(env, { PORT: '2' })).toEqual({ PATH: '/bin', PORT: '2' });
  });
});
