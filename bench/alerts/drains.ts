import { siteKinds } from '../../src/app/site-kinds';
import { deliverDue } from '../../src/notifications/delivery/deliver';
import { QUARANTINE, quarantineOn } from '../../src/notifications/quarantine/quarantine';
import { outboxOf } from '../../src/notifications/outbox/outbox';
import { OUTBOX } from '../../src/notifications/outbox/outbox-item';
import { sendLimiter } from '../../src/notifications/rate/send-limiter';
import { SENDS } from '../../src/notifications/rate/send-history';
import { openRepositories } from '../../src/storage/open-repositories';
import type { Engine } from '../../src/storage/store';
import { teamsLimits } from '../../test/support/teams-limits';
import { virtualClock } from '../../test/support/virtual-clock';
import type { Row } from '../statistics';
import { backlog } from './backlog';
import { LOG, setting, timed, withEngine } from './app';
import { memoryLine, watchingMemory } from './memory';
import { houseOn } from './running-house';
import { site, WEDNESDAY, worldOn } from './site';
import { ANSWER_MS, startTeams } from './teams';

const NOTICES = setting('BENCH_NOTICES', 10_000);
const REAL_NOTICES = setting('BENCH_REAL_NOTICES', 1_200);
/** A call is on its way for so long, at the most; an answer comes back after that of Teams. */
const WAY_MS = 25;

const row = (what: string, tookMs: number, leastMs: number, most: number, broken: number): Row => ({
  what: `${what}; ${most} in a second at the most, ${broken} beyond a limit`,
  figure: `${(tookMs / 1_000).toFixed(1)} s`,
  against: `${(leastMs / 1_000).toFixed(1)} s`,
  ratio: tookMs / leastMs,
  goal: 'at most 1.1',
  reached: tookMs / leastMs <= 1.1 && broken === 0,
});
const inSecond = (most: Readonly<Record<string, number>>): number => most['tenant in 1 s, of 30'] ?? 0;

/** The whole bot, its own timers and clock, SQLite on the disk, and Teams over loopback. */
async function inRealTime(engine: Engine): Promise<Row> {
  const teams = await startTeams();
  const wall = { now: () => Date.now() };
  const { leastMs } = await backlog(engine, REAL_NOTICES, teams.url, wall);
  const start = await houseOn(engine, teams.url, worldOn({ now: () => WEDNESDAY }, teams.url));
  const began = Date.now();
  const app = await start();
  await teams.received(REAL_NOTICES);
  const tookMs = (teams.calls.at(-1)?.at ?? Number.NaN) - began;
  await app.stop();
  teams.stop();
  const { limits } = teams;
  const what = `drain of ${REAL_NOTICES} notices in real time`;
  return row(what, tookMs, leastMs, inSecond(limits.most()), limits.broken());
}

/**
 * The delivery itself on SQLite, by a clock that goes on when all wait: limits, leases and back-off know no other. What
 * the processor and the disk take is no part of it, so that it is said beside it.
 */
async function inVirtualTime(engine: Engine): Promise<Row> {
  const time = { at: WEDNESDAY, now: () => time.at };
  const clock = virtualClock({ get: time.now, set: (to) => (time.at = to) });
  const limits = teamsLimits(time);
  const { leastMs } = await backlog(engine, NOTICES, 'http://127.0.0.1:9/', time);
  const store = clock.standingFor(engine);
  const repositories = await openRepositories(store);
  let last = 0;
  let nth = 0;
  const call = async (to: string): Promise<string> => {
    nth += 1;
    await clock.pass((nth * 7) % WAY_MS);
    limits.arrives(to);
    last = time.at;
    await clock.pass(ANSWER_MS);
    return `activity-${nth}`;
  };
  const parts = {
    ...repositories,
    people: repositories.addresses,
    outbox: outboxOf(await store.store(OUTBOX), time),
    quarantine: quarantineOn(await store.store(QUARANTINE), time),
    limiter: sendLimiter(time, await store.store(SENDS), clock.schedule),
    sender: {
      post: ({ conversationId }: { readonly conversationId: string }) => call(conversationId),
      update: ({ conversationId }: { readonly conversationId: string }) =>
        call(conversationId).then(() => undefined),
    },
    kinds: siteKinds({ ...repositories, reports: NO_REPORTS }),
    wall: time,
    context: worldOn(time),
    log: LOG,
    random: () => 0.5,
  };
  await repositories.directories.load(...groupsAndPeople());
  const realMs = await timed(async () => {
    for (let nextAt: number | undefined = time.at; nextAt !== undefined;) {
      await clock.until(clock.pass(Math.max(0, nextAt - time.at)));
      nextAt = await clock.until(deliverDue(parts));
    }
  });
  if (nth !== NOTICES) throw new Error(`${nth} notices were sent and not ${NOTICES}`);
  const what = `drain of ${NOTICES} notices by a virtual clock (${(realMs / 1_000).toFixed(0)} s of this machine)`;
  return row(what, last - WEDNESDAY, leastMs, inSecond(limits.most()), limits.broken());
}

const NO_REPORTS = {
  show: (): never => {
    throw new Error('No report is ordered here');
  },
};

const groupsAndPeople = () => {
  const { groups, people } = site('http://127.0.0.1:9/');
  return [groups, people] as const;
};

/** How long a backlog takes against what Teams' limits alone would need. */
export async function benchDrains(): Promise<{
  readonly rows: readonly Row[];
  readonly lines: readonly string[];
}> {
  const real = await watchingMemory(() => withEngine(inRealTime));
  const virtual = await watchingMemory(() => withEngine(inVirtualTime));
  return {
    rows: [virtual.result, real.result],
    lines: [
      memoryLine(`drain of ${NOTICES}`, virtual.memory),
      memoryLine(`drain of ${REAL_NOTICES}, the whole bot and Teams in it`, real.memory),
    ],
  };
}
