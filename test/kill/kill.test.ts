import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startConnector } from '../support/connector';
import { startMailServer } from '../support/mail-server';
import { startBot } from './bot-process';
import type { BotProcess } from './bot-process';
import { deliveriesOf } from './deliveries';
import type { Counts } from './deliveries';
import { DESKS } from './desk';
import { driveDesk } from './drivers';
import type { Acknowledged, Deliver } from './drivers';
import { readHeld } from './held';
import { seeded } from './random';
import { makeSite } from './site';
import { copyOf, snapshotOf } from './snapshot';
import type { Snapshot } from './snapshot';

// The same seed kills after the same waits.
const KILLS = Number(process.env['KILLS'] ?? 100);
const SEED = Number(process.env['SEED'] ?? 1);
const MAX_START_MS = 1_200;
const MAX_LIFE_MS = 3_000;
/** The longest breath between what was seen of the bot and its end. */
const BREATH_MS = 10;
const MAX_REST_MS = 300;
// What was under way at the last kill waits for its lease of a minute.
const MAX_DRAIN_MS = 240_000;
const NONE_WAIT = ['outbox_notices', 'mailbox_mails'].map((box) => `casekeeper_${box}{state="waiting"} 0\n`);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The whole answer; undefined where the bot was killed before it was given. */
async function answerTo(
  url: string,
  request: RequestInit,
): Promise<{ readonly status: number; readonly text: string } | undefined> {
  try {
    const answer = await fetch(url, { ...request, signal: AbortSignal.timeout(15_000) });
    return { status: answer.status, text: await answer.text() };
  } catch {
    return undefined;
  }
}

it(`Casekeeper loses nothing that was acknowledged or due, however it is killed (${KILLS} kills, seed ${SEED})`, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'casekeeper-kill-'));
  const connector = await startConnector();
  const { calls, serviceUrl } = connector;
  const mailServer = await startMailServer();
  const random = seeded(SEED);
  const began = Date.now();
  const done: Acknowledged[] = [];
  const waiting: (() => void)[] = [];
  const acknowledged = async (count: number): Promise<void> => {
    while (done.length < count) await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const faults: string[] = [];
  let redelivered = 0;
  let over = false as boolean;
  let url = '';
  let bot: BotProcess | undefined;

  const deliver: Deliver = async (path, headers, body) => {
    const request = {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    };
    for (let tries = 0; ; tries++) {
      const answer = await answerTo(`${url}${path}`, request);
      if (over) throw new Error('The test is over');
      if (answer === undefined) {
        await pause(50);
        continue;
      }
      if (answer.status >= 400) throw new Error(`${path} was answered ${answer.status}: ${answer.text}`);
      if (tries > 0) redelivered++;
      return answer.text;
    }
  };

  try {
    const site = await makeSite(dataDir, serviceUrl, mailServer.port);
    const start = async (fast: boolean): Promise<BotProcess> => {
      const started = startBot(site.env, fast);
      bot = started;
      url = await started.listening;
      return started;
    };
    let ended = false as boolean;
    let services: Promise<unknown> = Promise.resolve();
    const killedAt: Counts[] = [];
    const snapshots: Promise<Snapshot>[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      const started = startBot(site.env, true);
      bot = started;
      // All drawn at each kill, so that the same seed has the same, whatever becomes of it.
      const [kind, share, breath] = [random(), random(), random()];
      if (kill > 0 && kind < 0.15) await Promise.race([pause(share * MAX_START_MS), started.listening]);
      else {
        url = await started.listening;
        if (kill === 0) {
          services = Promise.all(
            DESKS.map((services) =>
              driveDesk(services, {
                deliver,
                serviceUrl,
                key: site.keys.get(services.system) ?? '',
                done: (change) => {
                  done.push(change);
                  for (const tell of waiting.splice(0)) tell();
                },
                ended: () => ended,
                pause: () => pause(random() * MAX_REST_MS),
              }),
            ),
          );
          services.catch(() => undefined);
        }
        // At any time, or in the middle of the work: just after a call came from it, or just after it acknowledged.
        const moment =
          kind < 0.4
            ? pause(share * MAX_LIFE_MS)
            : kind < 0.7
              ? connector.received(calls.length + 1 + Math.floor(share * 20))
              : acknowledged(done.length + 1 + Math.floor(share * 8));
        await Promise.race([moment, pause(MAX_LIFE_MS), services]);
        if (kind >= 0.4) await pause(breath * BREATH_MS);
      }
      await started.kill();
      faults.push(...started.faults);
      await connector.alone();
      await mailServer.alone();
      killedAt.push({ calls: calls.length, mails: mailServer.taken.length });
      snapshots.push(snapshotOf(copyOf(dataDir)));
    }
    ended = true;
    // What is under way now is answered by the last life: in plain time, in which no clock moves on meanwhile.
    const last = await start(false);
    const drove = Date.now() - began;
    await services;
    const drainFrom = Date.now();
    for (let quiet = 0; quiet < 3;) {
      if (Date.now() - drainFrom > MAX_DRAIN_MS) throw new Error('The outbox was not empty in time');
      await pause(500);
      const figures = await (await fetch(`${url}/metrics`)).text();
      quiet = NONE_WAIT.every((line) => figures.includes(line)) ? quiet + 1 : 0;
    }
    await last.stop();
    faults.push(...last.faults);

    const held = await readHeld(site);
    const timelines = new Map(held.cases.map(({ number, timeline }) => [number, timeline]));
    const wrong = done.flatMap(({ what, number, isIt }) => {
      const times = (timelines.get(number) ?? []).filter(isIt).length;
      return times === 1 ? [] : [`${what} on ${number}: ${times} times`];
    });
    const known = new Set([...site.waiting, ...done.map(({ number }) => number)]);
    const strays = held.cases.filter(({ number }) => !known.has(number)).map(({ number }) => number);
    const { arrived, doubles, lost, unexplained } = deliveriesOf(held, {
      calls,
      mails: mailServer.taken,
      killedAt,
      snapshots: await Promise.all(snapshots),
    });
    const stale = held.posts.filter(({ about, shows }) => shows !== timelines.get(about.id)?.length);
    const kinds = new Map<string, number>();
    for (const { topic } of held.due) kinds.set(topic, (kinds.get(topic) ?? 0) + 1);

    const say = (what: string, count: number | string): string => `${what.padEnd(62)}${count}`;
    const seconds = (ms: number): string => `${Math.round(ms / 1_000)} s`;
    process.stdout.write(
      [
        '',
        say('kills (SIGKILL), seed', `${KILLS}, ${SEED}`),
        say(
          'time of driving and killing, of sending the rest',
          `${seconds(drove)}, ${seconds(Date.now() - drainFrom)}`,
        ),
        say('changes acknowledged', done.length),
        say('  after they were delivered again', redelivered),
        say('  lost, or done twice', wrong.length),
        say('cases', held.cases.length),
        say('  that nobody was told of', strays.length),
        say(
          'notices due',
          `${held.due.length} (${[...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ')})`,
        ),
        say('  that came', arrived),
        say('  lost', lost.length),
        say('  doubles: answered, and not noted before the kill', doubles),
        say('  doubles that no kill explains', unexplained.length),
        say('cards that stand', held.posts.length),
        say('  not brought up to date', stale.length),
        '',
      ].join('\n'),
    );

    expect({ wrong, strays }).toEqual({ wrong: [], strays: [] });
    expect({ lost, unexplained }).toEqual({ lost: [], unexplained: [] });
    expect({ stale, pending: held.pending, faults }).toEqual({ stale: [], pending: [], faults: [] });
    // Else nothing was shown. With many kills the time goes on for so long that breaches go up as well.
    expect([...kinds.keys()]).toEqual(
      expect.arrayContaining(['arrival', 'breach', 'mail', 'told', 'warning']),
    );
    expect(done.length).toBeGreaterThan(KILLS);
    expect(arrived).toBeGreaterThan(KILLS);
    expect(redelivered).toBeGreaterThan(0);
  } finally {
    over = true;
    await bot?.kill();
    await connector.close();
    await mailServer.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
