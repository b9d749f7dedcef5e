import { startApp } from '../../src/app/compose';
import { createTelemetry, STOPWATCH } from '../../src/observability/telemetry';
import { observedEngine } from '../../src/observability/observed';
import { inFlight } from '../../src/runtime/in-flight';
import type { StopTimes } from '../../src/runtime/stop-in-time';
import { DEMO_DIRECTORY_FILE, loadDirectory, loadPolicies, domainContextOf } from '../../src/app/site';
import { openRepositories } from '../../src/storage/open-repositories';
import type { Engine, Store } from '../../src/storage/store';
import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { message } from '../support/activities';
import { startConnector } from '../support/connector';
import type { StubConnector } from '../support/connector';

const START = Date.parse('2026-10-06T14:00:00Z');
const log = { debug: jest.fn(), info: jest.fn(), warn: jest.fn(), error: jest.fn() };
/** Gives up at once. */
const AT_ONCE = { workMs: 1, closeMs: 60_000 };
const never = (): Promise<never> => new Promise(() => undefined);

const under = sqliteUnderTest();
let connector: StubConnector;
let opened: Engine;

beforeEach(async () => {
  connector = await startConnector();
  opened = await under.open();
});
afterEach(async () => {
  await opened.close();
  await connector.close();
  await under.drop();
});

/** The whole bot, whose questions to the store hang where the test says so. */
async function app(isHanging: (kind: string) => boolean, stopTimes: StopTimes) {
  const tracker = inFlight();
  const hanging = <T>(kind: string, store: Store<T>): Store<T> => ({
    get: (id) => store.get(id),
    insert: (id, value) => store.insert(id, value),
    replace: (id, version, value) => store.replace(id, version, value),
    remove: (id, version) => store.remove(id, version),
    find: (query) => (isHanging(kind) ? never() : store.find(query)),
    count: (where) => store.count(where),
    search: (words, limit) => store.search(words, limit),
  });
  const close = jest.fn(() => opened.close());
  const figures = createTelemetry();
  const engine = observedEngine(
    {
      ...opened,
      store: async (kind) => hanging(kind.name, await opened.store(kind)),
      close,
    },
    figures,
    STOPWATCH,
    tracker,
  );
  const repositories = await openRepositories(engine);
  const { groups, people } = loadDirectory(DEMO_DIRECTORY_FILE);
  await repositories.directories.load(groups, people);
  const time = { now: () => START };
  const running = await startApp({
    config: { port: 0, host: '127.0.0.1', dataDir: '', logLevel: 'error', environment: 'production' },
    log,
    engine,
    repositories,
    context: domainContextOf(
      () => repositories.directories.current(),
      loadPolicies(undefined),
      time,
      'production',
    ),
    wall: time,
    everyMs: 1_000,
    schedule: () => () => undefined,
    figures,
    tracker,
    stopTimes,
  });
  return { running, close };
}

it('Stopping abandons a sweep whose database query hangs, names both, and leaves the store unchanged', async () => {
  const { running, close } = await app((kind) => kind === 'case', AT_ONCE);
  const { parts, work, faults } = await running.stop();
  expect(parts).toContain('alerts');
  expect(work).toMatchObject({ sweep: 1 });
  expect(work['database']).toBeGreaterThan(0);
  expect(faults).toEqual([]);
  expect(close).not.toHaveBeenCalled();
});

it("Stopping abandons and names a turn whose answer Teams doesn't accept", async () => {
  const { running, close } = await app(() => false, AT_ONCE);
  connector.misbehave('hang');
  const turn = fetch(`http://127.0.0.1:${running.server.port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message('help', connector)),
  }).catch(() => undefined);
  await connector.received(1);
  const { parts, work } = await running.stop();
  expect(parts).toContain('http');
  expect(work).toMatchObject({ turns: 1 });
  expect(close).not.toHaveBeenCalled();
  await connector.close();
  await turn;
});

it('Stopping closes the store after the last work, and leaves nothing open', async () => {
  const { running, close } = await app(() => false, { workMs: 60_000, closeMs: 60_000 });
  expect(await running.stop()).toEqual({ parts: [], work: {}, faults: [] });
  expect(await running.stop()).toEqual({ parts: [], work: {}, faults: [] });
  expect(close).toHaveBeenCalledTimes(1);
});
