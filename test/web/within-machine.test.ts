import { request } from 'node:http';
import { createTelemetry } from '../../src/observability/telemetry';
import { startMetricsServer } from '../../src/observability/metrics-server';
import type { Page } from '../../src/web/pages/page';
import { message } from '../support/activities';
import { startBotHouse } from '../support/bot-app';
import { APP_ID } from '../support/token-issuer';

const BOT = { type: 'SingleTenant', id: APP_ID, password: 'unused-secret', tenantId: APP_ID } as const;
const REBOUND = { host: 'evil.example:3978' };
const FOREIGN_PAGE = { host: 'localhost', origin: 'https://evil.example' };
const HERE = { host: 'localhost:3978', origin: 'http://127.0.0.1:56150' };
const page: Page = {
  name: 'seen',
  isOurs: () => Promise.resolve(true),
  show: () => Promise.resolve({ status: 200, type: 'text/plain', body: 'seen' }),
};

/** Asks with the headers as they are, which `fetch` would set itself. */
function status(port: number, path: string, headers: Record<string, string>, body?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const asked = request(
      { port, host: '127.0.0.1', path, method, headers: { ...type, ...headers } },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      },
    );
    asked.once('error', reject);
    asked.end(body);
  });
}

const ACTIVITY = JSON.stringify({ ...message('', { serviceUrl: 'http://127.0.0.1:1' }), type: 'typing' });
const PATHS: readonly (readonly [string, number, string | undefined])[] = [
  ['/api/messages', 200, ACTIVITY],
  ['/metrics', 200, undefined],
  ['/p/seen/token', 200, undefined],
  ['/api/openapi.json', 200, undefined],
  ['/api/cases/TSC0000001', 401, undefined],
  ['/healthz', 200, undefined],
  ['/readyz', 200, undefined],
  ['/nothing', 404, undefined],
];

it.each(PATHS)(
  "An anonymous bot accepts %s only under a loopback name and from this machine's pages",
  async (path, well, body) => {
    const app = await startBotHouse({
      figures: createTelemetry(),
      pages: [page],
      later: () => undefined,
    });
    const { port } = app.server;
    expect(await status(port, path, HERE, body)).toBe(well);
    expect(await status(port, path, REBOUND, body)).toBe(421);
    expect(await status(port, path, FOREIGN_PAGE, body)).toBe(421);
    await app.stop();
  },
);

it("A request under another machine's name is logged once a minute, without the name", async () => {
  const app = await startBotHouse({ later: () => undefined });
  for (let n = 0; n < 5; n += 1) await status(app.server.port, '/healthz', REBOUND);
  expect(app.logged.map(({ message: words, fields }) => [words, fields])).toEqual([
    ['A request for another host name was rejected', {}],
  ]);
  await app.stop();
});

it('A registered bot accepts requests under any name', async () => {
  const app = await startBotHouse({ config: { bot: BOT } });
  expect(await status(app.server.port, '/healthz', REBOUND)).toBe(200);
  expect(await status(app.server.port, '/healthz', FOREIGN_PAGE)).toBe(200);
  await app.stop();
});

it('The telemetry port follows the same rule if it is configured to', async () => {
  const log = { debug: jest.fn(), info: jest.fn(), warn: jest.fn(), error: jest.fn() };
  for (const [withinMachine, rebound] of [
    [true, 421],
    [false, 200],
  ] as const) {
    const server = await startMetricsServer(
      { port: 0, host: '127.0.0.1', withinMachine },
      createTelemetry(),
      log,
    );
    expect(await status(server.port, '/metrics', HERE)).toBe(200);
    expect(await status(server.port, '/metrics', REBOUND)).toBe(rebound);
    expect(await status(server.port, '/metrics', FOREIGN_PAGE)).toBe(rebound);
    await server.stop();
  }
});
