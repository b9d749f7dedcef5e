// Bot Service's tokens have about a thousand characters.
const MAX_TOKEN_LENGTH = 8 * 1024;
const BEARER = /^Bearer [\w-]+\.([\w-]+)\.[\w-]+$/;

/**
 * The issuer that a bearer token names, read from its payload alone. Nothing is verified: it says which tokens are not
 * worth a check. Undefined for what is no signed token, and for one that is far longer than Bot Service's.
 */
export function issuerOf(authorization: string): string | undefined {
  if (authorization.length > MAX_TOKEN_LENGTH) return undefined;
  const payload = BEARER.exec(authorization)?.[1];
  if (payload === undefined) return undefined;
  try {
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as { iss?: unknown } | null;
    return typeof claims?.iss === 'string' ? claims.iss : undefined;
  } catch {
    return undefined;
  }
}
