import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { keptConnections } from '../../src/teams/connections';

it('A connection is kept for the next send, and closed by the bot once it has been idle', async () => {
  const server = createServer((_request, response) => response.end());
  // The service would keep it for ever.
  server.keepAliveTimeout = 0;
  let opened = 0;
  const closed = new Promise<void>((resolve) => {
    server.on('connection', (socket) => {
      opened += 1;
      socket.once('close', () => {
        resolve();
      });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const connectionTo = keptConnections(200);
  for (let sends = 0; sends < 2; sends += 1) {
    const request = get(url, { agent: connectionTo(url) });
    await new Promise((resolve) =>
      request.once('response', (answer) => answer.resume().once('close', resolve)),
    );
  }
  expect(opened).toBe(1);
  await closed;
  server.close();
});
