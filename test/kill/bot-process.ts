import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

const PROGRAM = join(__dirname, '..', '..', 'dist', 'app', 'index.js');

/** The built bot in a process of its own. */
export interface BotProcess {
  /** Its address, once it listens; rejects where it ends before that by itself. */
  readonly listening: Promise<string>;
  /** Ends it with SIGKILL, of which it learns nothing; resolves when it is gone. */
  kill(): Promise<void>;
  /** Asks it to end. */
  stop(): Promise<void>;
  /** Sends a signal and goes on. */
  signal(signal: NodeJS.Signals): void;
  /** How it ended: its code, or the signal that killed it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  /** The lines of its log, and of standard error. */
  readonly lines: readonly string[];
  /** What it logged as a fault. */
  readonly faults: readonly string[];
}

/** Starts `dist/app/index.js` on a free port. */
export function startBot(env: Readonly<Record<string, string>>, fast: boolean): BotProcess {
  const program: ChildProcess = spawn(process.execPath, [PROGRAM, ...(fast ? ['--fast'] : [])], {
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let killed = false;
  const faults: string[] = [];
  const lines: string[] = [];
  let complaint = '';
  program.stderr?.on('data', (data: Buffer) => void (complaint += data.toString('utf8')));
  if (program.stderr !== null)
    createInterface({ input: program.stderr }).on('line', (line) => lines.push(line));
  const gone = new Promise<void>((resolve) =>
    program.once('exit', () => {
      resolve();
    }),
  );
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    // When its output was read to the end too.
    program.once('close', (code, signal) => {
      resolve(code ?? signal);
    }),
  );
  const listening = new Promise<string>((resolve, reject) => {
    void gone.then(() => {
      reject(new Error(killed ? 'The bot was killed' : `The bot ended by itself: ${complaint}`));
    });
    if (program.stdout === null) return;
    createInterface({ input: program.stdout }).on('line', (line) => {
      lines.push(line);
      // The last line of a killed process may be torn.
      if (killed) return;
      const { port, level } = JSON.parse(line) as { port?: number; level?: string };
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`);
      if (level === 'error') faults.push(line);
    });
  });
  listening.catch(() => undefined);
  const end = (signal: 'SIGKILL' | 'SIGTERM') => (): Promise<void> => {
    killed = true;
    program.kill(signal);
    return gone;
  };
  return {
    listening,
    kill: end('SIGKILL'),
    stop: end('SIGTERM'),
    signal: (name) => program.kill(name),
    ended,
    lines,
    faults,
  };
}
