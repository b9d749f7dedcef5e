import { startApp } from '../../../src/app/compose';
import type { App } from '../../../src/app/app';
import { openCase } from '../../../src/domain/cases/change';
import type { CaseRepository } from '../../../src/ports/cases';
import type { Log } from '../../../src/ports/log';
import { DEMO_DIRECTORY_FILE, loadDirectory, loadPolicies, domainContextOf } from '../../../src/app/site';
import { openRepositories } from '../../../src/storage/open-repositories';
import type { Repositories } from '../../../src/storage/open-repositories';
import type { EngineUnderTest } from '../../storage/engine-under-test';
import { action } from '../../support/activities';
import { details } from '../../support/cases';
import { startConnector } from '../../support/connector';
import { seeded, settable } from '../../support/seeded';
import { quietSchedule } from '../quiet-schedule';
import { textOf } from '../seen-card';
import { CHANNEL_OF, personId } from '../town';

const ROUNDS = settable('RACE_ROUNDS', 50);
// Tuesday 2026-10-06, 10:00 in New York.
const START = Date.parse('2026-10-06T14:00:00Z');
const GATEKEEPERS = [personId('301'), personId('303')] as const;
const AGENT = personId('302');
/** So many rounds at a time, each with its own card. */
const LANES = 4;
const chance = seeded(settable('SEED', 4));

/** What each of the two presses, and whose the case is where that one wins. */
const PRESSES = [
  [
    { verb: 'case.claim', data: {}, to: GATEKEEPERS[0] },
    { verb: 'case.claim', data: {}, to: GATEKEEPERS[1] },
  ],
  [
    { verb: 'case.claim', data: {}, to: GATEKEEPERS[0] },
    { verb: 'case.assign', data: { assignee: AGENT }, to: AGENT },
  ],
  [
    { verb: 'case.assign', data: { assignee: AGENT }, to: AGENT },
    { verb: 'case.assign', data: { assignee: GATEKEEPERS[1] }, to: GATEKEEPERS[1] },
  ],
] as const;

/** The record of cases, each call some turns of the event loop late: two who press at once meet in every order. */
function jittered(cases: CaseRepository, conflicts: { count: number }): CaseRepository {
  const late = async (): Promise<void> => {
    for (let turns = chance.below(4); turns > 0; turns -= 1)
      await new Promise((resolve) => setImmediate(resolve));
  };
  const slow: Pick<CaseRepository, 'get' | 'save'> = {
    get: async (number) => {
      await late();
      return cases.get(number);
    },
    save: async (version, change) => {
      await late();
      const outcome = await cases.save(version, change);
      if (outcome.kind === 'conflict') conflicts.count += 1;
      return outcome;
    },
  };
  return new Proxy(cases, {
    get: (target, name) => {
      const own: unknown = Reflect.get(slow, name) ?? Reflect.get(target, name);
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
}

interface Instance {
  readonly app: App;
  readonly repositories: Repositories;
  press(round: number, who: string, verb: string, data: object): Promise<string>;
}

/** So many instances on the same data, with two gatekeepers in the group of Level 3. */
async function startInstances(count: number, under: EngineUnderTest, conflicts: { count: number }) {
  const connector = await startConnector();
  const faults: string[] = [];
  const fault = (_fields: object, words: string): void => {
    // Each instance has a clock of its own, which moves with each look at it: one is often ahead of the other.
    if (!words.startsWith('Future times were corrected')) faults.push(words);
  };
  const log: Log = { debug: () => undefined, info: () => undefined, warn: fault, error: fault };
  const { groups, people } = loadDirectory(DEMO_DIRECTORY_FILE);
  const [first, second] = GATEKEEPERS;
  const manned = groups.map((group) =>
    group.key === 'L3-AVN' ? { ...group, gatekeepers: [first, second] } : group,
  );
  const running: Instance[] = [];
  for (let made = 0; made < count; made += 1) {
    const engine = await under.open();
    const opened = await openRepositories(engine);
    await opened.directories.load(manned, people);
    const repositories = { ...opened, cases: jittered(opened.cases, conflicts) };
    let wallNow = START;
    const app = await startApp({
      config: { port: 0, host: '127.0.0.1', dataDir: '', logLevel: 'error', environment: 'production' },
      log,
      engine,
      repositories,
      context: domainContextOf(
        () => opened.directories.current(),
        loadPolicies(undefined),
        { now: () => START },
        'production',
      ),
      wall: { now: () => (wallNow += 1_000) },
      everyMs: 1_000,
      schedule: quietSchedule(2).schedule,
      random: () => 0.5,
    });
    const url = `http://127.0.0.1:${app.server.port}/api/messages`;
    const conversation = { conversationType: 'channel', isGroup: true, id: CHANNEL_OF['L3-AVN'] };
    running.push({
      app,
      repositories,
      press: async (round, who, verb, data) => {
        const person = { id: `29:${who}`, aadObjectId: who, name: who };
        const origin = { serviceUrl: connector.serviceUrl, person, conversation };
        const body = JSON.stringify(action(verb, data, `card-${round}`, origin));
        const answer = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        });
        if (answer.status !== 200) throw new Error(`${verb} was answered ${answer.status}`);
        return textOf(((await answer.json()) as { value: object }).value);
      },
    });
  }
  const end = async (): Promise<void> => {
    for (const { app } of running) await app.stop();
    await connector.close();
    await under.drop();
  };
  return { running, faults, end };
}

/** Puts an unassigned case of Level 3 into the record. */
async function arrived({ repositories: { cases, directories } }: Instance): Promise<string> {
  const number = await cases.nextId();
  const context = domainContextOf(
    () => directories.current(),
    loadPolicies(undefined),
    { now: () => START },
    'production',
  )();
  const act = { by: 'casekeeper', at: START, cause: `arrival-${number}` };
  // Each has a PR of its own, since one stands on one open case.
  const pr = `7${number.slice(-9)}`;
  const event = {
    kind: 'opened',
    origin: 'level-2',
    level: 3,
    group: 'L3-AVN',
    details: details({ pr }),
  } as const;
  const { kind } = await cases.insert({ ...openCase(number, [event], act, context), notifications: [] });
  if (kind !== 'saved') throw new Error(`${number} was not taken: ${kind}`);
  return number;
}

/** Two gatekeepers press on one card at once, round by round, over HTTP; `instances` of the product share the data. */
export function claimRace(name: string, under: () => EngineUnderTest, instances: number): void {
  const conflicts = { count: 0 };
  const wins = [0, 0];

  async function run(round: number, one: Instance, other: Instance): Promise<void> {
    const number = await arrived(one);
    const [left, right] = PRESSES[round % PRESSES.length]!;
    const said = await Promise.all([
      one.press(round, GATEKEEPERS[0], left.verb, { ...left.data, case: number }),
      other.press(round, GATEKEEPERS[1], right.verb, { ...right.data, case: number }),
    ]);
    const record = (await other.repositories.cases.get(number))?.state;
    const taken = (record?.timeline ?? []).filter(({ kind }) => kind === 'assigned');
    expect(taken).toHaveLength(1);
    const winner = GATEKEEPERS.findIndex((who) => who === taken[0]?.by);
    wins[winner]! += 1;
    expect(record?.assignee).toBe([left, right][winner]?.to);
    expect(said[winner]).toMatch(/Claimed by|Assigned to/u);
    const holder = one.repositories.directories.current().person(record?.assignee ?? '')?.name ?? 'nobody';
    expect(said[1 - winner]).toContain(`${number} is already taken`);
    expect(said[1 - winner]).toContain(`${holder} has had it since 6 Oct 2026`);
  }

  const title = `one of two who press at once gets the case and the other is told who has it, ${ROUNDS} times on ${name} (AS-1)`;
  const race = async (): Promise<void> => {
    const { running, faults, end } = await startInstances(instances, under(), conflicts);
    try {
      const [one] = running;
      const other = running.at(-1);
      if (one === undefined || other === undefined) throw new Error('No instance was started');
      let next = 0;
      const lane = async (): Promise<void> => {
        while (next < ROUNDS) await run(next++, one, other);
      };
      await Promise.all(Array.from({ length: LANES }, lane));
      expect(faults).toEqual([]);
      // In many of the rounds both had read the case before either saved, and either won, or this was no race.
      expect(conflicts.count).toBeGreaterThan(ROUNDS / 10);
      expect(Math.min(...wins)).toBeGreaterThan(ROUNDS / 10);
    } finally {
      await end();
    }
  };
  it(title, race, 60_000 + ROUNDS * 200);
}
