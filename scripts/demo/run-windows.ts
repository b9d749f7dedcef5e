import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bannerLines } from './banner';
import type { Story } from './banner';
import { openBrowser } from './browser';
import { startChild } from './child';
import type { Child } from './child';
import { loadDemoDirectory } from './load-demo-directory';
import { localEnv } from './local-env';
import { startMailbox } from './mailbox/start-mailbox';
import { introduceBot, playgroundReady, startPlayground } from './playground';
import { say, stopWhenAsked } from './program';
import type { DemoSettings } from './settings';
import { waitFor } from './wait-for';

/**
 * The bot, a Playground for each of the demo's people and the customers' mailbox, until Ctrl-C: starts everything, and stops everything when
 * asked to or when one part ends. Answers the exit code.
 */
export async function runWindows(given: DemoSettings, story: Story): Promise<number> {
  const settings = { ...given, dataDir: resolve(given.dataDir) };
  const stop = new AbortController();
  stopWhenAsked(stop);
  const directory = loadDemoDirectory();
  const { botPort, dataDir } = settings;
  mkdirSync(dataDir, { recursive: true });
  const mailbox = await startMailbox(settings.mailboxPort);
  const bot = startBot(settings, mailbox.smtpUrl);
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
    const { fast } = settings;
    say('', ...bannerLines(playgrounds, { directory, mailbox: mailbox.url, fast, dataDir, story }));
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
    // Last, so that what the bot was sending is taken.
    await mailbox.close();
  }
}

/** The customers' mail server is the demo's own, and the links in their emails lead to this machine. */
function startBot({ fast, botPort, dataDir }: DemoSettings, smtpUrl: string): Child {
  return startChild({
    name: 'The bot',
    args: [join(__dirname, '../../src/app/index.js'), ...(fast ? ['--fast'] : [])],
    cwd: process.cwd(),
    env: localEnv(process.env, {
      PORT: String(botPort),
      DATA_DIR: dataDir,
      CASEKEEPER_ENVIRONMENT: 'training',
      SMTP_URL: smtpUrl,
      MAIL_FROM: 'Customer Service <customer.service@agency.example>',
      PUBLIC_URL: `http://127.0.0.1:${botPort}`,
    }),
    logFile: join(dataDir, 'bot.log'),
  });
}

async function stopAll(children: readonly Child[]): Promise<void> {
  await Promise.all(children.map((child) => child.stop()));
  say('Stopped.');
}

/** The end of what a program printed, where the reason mostly stands. */
function lastLines(logFile: string): readonly string[] {
  const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n');
  return [...lines.slice(-15).map((line) => `  ${line}`), `All of what it printed: ${logFile}`];
}
