import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import Database from 'libsql';
import { message } from '../support/activities';
import { startConnector } from '../support/connector';
import type { StubConnector } from '../support/connector';
import { removeDir, tempDir } from '../storage/temp-dir';
import { startBot } from './bot-process';
import type { BotProcess } from './bot-process';

/** What `docs/operations.md` promises, and what a slow or busy machine adds is measured by how long the bot took to start. */
const PROMISE_MS = 10_000;

let dir: string;
let bot: BotProcess;
let url: string;
let startMs: number;
let connector: StubConnector;
const sockets: Socket[] = [];

beforeEach(async () => {
  dir = tempDir();
  connector = await startConnector();
  const from = performance.now();
  bot = startBot({ DATA_DIR: dir }, false);
  url = await bot.listening;
  startMs = performance.now() - from;
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await bot.kill();
  await connector.close();
  removeDir(dir);
});

const post = (text: string): Promise<Response> =>
  fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message(text, connector)),
  });

/** Opens a socket, writes to it and leaves it open. */
async function leftOpen(bytes: string): Promise<void> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  sockets.push(socket);
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  socket.write(bytes);
}

/** Asks it to stop; how it ended, after how many milliseconds, and what it logged as unfinished. */
async function stopped(): Promise<{ how: unknown; ms: number; unfinished: unknown }> {
  const from = performance.now();
  bot.signal('SIGTERM');
  const how = await bot.ended;
  const ms = performance.now() - from;
  const line = bot.lines.find((text) => text.includes('Stopped with work unfinished'));
  return {
    how,
    ms,
    unfinished: line === undefined ? undefined : (JSON.parse(line) as { work: unknown }).work,
  };
}

it('A stop ends with 0 at once if nothing is in flight, even with open sockets that asked for an upgrade or sent half a request', async () => {
  await leftOpen('GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n');
  await leftOpen(
    'POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9',
  );
  await leftOpen('');
  const { how, ms } = await stopped();
  expect(how).toBe(0);
  expect(ms).toBeLessThan(PROMISE_MS + startMs);
  // The next one is not refused.
  const next = startBot({ DATA_DIR: dir, PORT: new URL(url).port }, false);
  expect((await fetch(`${await next.listening}/healthz`)).status).toBe(200);
  await next.kill();
});

it("A stop ends in time if a turn hangs because Teams doesn't answer, and says so", async () => {
  connector.misbehave('hang');
  const turn = post('help').catch(() => undefined);
  await connector.received(1);
  const { how, ms, unfinished } = await stopped();
  expect([how, unfinished]).toEqual([3, { turns: 1 }]);
  expect(ms).toBeLessThan(PROMISE_MS + startMs);
  await turn;
});

it('A stop ends at once on a second signal', async () => {
  connector.misbehave('hang');
  const turn = post('help').catch(() => undefined);
  await connector.received(1);
  bot.signal('SIGTERM');
  // It has seen the first signal once it takes no more connections.
  const isTaken = (): Promise<boolean> =>
    fetch(`${url}/healthz`).then(
      () => true,
      () => false,
    );
  while (await isTaken());
  bot.signal('SIGINT');
  expect(await bot.ended).toBe(130);
  await turn;
});

it('A stop ends in time while another program holds the database, however many turns are waiting for it', async () => {
  const holder = new Database(join(dir, 'casekeeper.db'));
  holder.exec('BEGIN IMMEDIATE');
  const turns = Array.from({ length: 20 }, () => post('new case').catch(() => undefined));
  // The first write has begun, and blocks the process.
  await connector.received(1);
  const { how, ms } = await stopped();
  expect(ms).toBeLessThan(PROMISE_MS + startMs);
  expect([0, 3, 'SIGKILL']).toContain(how);
  holder.close();
  await Promise.all(turns);
});
