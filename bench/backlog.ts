import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { outboxOf } from '../src/notifications/outbox/outbox';
import { groupAddressKey, OUTBOX } from '../src/notifications/outbox/outbox-item';
import { startApp } from '../src/app/compose';
import { openCase } from '../src/domain/cases/change';
import { loadPolicies, domainContextOf } from '../src/app/site';
import { openRepositories } from '../src/storage/open-repositories';
import { CASE } from '../src/storage/repositories/case-record';
import type { Engine } from '../src/storage/store';
import { LOG, setting, withEngine } from './alerts/app';
import { DETAILS, groupOf, numberOf, personOf, site, WEDNESDAY } from './alerts/site';
import { startTeams } from './alerts/teams';

// `npm run bench:backlog`: a channel is connected for which ten thousand notices are parked; smaller by BENCH_PARKED.
const PARKED = setting('BENCH_PARKED', 10_000);
const AT_ONCE = 500;
const GROUP = groupOf(0);
const CHANNEL = '19:connected@thread.tacv2';
const GOAL_MS = 1_000;
const DAY = 86_400_000;

/** So many notices that wait for the channel: of each case its arrival and its missed assignment. */
async function park(engine: Engine, now: () => number, cases: Awaited<ReturnType<typeof openRepositories>>) {
  const context = domainContextOf(
    () => cases.directories.current(),
    loadPolicies(undefined),
    { now },
    'production',
  )();
  const store = await engine.store(CASE);
  const outboxStore = await engine.store(OUTBOX);
  const outbox = outboxOf(outboxStore, { now: () => Date.now() });
  const at = WEDNESDAY - 6 * DAY;
  for (let from = 0; from < PARKED; from += AT_ONCE)
    await Promise.all(
      Array.from({ length: Math.min(AT_ONCE, PARKED - from) }, async (_, place) => {
        const nth = from + place;
        const number = numberOf(nth >> 1);
        const isBreach = nth % 2 === 1;
        if (!isBreach) {
          const opened = openCase(
            number,
            [{ kind: 'opened', origin: 'level-2', level: 2, group: GROUP, details: DETAILS }],
            { by: personOf(3), at, cause: `bench-${number}` },
            { ...context, now: at },
          );
          await store.insert(number, { id: number, timeline: opened.state.timeline, pending: [] });
        }
        const said = isBreach
          ? { topic: 'breach', clock: 'assignment#1', dueAt: WEDNESDAY - 4 * DAY }
          : { topic: 'arrival', entry: 0 };
        const id = `${number}/${said.topic}`;
        const about = { kind: 'case', id: number };
        const to = { kind: 'group', group: GROUP } as const;
        await outbox.put({ id, about, ...said, to, mentions: [], madeAt: WEDNESDAY }, 0);
        const item = await outbox.get(id);
        if (item !== undefined) await outbox.move(item, { state: 'parked', dueAt: Date.now() });
      }),
    );
  return outboxStore;
}

const say = (what: string, figure: string): void => console.log(what.padEnd(52), figure);

async function connected(engine: Engine): Promise<void> {
  const teams = await startTeams();
  const repositories = await openRepositories(engine);
  const { groups, people } = site(teams.url);
  await repositories.directories.load(
    groups.map(({ channel, ...group }) =>
      group.key === GROUP ? group : { ...group, channel },
    ) as typeof groups,
    people,
  );
  const began = Date.now();
  const now = (): number => WEDNESDAY + Date.now() - began;
  const outbox = await park(engine, now, repositories);
  const app = await startApp({
    config: { port: 0, host: '127.0.0.1', dataDir: '', logLevel: 'error', environment: 'production' },
    log: LOG,
    engine,
    repositories,
    context: domainContextOf(
      () => repositories.directories.current(),
      loadPolicies(undefined),
      { now },
      'production',
    ),
    wall: { now: () => Date.now() },
    everyMs: 5_000,
  });
  const parked = (): Promise<number> => outbox.count({ state: 'parked', addressKey: groupAddressKey(GROUP) });
  say('notices parked', String(await parked()));
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const from = performance.now();
  const person = { id: '29:gatekeeper', aadObjectId: personOf(0), name: 'Gatekeeper' };
  const answer = await fetch(`http://127.0.0.1:${app.server.port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: 'bench',
      channelId: 'msteams',
      serviceUrl: teams.url,
      from: person,
      recipient: { id: '28:bot', name: 'Casekeeper' },
      conversation: { conversationType: 'channel', isGroup: true, id: CHANNEL },
      text: `connect ${GROUP}`,
    }),
  });
  const answeredMs = performance.now() - from;
  say('connect answered', `${answer.status} after ${answeredMs.toFixed(0)} ms (goal ≤ ${GOAL_MS})`);
  while (
    (await outbox.count({ state: { in: ['parked', 'waiting'] }, addressKey: groupAddressKey(GROUP) })) > 0
  )
    await new Promise((resolve) => setTimeout(resolve, 250));
  const allMs = performance.now() - from;
  delay.disable();
  say('until nothing of them waits', `${(allMs / 1_000).toFixed(1)} s`);
  say('longest time in which the process did nothing else', `${(delay.max / 1e6).toFixed(0)} ms`);
  say('cards, the answer among them', String(teams.calls.length));
  await app.stop();
  teams.stop();
}

void withEngine(connected);
