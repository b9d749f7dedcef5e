import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bannerLines } from './banner';
import { openBrowser } from './browser';
import { startChild } from './child';
import type { Child } from './child';
import { loadDemoDirectory } from './load-demo-directory';
import { localEnv } from './local-env';
import { introduceBot, playgroundReady, startPlayground } from './playground';
import { takenPorts, takenText } from './ports';
import { readDemoSettings } from './settings';
import type { DemoSettings } from './settings';
import { waitFor } from './wait-for';

// `npm start`: the bot and a Playground for each of the demo's people, until Ctrl-C.

const say = (...lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);

async function main(): Promise<number> {
  const read = readDemoSettings(process.argv.slice(2), process.env);
  if (!read.ok) {
    say(...read.faults);
    return 1;
  }
  const settings = read.settings;
  const taken = await takenPorts([settings.botPort, ...settings.playgroundPorts]);
  if (taken.length > 0) {
    say(...takenText(taken, settings));
    return 1;
  }
  const stop = new AbortController();
  stopWhenAsked(stop);
  return run({ ...settings, dataDir: resolve(settings.dataDir) }, stop);
}

/** Starts everything, and stops everything when asked to or when one part ends. Answers the exit code. */
async function run(settings: DemoSettings, stop: AbortController): Promise<number> {
  const directory = loadDemoDirectory();
  const { botPort, dataDir } = settings;
  mkdirSync(dataDir, { recursive: true });
  const bot = startBot(settings);
  const playgrounds = settings.windows.map((window, index) =>
    startPlayground(window, { port: settings.playgroundPorts[index] ?? 0, botPort, dataDir, directory }),
  );
  const children = [bot, ...playgrounds.map(({ child }) => child)];
  const anEnd = Promise.race(children.map(async (child) => ({ child, how: await child.ended })));
  const asked = new Promise<void>((done) =>
    stop.signal.addEventListener('abort', () => done(), { once: true }),
  );
  say(`Starting the bot and ${playgrounds.length} chat windows ...`);
  const up = async (child: Child, ready: Promise<boolean>): Promise<void> => {
    if (await ready) say(`  ${child.name} is up.`);
  };
  const ready = async (): Promise<void> => {
    await Promise.all([
      up(bot, waitFor(`http://127.0.0.1:${botPort}/readyz`, stop.signal)),
      ...playgrounds.map((playground) => up(playground.child, playgroundReady(playground, stop.signal))),
    ]);
    if (stop.signal.aborted) return;
    await Promise.all(playgrounds.map(introduceBot));
    say('', ...bannerLines(playgrounds, { directory, fast: settings.fast, dataDir }));
    const [first] = playgrounds;
    if (first !== undefined) openBrowser(first.url);
  };

  try {
    const outcome = await Promise.race([anEnd, asked, ready().then(() => Promise.race([anEnd, asked]))]);
    if (outcome === undefined) {
      say('', 'Stopping ...');
      return 0;
    }
    const { child, how } = outcome;
    say('', `${child.name} ${how}; stopping the rest.`, ...lastLines(child.logFile));
    return 1;
  } finally {
    stop.abort();
    await stopAll(children);
  }
}

function startBot({ fast, botPort, dataDir }: DemoSettings): Child {
  return startChild({
    name: 'The bot',
    args: [join(__dirname, '..', 'index.js'), ...(fast ? ['--fast'] : [])],
    cwd: process.cwd(),
    env: localEnv(process.env, {
      PORT: String(botPort),
      DATA_DIR: dataDir,
      CASEKEEPER_ENVIRONMENT: 'training',
    }),
    logFile: join(dataDir, 'bot.log'),
  });
}

async function stopAll(children: readonly Child[]): Promise<void> {
  await Promise.all(children.map((child) => child.stop()));
  say('Stopped.');
}

function stopWhenAsked(stop: AbortController): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
}

/** The end of what a program printed, where the reason mostly stands. */
function lastLines(logFile: string): readonly string[] {
  const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n');
  return [...lines.slice(-15).map((line) => `  ${line}`), `All of what it printed: ${logFile}`];
}

void main().then(
  (code) => process.exit(code),
  (fault: unknown) => {
    say(fault instanceof Error ? fault.message : String(fault));
    process.exit(1);
  },
);
