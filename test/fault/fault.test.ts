import { DEFAULT_POLICY } from '../../src/domain/policy/default-policy';
import { policiesByDate } from '../../src/domain/policy/policies-by-date';
import { openSqlite } from '../../src/storage/sqlite/sqlite-engine';
import type { Engine } from '../../src/storage/store';
import { memoryDir, removeDir } from '../storage/temp-dir';
import { settable } from '../support/seeded';
import { outOfOrder, timesTaken } from './judged';
import { chatOf } from './workload';
import { yardOn } from './yard';
import type { Yard } from './yard';

const NOTICES = settable('FAULT_NOTICES', 500);
const SEED = settable('SEED', 20_261_121);
const HOUR_MS = 3_600_000;
/** A policy that gives up sooner than the default of 72. */
const HOURS = 4;
/** More changes at one instant than a second takes. */
const BURST = 40;

let dir: string;
let engine: Engine;
beforeEach(() => {
  dir = memoryDir();
  engine = openSqlite(dir);
});
afterEach(async () => {
  await engine.close();
  removeDir(dir);
});

/** Changes cases until so many notices are made, and delivers until all have left. Answers how many were sent again. */
async function workedThrough(yard: Yard): Promise<number> {
  for (let beats = 0; yard.work.expected.length < NOTICES; beats++) {
    for (let change = 0; change < (beats % 20 === 0 ? BURST : 4); change++) await yard.work.change();
    await yard.beat([undefined]);
    await yard.goOn();
  }
  let again = 0;
  for (;;) {
    await yard.beat([undefined]);
    if (await yard.goOn()) continue;
    const revived = await yard.sendAgain();
    if (revived === 0) return again;
    again += revived;
  }
}

jest.setTimeout(600_000);

it(`${NOTICES} notifications sent through every fault of Teams all arrive, in order, within its limits, and none twice without cause`, async () => {
  const caseCount = Math.max(40, Math.floor(NOTICES / 30));
  const yard = await yardOn(engine, { seed: SEED, caseCount });
  const start = yard.on.wallNow;
  const again = await workedThrough(yard);
  const { teams, work } = yard;

  const taken = timesTaken(teams.taken);
  const wanted = timesTaken(work.expected);
  const missing = [...wanted].filter(([notification, times]) => (taken.get(notification) ?? 0) < times);
  const doubled = [...wanted].map(([notification, times]) => (taken.get(notification) ?? 0) - times);
  const forNothing = [...wanted].filter(
    ([notification, times]) => (taken.get(notification) ?? 0) - times > (teams.lost.get(notification) ?? 0),
  );
  const gone = yard.gone();
  const disordered = outOfOrder(work.expected, teams.taken, gone);
  const states = await yard.outbox.count({ state: { in: ['waiting', 'dead', 'parked', 'held'] } });

  console.log(
    JSON.stringify({
      seed: SEED,
      notices: work.expected.length,
      cases: caseCount,
      conversations: new Set(work.expected.map(({ line }) => line.split(' in ')[1])).size,
      calls: [...teams.answers.values()].reduce((sum, count) => sum + count, 0),
      answers: Object.fromEntries([...teams.answers].sort()),
      missing: missing.length,
      outOfOrder: disordered.length,
      limitsBroken: teams.limits.broken(),
      nearest: teams.limits.most(),
      doubled: doubled.reduce((sum, more) => sum + more, 0),
      doubledForNothing: forNothing.length,
      sentAgainAfterGone: again,
      virtualSeconds: Math.round((yard.on.wallNow - start) / 1_000),
    }),
  );
  expect(work.expected.length).toBeGreaterThanOrEqual(NOTICES);
  expect(missing).toEqual([]);
  expect(disordered).toEqual([]);
  expect(teams.limits.broken()).toBe(0);
  expect(forNothing).toEqual([]);
  expect(states).toBe(0);
  // Nothing but a 403 or a 404 is taken for a conversation that is gone.
  expect(gone.size).toBeLessThanOrEqual((teams.answers.get('403') ?? 0) + (teams.answers.get('404') ?? 0));
  expect(yard.on.logged.filter(({ fields }) => fields['why'] === 'too-long')).toEqual([]);
});

it('A conversation that answers only 503 has its notifications dead-lettered after the hours in the policy, and not earlier', async () => {
  const yard = await yardOn(engine, {
    seed: SEED,
    caseCount: 3,
    down: new Set(Array.from({ length: 300 }, (_, index) => chatOf(`p${index}`))),
    withArrivals: false,
  });
  yard.on.policies = policiesByDate({ ...DEFAULT_POLICY, giveUpAfterHours: HOURS });
  const start = yard.on.wallNow;
  while (yard.work.expected.length < 20) await yard.work.change();
  const isDown = (line: string): boolean => line.includes('a:p');
  const toPeople = yard.work.expected.filter(({ line }) => isDown(line));
  const givenUp = (): number => yard.on.logged.filter(({ fields }) => fields['why'] === 'too-long').length;
  let before = 0;
  do {
    await yard.beat([undefined]);
    if (yard.on.wallNow - start <= HOURS * HOUR_MS) before = givenUp();
  } while (await yard.goOn());
  expect(before).toBe(0);
  expect(toPeople.length).toBeGreaterThan(5);
  expect(givenUp()).toBe(toPeople.length);
  expect(yard.on.wallNow - start).toBeLessThan((HOURS + 1) * HOUR_MS);
});
