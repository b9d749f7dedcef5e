import { generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CLOUDS } from '../../src/teams/identity/clouds';
import type { Cloud } from '../../src/teams/identity/clouds';
import type { CloudName } from '../../src/app/config/settings';

export const APP_ID = '11111111-2222-4333-8444-555555555555';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A signer of tokens like Bot Service's, with its key published on loopback. */
export interface TokenIssuer {
  readonly cloud: Cloud;
  /** The same cloud, whose Teams is at further addresses. */
  reaching(...serviceUrls: readonly string[]): Cloud;
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
const claimsFor = (iss: string, serviceUrl: string): object => ({
  iss,
  aud: APP_ID,
  serviceurl: serviceUrl,
  nbf: 1_600_000_000,
  exp: 4_102_444_800,
});

/** A cloud whose keys are looked up, and whose tokens are fetched, under an address. */
export const cloudAt = (address: string, name: CloudName = 'public'): Cloud => ({
  ...CLOUDS[name],
  tokenServiceUrl: address,
  openIdMetadataUrl: `${address}/openid`,
  loginEndpoint: `${address}/login`,
});

/** Starts the issuer of a cloud on a free port. */
export async function startTokenIssuer(name: CloudName = 'public'): Promise<TokenIssuer> {
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const server = createServer((request, response) => {
    const jwk = {
      ...own.publicKey.export({ format: 'jwk' }),
      kid: 'key-1',
      endorsements: ['msteams', 'webchat', 'directline', 'emulator'],
    };
    const { port } = server.address() as AddressInfo;
    response.setHeader('content-type', 'application/json');
    response.setHeader('connection', 'close');
    const body = request.url === '/openid' ? { jwks_uri: `http://127.0.0.1:${port}/keys` } : { keys: [jwk] };
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const cloud = cloudAt(`http://127.0.0.1:${port}`, name);
  return {
    cloud,
    reaching: (...serviceUrls) => ({
      ...cloud,
      serviceOrigins: [...cloud.serviceOrigins, ...serviceUrls.map((url) => new URL(url).origin)],
    }),
    header: (serviceUrl, claims) =>
      bearer(own.privateKey, { ...claimsFor(cloud.issuer, serviceUrl), ...claims }),
    forged: (serviceUrl) => bearer(other.privateKey, claimsFor(cloud.issuer, serviceUrl)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
