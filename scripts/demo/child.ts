import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';

/** A Node program started for the demo. */
export interface Child {
  readonly name: string;
  /** Where everything that it prints is written. */
  readonly logFile: string;
  /** Answers once the program has ended, with how. */
  readonly ended: Promise<string>;
  /** Asks it to end, waits, and in the end makes it. */
  stop(): Promise<void>;
}

export interface ChildOptions {
  readonly name: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
}

/** Longer than the bot takes to end the turns and deliveries in hand. */
const PATIENCE_MS = 15_000;

/** Starts a program with the Node that runs this one; without a shell, so that it is the same on every system. */
export function startChild({ name, args, cwd, env, logFile }: ChildOptions): Child {
  const log = createWriteStream(logFile);
  // On a Ctrl-C in the terminal, everything of its process group gets the signal: the children have their own group,
  // so that they are stopped in order, and once.
  const own = process.platform !== 'win32';
  const program = spawn(process.execPath, args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: own,
  });
  program.stdout.pipe(log, { end: false });
  program.stderr.pipe(log, { end: false });
  const ended = new Promise<string>((resolve) => {
    program.once('error', (error) => resolve(`could not be started (${error.message})`));
    program.once('close', (code, signal) => {
      const how = signal === null ? `ended with code ${code ?? 'unknown'}` : `was ended by ${signal}`;
      log.end(() => resolve(how));
    });
  });
  // The last resort, where this process ends before it could stop its children.
  const kill = (): void => void program.kill('SIGKILL');
  process.once('exit', kill);
  void ended.then(() => process.off('exit', kill));
  return {
    name,
    logFile,
    ended,
    stop: async () => {
      program.kill('SIGTERM');
      const late = setTimeout(kill, PATIENCE_MS);
      await ended;
      clearTimeout(late);
    },
  };
}
