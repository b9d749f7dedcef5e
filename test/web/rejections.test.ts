import { routeConsole } from '../../src/runtime/console-to-log';
import { rejectionLog } from '../../src/runtime/rejection-log';
import { message, TENANT } from '../support/activities';
import { startBotHouse } from '../support/bot-app';
import { APP_ID, startTokenIssuer } from '../support/token-issuer';

const SERVICE_URL = 'https://smba.trafficmanager.net/teams/';
const BOT = { type: 'SingleTenant', id: APP_ID, password: 'unused-secret', tenantId: APP_ID } as const;
const FLOOD = 50;

it('Floods of requests without credentials write two log lines a minute for each kind', async () => {
  const due: (() => void)[] = [];
  const app = await startBotHouse({
    config: { bot: BOT, tenants: [TENANT] },
    later: (_ms, run) => void due.push(run),
  });
  const api = (headers: Record<string, string>) => fetch(`${app.url}/api/cases/TSC0000001`, { headers });
  for (let n = 0; n < FLOOD; n += 1) {
    expect((await api({})).status).toBe(401);
    expect((await api({ 'x-api-key': `key-${n}` })).status).toBe(401);
    expect((await app.post(message('hi', { serviceUrl: SERVICE_URL }))).status).toBe(401);
  }
  for (const run of due.splice(0)) run();
  expect(app.logged.map(({ message: words, fields }) => [words, fields])).toEqual([
    ['A request without a known API key was rejected', {}],
    ['A caller was rejected', { reason: expect.any(String) }],
    ['The same message was logged again within a minute', { kind: 'api-key', count: 2 * FLOOD - 1 }],
    ['The same message was logged again within a minute', { kind: 'token', count: FLOOD - 1 }],
  ]);
  await app.stop();
});

it("Bodies that aren't activities write two log lines a minute", async () => {
  const due: (() => void)[] = [];
  const app = await startBotHouse({ later: (_ms, run) => void due.push(run) });
  for (let n = 0; n < FLOOD; n += 1) expect((await app.post('{}')).status).toBe(400);
  for (const run of due.splice(0)) run();
  expect(app.logged.map(({ message: words, fields }) => [words, fields])).toEqual([
    ['A request body was rejected', { fault: 'type' }],
    ['The same message was logged again within a minute', { kind: 'body', count: FLOOD - 1 }],
  ]);
  await app.stop();
});

it("Requests whose key can't be checked all get the minute's log reference", async () => {
  const systemOf = (): Promise<undefined> => Promise.reject(new Error('the store is away'));
  const app = await startBotHouse({ api: { systemOf }, later: () => undefined });
  const details = new Set<string>();
  for (let n = 0; n < FLOOD; n += 1) {
    const answer = await fetch(`${app.url}/api/cases/TSC0000001`);
    expect(answer.status).toBe(500);
    details.add(((await answer.json()) as { detail: string }).detail);
  }
  expect(app.logged).toHaveLength(1);
  const { reference } = app.logged[0]!.fields as { reference: string };
  expect([...details].join()).toContain(`the reference ${reference}.`);
  expect(details.size).toBe(1);
  await app.stop();
});

it('Failing readiness writes one log line a minute', async () => {
  const app = await startBotHouse({
    ping: () => Promise.reject(new Error('away')),
    later: () => undefined,
  });
  for (let n = 0; n < FLOOD; n += 1) expect((await fetch(`${app.url}/readyz`)).status).toBe(503);
  expect(app.logged.map(({ message: words }) => words)).toEqual(['The database does not respond']);
  await app.stop();
});

it('The keys that the SDK writes to the console for each forged token stay out of every output', async () => {
  const methods = ['debug', 'info', 'log', 'warn', 'error', 'trace'] as const;
  const written = methods.map((method) => jest.spyOn(console, method).mockImplementation(() => undefined));
  const own = { ...console };
  const issuer = await startTokenIssuer();
  const app = await startBotHouse({
    config: { bot: BOT, tenants: [TENANT] },
    cloud: issuer.cloud,
    later: () => undefined,
  });
  const said: unknown[] = [];
  const line = (fields: object, words: string): void => void said.push([words, fields]);
  const log = { debug: line, info: line, warn: line, error: line };
  routeConsole(
    console,
    log,
    rejectionLog(log, () => undefined),
  );
  try {
    for (let n = 0; n < 5; n += 1) {
      const activity = message('hi', { serviceUrl: SERVICE_URL });
      const answer = await app.post(activity, { authorization: issuer.forged(SERVICE_URL) });
      expect(answer.status).toBe(401);
    }
  } finally {
    Object.assign(console, own);
  }
  expect(said).toEqual([
    ['A library wrote to the console', { library: 'botframework-connector', method: 'error' }],
  ]);
  for (const spy of written) expect(spy).not.toHaveBeenCalled();
  jest.restoreAllMocks();
  await app.stop();
  await issuer.close();
});
