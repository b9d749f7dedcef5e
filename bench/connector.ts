import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The least that a Bot Connector does: it takes every activity and gives it an id. */
export async function startConnector(): Promise<{ readonly url: string; stop(): void }> {
  let last = 0;
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      last += 1;
      response.writeHead(request.method === 'PUT' ? 200 : 201, { 'content-type': 'application/json' });
      response.end(`{"id":"${last}"}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
