import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { waitFor } from '../../scripts/demo/wait-for';

describe('Waiting for an address', () => {
  it('continues until the first successful answer', async () => {
    const answers = [503, 404, 200, 200];
    let asked = 0;
    const server = createServer((_request, response) => {
      // Two statements: restify, where it was loaded before, leaves writeHead without an answer for all of Node.
      response.writeHead(answers[asked++] ?? 500, { connection: 'close' });
      response.end();
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    expect(await waitFor(`http://127.0.0.1:${port}/readyz`, new AbortController().signal, 0)).toBe(true);
    expect(asked).toBe(3);
    await new Promise((closed) => server.close(closed));
  });

  it('ends when it is canceled', async () => {
    const stop = new AbortController();
    const waiting = waitFor('http://127.0.0.1:9/', stop.signal, 0);
    stop.abort();
    expect(await waiting).toBe(false);
  });
});
