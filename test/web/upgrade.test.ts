import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { message } from '../support/activities';
import { startBotHouse } from '../support/bot-app';
import { startConnector } from '../support/connector';
import { createTelemetry } from '../../src/observability/telemetry';
import { startMetricsServer } from '../../src/observability/metrics-server';

const UPGRADE = [
  'Connection: Upgrade, HTTP2-Settings',
  'Upgrade: h2c',
  'HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA',
];
const get = (path: string): string =>
  `${[`GET ${path} HTTP/1.1`, 'Host: localhost', ...UPGRADE].join('\r\n')}\r\n\r\n`;

/** Writes to the port; gives the socket, and the first line that came back. */
async function open(port: number, bytes: string): Promise<{ socket: Socket; line: string }> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(bytes);
  const line = await new Promise<string>((resolve) => {
    socket.once('data', (data) => resolve(data.toString('latin1').split('\r\n')[0] ?? ''));
    socket.once('close', () => resolve('closed'));
  });
  return { socket, line };
}

describe('A request that asks for an upgrade', () => {
  it("is answered as if it didn't ask, on every path", async () => {
    const app = await startBotHouse();
    for (const [path, line] of [
      ['/healthz', 'HTTP/1.1 200 OK'],
      ['/nothing', 'HTTP/1.1 404 Not Found'],
      ['/p/nothing', 'HTTP/1.1 404 Not Found'],
    ] as const) {
      const asked = await open(app.server.port, get(path));
      expect([path, asked.line]).toEqual([path, line]);
      asked.socket.destroy();
    }
    await app.stop();
  });

  it('is a turn like any other if it is an activity', async () => {
    const connector = await startConnector();
    const app = await startBotHouse();
    const body = JSON.stringify(message('help', connector));
    const head = ['POST /api/messages HTTP/1.1', 'Host: localhost', 'Content-Type: application/json'];
    const length = `Content-Length: ${Buffer.byteLength(body)}`;
    const { socket, line } = await open(
      app.server.port,
      `${[...head, length, ...UPGRADE].join('\r\n')}\r\n\r\n${body}`,
    );
    expect(line).toBe('HTTP/1.1 200 OK');
    expect(connector.calls).toHaveLength(1);
    socket.destroy();
    await app.stop();
    await connector.close();
  });

  it('delays no stop while its socket is open', async () => {
    const app = await startBotHouse();
    const { socket } = await open(app.server.port, get('/healthz'));
    const closed = once(socket, 'close');
    await app.stop();
    await closed;
  });

  it('is answered on the telemetry port too, and delays no stop there', async () => {
    const quiet = { debug: jest.fn(), info: jest.fn(), warn: jest.fn(), error: jest.fn() };
    const server = await startMetricsServer({ port: 0, host: '127.0.0.1' }, createTelemetry(), quiet);
    const { socket, line } = await open(server.port, get('/metrics'));
    expect(line).toBe('HTTP/1.1 200 OK');
    const closed = once(socket, 'close');
    await server.stop();
    await closed;
  });
});

it('A connection that asks for a tunnel is closed', async () => {
  const app = await startBotHouse();
  expect(
    (await open(app.server.port, 'CONNECT example.com:443 HTTP/1.1\r\nHost: example.com\r\n\r\n')).line,
  ).toBe('closed');
  await app.stop();
});
