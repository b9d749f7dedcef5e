import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { channelTokens } from '../../../src/teams/identity/channel-tokens';
import { issuerOf } from '../../../src/teams/identity/token-issuer';
import { APP_ID } from '../../support/token-issuer';

const ISSUER = 'https://api.botframework.com';
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const unsigned = (claims: unknown): string =>
  `Bearer ${part({ alg: 'RS256', kid: 'none' })}.${part(claims)}.c2ln`;

describe('issuerOf', () => {
  it('reads the issuer that a token names', () => {
    expect(issuerOf(unsigned({ iss: ISSUER }))).toBe(ISSUER);
  });

  it.each([
    ['no header', ''],
    ['another scheme', unsigned({ iss: ISSUER }).replace('Bearer', 'bearer')],
    ['two blanks', unsigned({ iss: ISSUER }).replace(' ', '  ')],
    ['two parts', unsigned({ iss: ISSUER }).replace(/\.[^.]*$/, '')],
    ['no signature', unsigned({ iss: ISSUER }).replace(/[^.]*$/, '')],
    ['a payload that is no JSON', 'Bearer YQ.YQ.YQ'],
    ['a payload that is nothing', unsigned(null)],
    ['a payload that is a list', unsigned([ISSUER])],
    ['an issuer that is a list', unsigned({ iss: [ISSUER] })],
    ['a token far longer than any of Bot Service', unsigned({ iss: ISSUER, more: 'x'.repeat(10_000) })],
  ])('reads none from %s', (_name, header) => {
    expect(issuerOf(header)).toBeUndefined();
  });
});

describe('The key lookup', () => {
  const waiting: (() => void)[] = [];
  let asked = 0;
  let server: Server;
  beforeAll(async () => {
    server = createServer((_request, response) => {
      asked += 1;
      waiting.push(() => {
        response.writeHead(503, { connection: 'close' });
        response.end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  it("runs once for everyone waiting for it, so unsigned tokens don't each open a connection", async () => {
    const { port } = server.address() as AddressInfo;
    const tokens = channelTokens({ issuer: ISSUER, openIdMetadataUrl: `http://127.0.0.1:${port}/` }, APP_ID);
    const activity = { channelId: 'msteams', serviceUrl: 'https://smba.trafficmanager.net/teams/' };
    const checks = Array.from({ length: 20 }, () => tokens.identify(unsigned({ iss: ISSUER }), activity));
    const ended = Promise.allSettled(checks);
    while (waiting.length === 0) await new Promise((resolve) => setImmediate(resolve));
    for (const answer of waiting.splice(0)) answer();
    expect(new Set((await ended).map(({ status }) => status))).toEqual(new Set(['rejected']));
    expect(asked).toBe(1);

    const again = tokens.identify(unsigned({ iss: ISSUER }), activity);
    while (waiting.length === 0) await new Promise((resolve) => setImmediate(resolve));
    for (const answer of waiting.splice(0)) answer();
    await expect(again).rejects.toThrow();
    expect(asked).toBe(2);
  });
});
