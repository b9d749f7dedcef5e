import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Server as NetServer } from 'node:net';

/** One call that the bot made to the connector. */
interface ConnectorCall {
  readonly kind: 'send' | 'update' | 'create-conversation' | 'other';
  readonly method: string;
  readonly path: string;
  readonly conversationId: string;
  readonly activityId: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into whatever was sent
  readonly body: any;
}

/** How a call is answered instead of taken. `hang` never answers, `reset` breaks the connection. */
export type Misbehaviour =
  { readonly status: number; readonly headers?: Readonly<Record<string, string>> } | 'hang' | 'reset';

/** A stand-in for the Bot Connector on loopback: it records what the bot sends and gives activity ids. */
export interface StubConnector {
  readonly serviceUrl: string;
  readonly calls: ConnectorCall[];
  /** The next calls misbehave, one each; after them all is well again. */
  misbehave(...ways: readonly Misbehaviour[]): void;
  /** Resolves when so many calls have come in all. */
  received(count: number): Promise<readonly ConnectorCall[]>;
  /** Resolves when nobody is connected any more: all that a process that ended had sent is in `calls` then. */
  alone(): Promise<void>;
  close(): Promise<void>;
}

const CONVERSATION = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/;

function kindOf(method: string, path: string): ConnectorCall['kind'] {
  if (method === 'POST' && path === '/v3/conversations') return 'create-conversation';
  if (!CONVERSATION.test(path)) return 'other';
  return method === 'POST' ? 'send' : method === 'PUT' ? 'update' : 'other';
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? undefined : JSON.parse(text);
}

/** So many looks in a row, a little apart, must find nobody. */
const LOOKS = 4;

/**
 * Resolves when nobody is connected to a server, and what was read from them has been worked on. A caller that ended just
 * after it connected stands in the queue of the operating system first, where no count sees it: one look is not enough.
 */
export async function nobodyAt(server: NetServer): Promise<void> {
  const connections = (): Promise<number> =>
    new Promise((resolve) => {
      server.getConnections((_error, count) => {
        resolve(count);
      });
    });
  for (let looks = 0; looks < LOOKS;) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    looks = (await connections()) > 0 ? 0 : looks + 1;
  }
}

/** Starts the stub on a free port. */
export async function startConnector(): Promise<StubConnector> {
  const calls: ConnectorCall[] = [];
  let taken = 0;
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  let ways: Misbehaviour[] = [];

  function answer(call: ConnectorCall, response: ServerResponse): void {
    taken += 1;
    const way = ways.shift();
    if (way === 'hang') return;
    if (way === 'reset') return void response.socket?.resetAndDestroy();
    const ids = { id: `sent-${taken}`, activityId: `sent-${taken}` };
    response.writeHead(way?.status ?? (call.kind === 'update' ? 200 : 201), {
      'content-type': 'application/json',
      ...way?.headers,
    });
    response.end(JSON.stringify(way === undefined ? ids : { error: { code: 'Stub', message: 'as told' } }));
  }

  const server: Server = createServer((request, response) => {
    const taken = (body: unknown): void => {
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
      const method = request.method ?? '';
      const [, conversationId = '', activityId = ''] = CONVERSATION.exec(path) ?? [];
      const call = { kind: kindOf(method, path), method, path, conversationId, activityId, body };
      calls.push(call);
      answer(call, response);
      for (const wait of waiting) if (calls.length >= wait.count) wait.resolve();
    };
    // What its sender did not live to send whole was never asked.
    bodyOf(request).then(taken, () => undefined);
  });
  // A connection that is closed for idling while the bot sends on it would be a fault that no test asked for.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    serviceUrl: `http://127.0.0.1:${port}`,
    calls,
    misbehave: (...next) => {
      ways = [...next];
    },
    received: (count) =>
      calls.length >= count
        ? Promise.resolve(calls)
        : new Promise((resolve) => {
            waiting.push({
              count,
              resolve: () => {
                resolve(calls);
              },
            });
          }),
    alone: () => nobodyAt(server),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
