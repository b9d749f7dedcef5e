import { generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Cloud } from '../../src/bot/authentication';

export const APP_ID = '11111111-2222-4333-8444-555555555555';
const ISSUER = 'https://api.botframework.com';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A signer of tokens like Bot Service's, with its key published on loopback. */
export interface TokenIssuer {
  readonly cloud: Cloud;
  /** A bearer header for the service URL; `claims` say otherwise. */
  header(serviceUrl: string, claims?: object): string;
  /** The same by another key that bears the known key's name. */
  forged(serviceUrl: string): string;
  close(): Promise<void>;
}

function bearer(key: KeyObject, claims: object): string {
  const content = `${part({ alg: 'RS256', typ: 'JWT', kid: 'key-1' })}.${part(claims)}`;
  return `Bearer ${content}.${sign('RSA-SHA256', Buffer.from(content), key).toString('base64url')}`;
}

// Valid until 2100, so that no clock matters.
const claimsFor = (serviceUrl: string): object => ({
  iss: ISSUER,
  aud: APP_ID,
  serviceurl: serviceUrl,
  nbf: 1_600_000_000,
  exp: 4_102_444_800,
});

/** Where keys are looked up under an address. */
export const cloudAt = (address: string): Cloud => ({
  CallerId: 'urn:botframework:azure',
  OAuthUrl: address,
  ToBotFromChannelOpenIdMetadataUrl: `${address}/openid`,
  ToBotFromEmulatorOpenIdMetadataUrl: `${address}/openid`,
  ToBotFromChannelTokenIssuer: ISSUER,
  ToChannelFromBotLoginUrl: `${address}/login`,
  ToChannelFromBotOAuthScope: ISSUER,
});

/** Starts the issuer on a free port. */
export async function startTokenIssuer(): Promise<TokenIssuer> {
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const server = createServer((request, response) => {
    const jwk = { ...own.publicKey.export({ format: 'jwk' }), kid: 'key-1', endorsements: ['msteams'] };
    const { port } = server.address() as AddressInfo;
    response.setHeader('content-type', 'application/json');
    response.setHeader('connection', 'close');
    const body = request.url === '/openid' ? { jwks_uri: `http://127.0.0.1:${port}/keys` } : { keys: [jwk] };
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    cloud: cloudAt(`http://127.0.0.1:${port}`),
    header: (serviceUrl, claims) => bearer(own.privateKey, { ...claimsFor(serviceUrl), ...claims }),
    forged: (serviceUrl) => bearer(other.privateKey, claimsFor(serviceUrl)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
