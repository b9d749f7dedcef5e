import { ToBotFromBotOrEmulatorTokenValidationParameters as SDK_ISSUERS } from 'botframework-connector/lib/auth/tokenValidationParameters';
import { Agent, request } from 'node:http';
import { message } from '../support/activities';
import { startBotHouse } from '../support/bot-app';
import type { BotHouse } from '../support/bot-app';
import { settable } from '../support/seeded';
import { APP_ID, startTokenIssuer } from '../support/token-issuer';
import type { TokenIssuer } from '../support/token-issuer';

const ROUNDS = settable('JUNK_TOKENS', 1_000);
const MAX_GROWTH = 10 * 1024 * 1024;
/** How much dearer the last requests may be than the first: a busy machine alone makes it half as much again. */
const MAX_DEARER = 2;
const SERVICE_URL = 'https://smba.trafficmanager.net/teams/';
const ISSUERS = [
  'https://api.botframework.com',
  'https://api.botframework.us',
  'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
  'https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0',
  'https://elsewhere.example/',
];

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token that nobody signed, of a tenant that no other has. Every fifth names the right issuer, some the SDK's own. */
function junk(round: number): string {
  // Long, so that whoever keeps it runs out of memory soon.
  const tid = `00000000-0000-4000-8000-${round.toString(16).padStart(12, '0')}`.padEnd(4_000, '-');
  const claims = {
    iss: ISSUERS[round % ISSUERS.length],
    aud: APP_ID,
    appid: APP_ID,
    ver: '1.0',
    serviceurl: SERVICE_URL,
    exp: 4_102_444_800,
  };
  const header = { alg: 'RS256', typ: 'JWT', kid: `junk-${round % 7}` };
  return `Bearer ${part(header)}.${part({ ...claims, tid })}.${part({ signature: round })}`;
}

/** Heap in bytes after a collection; undefined without `--expose-gc`, which the long run has. */
const heap = (): number | undefined => {
  if (globalThis.gc === undefined) return undefined;
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

let issuer: TokenIssuer;
let app: BotHouse;
let agent: Agent;
let fired: {
  readonly statuses: ReadonlySet<number>;
  readonly grown: number | undefined;
  readonly perThousand: readonly number[];
};

beforeAll(
  async () => {
    issuer = await startTokenIssuer();
    app = await startBotHouse({
      config: { bot: { type: 'SingleTenant', id: APP_ID, password: 'unused-secret', tenantId: APP_ID } },
      cloud: issuer.cloud,
    });
    agent = new Agent({ keepAlive: true, maxSockets: 8 });
    fired = await fire();
  },
  60_000 + ROUNDS * 10,
);
afterAll(async () => {
  agent.destroy();
  await app.stop();
  await issuer.close();
});

const body = JSON.stringify(message('help', { serviceUrl: SERVICE_URL }));

function send(round: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization: junk(round) };
    const { port } = app.server;
    const sent = request(
      { agent, port, host: '127.0.0.1', path: '/api/messages', method: 'POST', headers },
      (response) => {
        response.resume();
        response.on('end', () => {
          resolve(response.statusCode ?? 0);
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Sends all tokens, a thousand at a time; the figures are of processor time, which how busy the machine is changes little. */
async function fire(): Promise<typeof fired> {
  const statuses = new Set<number>();
  const perThousand: number[] = [];
  let before: number | undefined;
  for (let first = 0; first < ROUNDS; first += 1_000) {
    const from = process.cpuUsage();
    let next = first;
    const lane = async (): Promise<void> => {
      while (next < Math.min(first + 1_000, ROUNDS)) statuses.add(await send(next++));
    };
    await Promise.all(Array.from({ length: 8 }, lane));
    const { user, system } = process.cpuUsage(from);
    perThousand.push((user + system) / 1_000);
    app.logged.length = 0;
    // What a process keeps of its first requests (compiled code, sockets, the keys) is no leak.
    if (first === 0) before = heap();
  }
  const after = heap();
  const grown = before === undefined || after === undefined ? undefined : after - before;
  return { statuses, grown, perThousand };
}

it(`The front refuses ${ROUNDS} tokens that no one signed, each from a new tenant, and does nothing for them`, () => {
  expect([...fired.statuses]).toEqual([401]);
  expect(app.requests).toEqual([]);
  expect(app.addresses.size).toBe(0);
});

it('The SDK stores nothing from a token that no one signed', () => {
  const kept = (SDK_ISSUERS.issuer as string[]).filter((name) => name.includes('00000000-0000-4000-8000-'));
  expect(kept).toEqual([]);
});

const middleOf = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;

// Only the long run measures: a slice of it beside other tests says nothing, and has no such test.
if (globalThis.gc !== undefined)
  it('The front keeps the heap constant, and answers the last thousands as cheaply as the first', () => {
    const { grown = Number.NaN, perThousand } = fired;
    // The first thousand pays for the compiler.
    const later = perThousand.slice(1).map((ms) => ms / 1_000);
    const quarter = Math.ceil(later.length / 4);
    const [early, late] = [middleOf(later.slice(0, quarter)), middleOf(later.slice(-quarter))];
    process.stdout.write(
      `${ROUNDS} unsigned tokens: heap grew ${(grown / 1024 / 1024).toFixed(1)} MB (goal ≤ 10); ` +
        `processor time a request ${early.toFixed(2)} ms in the first quarter, ${late.toFixed(2)} ms in the last\n`,
    );
    expect(grown).toBeLessThan(MAX_GROWTH);
    // What is kept of each token is gone through for each later one: the last would cost many times the first.
    expect(late).toBeLessThan(MAX_DEARER * early);
  });
