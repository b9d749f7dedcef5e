import { createTelemetry } from '../../src/observability/telemetry';
import { startMetricsServer } from '../../src/observability/metrics-server';
import { startBotHouse } from '../support/bot-app';

const quiet = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
const bot = {
  type: 'SingleTenant',
  id: '11111111-2222-4333-8444-555555555555',
  password: 'not-used',
  tenantId: '66666666-7777-4888-9999-000000000000',
} as const;

describe('GET /metrics', () => {
  it("answers on the bot's own port while the bot is anonymous, and so only on loopback", async () => {
    const figures = createTelemetry();
    figures.turn('answered', 5);
    const app = await startBotHouse({ figures });
    try {
      const answer = await fetch(`${app.url}/metrics`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4');
      expect(await answer.text()).toContain('casekeeper_turn_seconds_count{outcome="answered"} 1');
    } finally {
      await app.stop();
    }
  });

  it('does not exist on the port of a registered bot, which the world can reach', async () => {
    const app = await startBotHouse({ figures: createTelemetry(), config: { bot } });
    try {
      expect((await fetch(`${app.url}/metrics`)).status).toBe(404);
    } finally {
      await app.stop();
    }
  });

  it('answers on its own port, where nothing else does', async () => {
    const figures = createTelemetry();
    const server = await startMetricsServer({ port: 0, host: '127.0.0.1' }, figures, quiet);
    const url = `http://127.0.0.1:${server.port}`;
    try {
      expect(await (await fetch(`${url}/metrics`)).text()).toContain(
        '# TYPE casekeeper_turn_seconds histogram',
      );
      expect((await fetch(`${url}/`)).status).toBe(404);
      expect((await fetch(`${url}/metrics`, { method: 'POST' })).status).toBe(404);
    } finally {
      await server.stop();
    }
  });

  it('fails if its port is in use', async () => {
    const figures = createTelemetry();
    const first = await startMetricsServer({ port: 0, host: '127.0.0.1' }, figures, quiet);
    const again = startMetricsServer({ port: first.port, host: '127.0.0.1' }, figures, quiet);
    await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await first.stop();
  });
});
