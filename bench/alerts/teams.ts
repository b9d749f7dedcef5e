import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { teamsLimits } from '../../test/support/teams-limits';
import type { TeamsLimits } from '../../test/support/teams-limits';

/** So long Teams takes to answer, as it is seen in the field. */
export const ANSWER_MS = 100;

interface Call {
  readonly at: number;
  /** The first case that the card names. */
  readonly number: string | undefined;
}

/** A Bot Connector on loopback: it takes every card, answers after a while, and counts as Teams does. */
export interface Teams {
  readonly url: string;
  readonly calls: readonly Call[];
  readonly limits: TeamsLimits;
  /** Resolves when so many calls have come in all. */
  received(count: number): Promise<void>;
  stop(): void;
}

export async function startTeams(): Promise<Teams> {
  const limits = teamsLimits({ now: () => performance.now() });
  const calls: Call[] = [];
  let wanted = { count: Infinity, tell: (): void => undefined };
  const server = createServer((request, response) => {
    const [, conversation = ''] = /conversations\/([^/]+)/.exec(request.url ?? '') ?? [];
    limits.arrives(decodeURIComponent(conversation));
    const at = Date.now();
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const [number] = /CS\d{7}/.exec(Buffer.concat(chunks).toString('utf8')) ?? [];
      calls.push({ at, number });
      if (calls.length >= wanted.count) wanted.tell();
      setTimeout(() => {
        response.writeHead(request.method === 'PUT' ? 200 : 201, { 'content-type': 'application/json' });
        response.end(`{"id":"${calls.length}"}`);
      }, ANSWER_MS);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    limits,
    received: (count) =>
      calls.length >= count ? Promise.resolve() : new Promise((tell) => (wanted = { count, tell })),
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
