import type { ClaimsIdentity } from 'botframework-connector';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor';
import { inTime } from '../../runtime/in-time';
import { issuerOf } from './token-issuer';

/** Key lookups time out after this; no caller waits longer for a rejection. */
const LOOKUP_TIMEOUT_MS = 5_000;
const tooLate = (): Error => new Error('The token could not be checked in time.');
const CLOCK_TOLERANCE_SECONDS = 5 * 60;

/** The issuer of a channel service's tokens, and where its keys are published. */
export interface ChannelIssuer {
  readonly issuer: string;
  readonly openIdMetadataUrl: string;
}

/** Checks the tokens of one channel service, which are for one bot. */
export interface ChannelTokens {
  /** Whether the token names the channel service as its issuer. Cheap, and keeps nothing. */
  namesIssuer(authorization: string): boolean;
  /** The verified claims of this activity's token. Throws if the channel service did not sign it, or not for this bot. */
  identify(
    authorization: string,
    activity: { readonly channelId: string; readonly serviceUrl: string },
  ): Promise<ClaimsIdentity>;
}

/** Bot Service's own tokens have neither a version nor an application; those by which bots call one another have both. */
function isOfAnotherApp(identity: ClaimsIdentity, appId: string): boolean {
  const app = identity.getClaimValue('appid') ?? identity.getClaimValue('azp');
  return identity.getClaimValue('ver') !== null && app !== null && app !== appId;
}

/** The part of the SDK's key store that looks keys up; the SDK keeps it private. */
interface KeyStore {
  refreshCache(): Promise<void>;
}

/** One lookup serves all who wait for it; otherwise each unsigned token would open a connection. */
function lookUpOnce(store: KeyStore): void {
  const lookUp = store.refreshCache.bind(store);
  let running: Promise<void> | undefined;
  store.refreshCache = () =>
    (running ??= inTime(lookUp(), LOOKUP_TIMEOUT_MS, tooLate).finally(() => {
      running = undefined;
    }));
}

/**
 * Takes the tokens of the channel service and no others. The SDK also takes those of its emulator, of other bots
 * (skills) and of App Service Environments, and for every token it is shown it keeps the tenant that the token names,
 * before any signature is checked (`EmulatorValidation.isTokenFromEmulator`, botframework-connector 4.23.3). Of the
 * SDK only the check of a signature is used here.
 */
export function channelTokens({ issuer, openIdMetadataUrl }: ChannelIssuer, appId: string): ChannelTokens {
  const signatures = new JwtTokenExtractor(
    { issuer: [issuer], clockTolerance: CLOCK_TOLERANCE_SECONDS, ignoreExpiration: false },
    openIdMetadataUrl,
    ['RS256', 'RS384', 'RS512'],
  );
  lookUpOnce(signatures.openIdMetadata as unknown as KeyStore);
  const namesIssuer = (authorization: string): boolean => issuerOf(authorization) === issuer;

  return {
    namesIssuer,
    identify: async (authorization, { channelId, serviceUrl }) => {
      if (!namesIssuer(authorization)) throw new Error('The token is from another issuer.');
      const identity = await signatures.getIdentityFromAuthHeader(authorization, channelId);
      if (identity === null) throw new Error("The token isn't from the channel service.");
      if (identity.getClaimValue('aud') !== appId) throw new Error('The token is for another bot.');
      if (isOfAnotherApp(identity, appId)) throw new Error('The token is from another bot.');
      // The token is bound to the address to which the answers go.
      if (identity.getClaimValue('serviceurl') !== serviceUrl) {
        throw new Error('The token is for another service URL.');
      }
      return identity;
    },
  };
}
