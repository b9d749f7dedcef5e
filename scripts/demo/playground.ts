import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Directory } from '../../src/domain/directory/directory';
import { startChild } from './child';
import type { Child } from './child';
import { localEnv } from './local-env';
import { waitFor } from './wait-for';
import { conversationsOf, personOf, playgroundConfig } from './windows';
import type { DemoWindow } from './windows';

/** A window's Playground. */
export interface Playground {
  readonly window: DemoWindow;
  readonly url: string;
  readonly child: Child;
}

/** Starts the Playground of a window. What it writes (its configuration, its log) lies in a directory of its own. */
export function startPlayground(
  window: DemoWindow,
  at: {
    readonly port: number;
    readonly botPort: number;
    readonly dataDir: string;
    readonly directory: Directory;
  },
): Playground {
  const cwd = join(at.dataDir, 'playground', window.key);
  mkdirSync(cwd, { recursive: true });
  // JSON is YAML too.
  const config = JSON.stringify(playgroundConfig(window, at.directory), null, 2);
  writeFileSync(join(cwd, '.m365agentsplayground.yml'), `${config}\n`);
  const url = `http://127.0.0.1:${at.port}`;
  const child = startChild({
    name: `The window of the ${personOf(window, at.directory).name}`,
    args: [
      ...[
        '--require',
        join(__dirname, 'playground-preload.js'),
        require.resolve('@microsoft/m365agentsplayground/cli.js'),
      ],
      ...[
        'start',
        '--app-endpoint',
        `http://127.0.0.1:${at.botPort}/api/messages`,
        '--channel-id',
        'msteams',
      ],
      ...['--port', String(at.port), '--service-url', `${url}/_connector`, '--disable-telemetry'],
    ],
    cwd,
    env: localEnv(process.env, { TEAMSAPPTESTER_BROWSER: 'none' }),
    logFile: join(cwd, 'playground.log'),
  });
  return { window, url, child };
}

/** Waits until the Playground serves its page. */
export const playgroundReady = ({ url }: Playground, signal: AbortSignal): Promise<boolean> =>
  waitFor(`${url}/_debug/ping`, signal);

/**
 * Has the Playground tell the bot that it was added to the window's conversations, as it does itself when somebody
 * opens the page: so the bot can reach every person and channel from the start, whoever looks.
 */
export async function introduceBot({ url, window }: Playground): Promise<void> {
  for (const conversation of conversationsOf(window)) {
    const address = `${url}/_debug/conversation/${encodeURIComponent(conversation)}/installation`;
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    if (!answer.ok) throw new Error(`The Playground answered ${answer.status} for ${conversation}.`);
  }
}
