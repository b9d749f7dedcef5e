import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { portsOf, takenPorts } from '../../scripts/demo/ports';
import { readDemoSettings } from '../../scripts/demo/settings';
import { FURTHER_WINDOWS } from '../../scripts/demo/windows';

/** The demo as `npm start` starts it, on ports that were free, with a data directory of its own. */
export interface RunningDemo {
  /** The addresses of the windows: Level 2 agent, Level 3 gatekeeper, supervisor, then those that the flags add. */
  readonly windows: readonly string[];
  /** The address of the customer's mailbox. */
  readonly mailbox: string;
  /** Everything that the demo printed so far. */
  printed(): string;
  /** What the bot wrote to its log. */
  botLog(): string;
  /** Where its data lies and on which ports it was, to go on with it later. */
  readonly place: Place;
  /** Stops it as Ctrl-C does, and answers its exit code. The data is removed unless it is kept. */
  stop(data?: 'keep'): Promise<number | null>;
}

interface Place {
  readonly dataDir: string;
  /** Of the bot, and of the first window. */
  readonly ports: readonly [number, number];
}

interface DemoStart {
  /** `agency` is `npm run demo`, on the store of a whole agency; without it, `npm start`. */
  readonly of?: 'agency';
  readonly flags?: readonly string[];
  /** That of a demo that was stopped before. */
  readonly place?: Place;
  /** How much later than now the program believes it is, as `faketime` reads it: "+20d". */
  readonly later?: string;
}

const PROGRAMS = join(__dirname, '../../build/demo/scripts/demo');
const READY = 'Ctrl-C stops everything.';

/** Starts the built demo and waits until it says that it is ready. */
export async function startDemo({ of, flags = [], later, place }: DemoStart = {}): Promise<RunningDemo> {
  const { dataDir, ports } = place ?? {
    dataDir: mkdtempSync(join(tmpdir(), 'casekeeper-e2e-')),
    ports: await freePorts(),
  };
  const [botPort, base] = ports;
  // Nothing of the person's own settings: only what a program needs to run.
  const env = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    CI: 'true',
    TZ: 'UTC',
    DATA_DIR: dataDir,
    // Only the time of day is another; timers run on as they do.
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    DONT_FAKE_MONOTONIC: '1',
  };
  const file = join(PROGRAMS, of === 'agency' ? 'demo.js' : 'start.js');
  const line = [file, '--port', String(botPort), '--playground-port', String(base), ...flags];
  const [command, args] =
    later === undefined ? [process.execPath, line] : ['faketime', ['-f', later, process.execPath, ...line]];
  const program = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  const ended = new Promise<number | null>((resolve) => program.once('close', resolve));
  const kill = (): void => void program.kill('SIGKILL');
  process.once('exit', kill);
  await new Promise<void>((resolve, reject) => {
    program.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes(READY)) resolve();
    });
    void ended.then(() => reject(new Error(`The demo ended before it was ready:\n${printed}`)));
  });
  const addresses = printed.match(/http:\/\/127\.0\.0\.1:\d+/g) ?? [];
  const botLog = (): string => readFileSync(join(dataDir, 'bot.log'), 'utf8');
  const [, mailbox = ''] = /Customer’s mailbox +(\S+)/.exec(printed) ?? [];
  return {
    windows: addresses.filter((address) => address !== mailbox),
    mailbox,
    printed: () => printed,
    botLog,
    place: { dataDir, ports },
    stop: async (data) => {
      process.kill(later === undefined ? pidOf(program) : behindFaketime(program), 'SIGINT');
      const code = await ended;
      process.off('exit', kill);
      // The data goes, and with it why a window said that something went wrong.
      const faults = botLog().match(/^.*"level":"error".*$/gm);
      if (faults !== null) process.stderr.write(`The bot logged:\n${faults.join('\n')}\n`);
      if (data !== 'keep') rmSync(dataDir, { recursive: true });
      return code;
    },
  };
}

function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error('The demo was never started.');
  return pid;
}

/** `faketime` runs the program as a child of its own, to which it passes no signal on. */
function behindFaketime(program: ChildProcess): number {
  const pid = pidOf(program);
  return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim());
}

/** A port for the bot, and one for the first window with room for all that the demo can open. */
async function freePorts(): Promise<readonly [number, number]> {
  const also = ['--also', Object.keys(FURTHER_WINDOWS).join(',')];
  for (;;) {
    const [bot, base] = [anyPort(), anyPort()];
    const read = readDemoSettings(['--port', String(bot), '--playground-port', String(base), ...also], {});
    if (read.ok && (await takenPorts(portsOf(read.settings))).length === 0) return [bot, base];
  }
}

/**
 * Below the ports that a system gives to outgoing connections: what is free here is not taken by the browser's next one,
 * neither before the demo listens nor while it is stopped to go on later.
 */
const anyPort = (): number => 20_000 + Math.floor(Math.random() * 10_000);
