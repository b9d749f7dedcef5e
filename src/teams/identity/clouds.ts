import { AuthenticationConstants, GovernmentConstants } from 'botframework-connector';
import type { CloudName } from '../../app/config/settings';
import type { ChannelIssuer } from './channel-tokens';

/** What differs between Microsoft's clouds: token issuers, where the bot signs in, and Teams' addresses. */
export interface Cloud extends ChannelIssuer {
  /** Entra's address, without a slash at the end. */
  readonly loginEndpoint: string;
  /** The tenant in which a multitenant bot signs in. */
  readonly loginTenant: string;
  /** The scope of the bot's own token. */
  readonly scope: string;
  readonly tokenServiceUrl: string;
  /** The only addresses that anything is sent to: scheme, host, and port. */
  readonly serviceOrigins: readonly string[];
}

// GCC High and DoD have one channel service; what tells them apart is where their Teams is reached.
const US_GOVERNMENT = {
  issuer: GovernmentConstants.ToBotFromChannelTokenIssuer,
  openIdMetadataUrl: GovernmentConstants.ToBotFromChannelOpenIdMetadataUrl,
  loginEndpoint: GovernmentConstants.ToChannelFromBotLoginUrlPrefix.replace(/\/$/, ''),
  loginTenant: GovernmentConstants.DefaultChannelAuthTenant,
  scope: GovernmentConstants.ToChannelFromBotOAuthScope,
} as const;

/**
 * The clouds. Sources: issuers, keys, logins and scopes of public and US government, `AuthenticationConstants` and
 * `GovernmentConstants` of botframework-connector 4.23.3; of China, Microsoft's "Configure a bot in Microsoft Azure
 * operated by 21Vianet"; token services of the government clouds and all service hosts, `CloudEnvironment` of the Teams
 * SDK, which agrees with the addresses for proactive messages in Teams' documentation. GCC is served by the public
 * channel service. Hosts of Web Chat and Direct Line are left out on purpose: only Teams says who someone is.
 */
export const CLOUDS: Readonly<Record<CloudName, Cloud>> = {
  public: {
    issuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
    openIdMetadataUrl: AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
    loginEndpoint: AuthenticationConstants.ToChannelFromBotLoginUrlPrefix.replace(/\/$/, ''),
    loginTenant: AuthenticationConstants.DefaultChannelAuthTenant,
    scope: AuthenticationConstants.ToChannelFromBotOAuthScope,
    tokenServiceUrl: AuthenticationConstants.OAuthUrl,
    serviceOrigins: [
      'https://smba.trafficmanager.net',
      'https://smba.onyx.prod.teams.trafficmanager.net',
      'https://smba.infra.gcc.teams.microsoft.com',
    ],
  },
  gcch: {
    ...US_GOVERNMENT,
    tokenServiceUrl: 'https://tokengcch.botframework.azure.us',
    serviceOrigins: ['https://smba.infra.gov.teams.microsoft.us'],
  },
  dod: {
    ...US_GOVERNMENT,
    tokenServiceUrl: 'https://apiDoD.botframework.azure.us',
    serviceOrigins: ['https://smba.infra.dod.teams.microsoft.us'],
  },
  china: {
    issuer: 'https://api.botframework.azure.cn',
    openIdMetadataUrl: 'https://login.botframework.azure.cn/v1/.well-known/openidconfiguration',
    loginEndpoint: 'https://login.partner.microsoftonline.cn',
    loginTenant: 'microsoftservices.partner.onmschina.cn',
    scope: 'https://api.botframework.azure.cn',
    tokenServiceUrl: 'https://token.botframework.azure.cn',
    serviceOrigins: ['https://frontend.botapi.msg.infra.teams.microsoftonline.cn'],
  },
};

// What two parsers might read as two hosts is no address of Teams.
const PLAIN_URL = /^[\w.~:/%-]+$/;

/** Whether the address is one of the cloud's Teams. */
export function isServiceUrl(url: string, cloud: Pick<Cloud, 'serviceOrigins'>): boolean {
  if (!PLAIN_URL.test(url) || !URL.canParse(url)) return false;
  return cloud.serviceOrigins.includes(new URL(url).origin);
}
