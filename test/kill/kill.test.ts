import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installed, TENANT } from '../support/activities';
import type { WireActivity } from '../support/activities';
import { startConnector } from '../support/connector';
import { chatOf, CHANNEL_OF, personId } from '../journeys/town';
import { startBot } from './bot-process';
import type { BotProcess } from './bot-process';
import { driveCases } from './drivers';
import type { Acknowledged } from './drivers';
import { callsOf, readHeld } from './proof';
import { seeded } from './random';

// KILLS and SEED from the environment; the same seed kills after the same waits.
const KILLS = Number(process.env['KILLS'] ?? 20);
const SEED = Number(process.env['SEED'] ?? 1);
const DESKS = 2;
const SHORTEST_LIFE_MS = 100;
const LONGEST_LIFE_MS = 1_500;
// What was under way at the last kill waits for its lease of a minute.
const LONGEST_DRAIN_MS = 240_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

it(`loses nothing that was acknowledged or due, however it is killed (${KILLS} kills, seed ${SEED})`, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'casekeeper-kill-'));
  const policyFile = join(dataDir, 'policy.json');
  // Clocks warn within seconds of the fast time, so that the sweep is killed at work too.
  writeFileSync(policyFile, JSON.stringify({ from: '2025-01-01', warnAt: 0.05 }));
  const env = { DATA_DIR: dataDir, POLICY_FILE: policyFile };
  const connector = await startConnector();
  const { calls, serviceUrl } = connector;
  const random = seeded(SEED);
  const done: Acknowledged = { cases: new Map(), notes: new Map(), reassigned: new Set(), redelivered: 0 };
  let bot: BotProcess = { url: '', kill: () => Promise.resolve(), stop: () => Promise.resolve() };
  const began = Date.now();

  const deliver = async (activity: WireActivity): Promise<string> => {
    for (let tries = 0; ; tries++) {
      try {
        const answer = await fetch(`${bot.url}/api/messages`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(activity),
          signal: AbortSignal.timeout(15_000),
        });
        const text = await answer.text();
        if (answer.status === 200) {
          if (tries > 0) done.redelivered++;
          return text;
        }
      } catch {
        // Killed meanwhile: delivered again, to who comes after.
      }
      await pause(50);
    }
  };

  /** Where each call fell: the number of kills before it. */
  const killedAt: number[] = [];
  const lifeOf = (call: number): number => killedAt.filter((count) => count <= call).length;
  try {
    bot = await startBot(env, true);
    for (const who of ['201', '202', '401'] as const) {
      const person = { id: `29:${who}`, aadObjectId: personId(who), name: `Person ${who}` };
      const conversation = { conversationType: 'personal', tenantId: TENANT, id: chatOf(who) };
      await deliver({ ...installed({ serviceUrl, conversation }), from: person });
    }
    const channel = {
      conversationType: 'channel',
      isGroup: true,
      tenantId: TENANT,
      id: CHANNEL_OF['L2-AVN'],
    };
    await deliver(installed({ serviceUrl, conversation: channel }));

    let ended = false as boolean;
    const desks = Array.from({ length: DESKS }, (_, desk) =>
      driveCases(desk + 1, deliver, serviceUrl, done, () => ended),
    );
    for (let kill = 0; kill < KILLS; kill++) {
      await pause(SHORTEST_LIFE_MS + random() * (LONGEST_LIFE_MS - SHORTEST_LIFE_MS));
      await bot.kill();
      killedAt.push(calls.length);
      bot = await startBot(env, true);
    }
    ended = true;
    await Promise.all(desks);
    const drove = Date.now() - began;

    // The last life is in plain time, in which no clock moves on while what is under way is sent.
    await bot.kill();
    killedAt.push(calls.length);
    bot = await startBot(env, false);
    const drainFrom = Date.now();
    for (let quiet = 0; quiet < 3;) {
      if (Date.now() - drainFrom > LONGEST_DRAIN_MS) throw new Error('The outbox was not empty in time');
      await pause(1_000);
      const figures = await (await fetch(`${bot.url}/metrics`)).text();
      quiet = figures.includes('casekeeper_outbox_notices{state="waiting"} 0\n') ? quiet + 1 : 0;
    }
    await bot.stop();

    const held = await readHeld(dataDir, policyFile);
    const timelines = new Map(held.cases.map((one) => [one.number, one.timeline]));

    const lostCases = [...done.cases].filter(
      ([words, number]) =>
        held.cases.filter(({ details }) => details.description === words).length !== 1 ||
        !timelines.has(number),
    );
    const timesNoted = (text: string, number: string): number =>
      (timelines.get(number) ?? []).filter((entry) => entry.kind === 'noted' && entry.text === text).length;
    const lostNotes = [...done.notes].filter(([text, number]) => timesNoted(text, number) !== 1);
    const lostMoves = [...done.reassigned].filter(
      (number) => (timelines.get(number) ?? []).filter(({ kind }) => kind === 'reassigned').length !== 1,
    );

    const undelivered: string[] = [];
    const unexplained: string[] = [];
    let doubles = 0;
    let sent = 0;
    const kinds = new Map<string, number>();
    for (const notice of held.due) {
      kinds.set(notice.subject.kind, (kinds.get(notice.subject.kind) ?? 0) + 1);
      const item = held.outbox.get(notice.id);
      const place = await held.addressOf(notice);
      if (place === undefined) {
        // Nobody has met the bot there: it is kept until they do.
        if (item?.state !== 'parked') undelivered.push(`${notice.id} ${item?.state ?? 'is not there'}`);
        continue;
      }
      const came = callsOf(notice, place, held, calls);
      if (item?.state !== 'sent' || came.length === 0) {
        undelivered.push(`${notice.id} ${item?.state ?? 'is not there'}, came ${came.length} times`);
        continue;
      }
      sent++;
      doubles += came.length - 1;
      // Two in one life would be a double that no kill explains.
      if (new Set(came.map(lifeOf)).size < came.length)
        unexplained.push(`${notice.id} at ${came.join(', ')}`);
    }

    const say = (what: string, count: number | string): string => `${what.padEnd(58)}${count}`;
    process.stdout.write(
      [
        '',
        say('kills (SIGKILL), seed', `${KILLS}, ${SEED}`),
        say(
          'time of driving and killing, of draining after it',
          `${Math.round(drove / 1000)} s, ${Math.round((Date.now() - drainFrom) / 1000)} s`,
        ),
        say('changes acknowledged', done.cases.size + done.reassigned.size + done.notes.size),
        say('  of them delivered again after a kill', done.redelivered),
        say('  lost, or done twice', lostCases.length + lostNotes.length + lostMoves.length),
        say(
          'notices due',
          `${held.due.length} (${[...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ')})`,
        ),
        say('  delivered at least once', sent),
        say('  lost', undelivered.length),
        say('  doubles, the connector having answered before the kill', doubles),
        say('  doubles that no kill explains', unexplained.length),
        '',
      ].join('\n'),
    );

    expect({ lostCases, lostNotes, lostMoves }).toEqual({ lostCases: [], lostNotes: [], lostMoves: [] });
    expect({ undelivered, unexplained }).toEqual({ undelivered: [], unexplained: [] });
    // Else nothing was shown.
    expect(done.cases.size).toBeGreaterThan(0);
    expect(kinds.get('warning') ?? 0).toBeGreaterThan(0);
    expect(sent).toBeGreaterThan(KILLS);
  } finally {
    await bot.kill();
    await connector.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
