import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

const PROGRAM = join(__dirname, '..', '..', 'dist', 'index.js');

/** The built bot in a process of its own. */
export interface BotProcess {
  readonly url: string;
  /** Ends it as a power cut would; resolves when it is gone. */
  kill(): Promise<void>;
  /** Asks it to end. */
  stop(): Promise<void>;
}

/** Starts `dist/index.js` on a free port; resolves when it listens. */
export async function startBot(env: Readonly<Record<string, string>>, fast: boolean): Promise<BotProcess> {
  const program: ChildProcess = spawn(process.execPath, [PROGRAM, ...(fast ? ['--fast'] : [])], {
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = new Promise<void>((resolve) =>
    program.once('exit', () => {
      resolve();
    }),
  );
  let complaint = '';
  program.stderr?.on('data', (data: Buffer) => void (complaint += data.toString('utf8')));
  const port = await new Promise<number>((resolve, reject) => {
    void gone.then(() => {
      reject(new Error(`The bot did not start: ${complaint}`));
    });
    if (program.stdout === null) return;
    createInterface({ input: program.stdout }).on('line', (line) => {
      const { port: listening } = JSON.parse(line) as { port?: number };
      if (listening !== undefined) resolve(listening);
    });
  });
  const end = (signal: 'SIGKILL' | 'SIGTERM') => (): Promise<void> => {
    program.kill(signal);
    return gone;
  };
  return { url: `http://127.0.0.1:${port}`, kill: end('SIGKILL'), stop: end('SIGTERM') };
}
