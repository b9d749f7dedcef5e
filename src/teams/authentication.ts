import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Activity, ConfigurationBotFrameworkAuthenticationOptions } from 'botbuilder';
import type { BotIdentity } from '../app/config/config';
import { keptConnections } from './connections';
import { channelTokens, type ChannelTokens } from './identity/channel-tokens';
import { CLOUDS, type Cloud } from './identity/clouds';

type Base = ConfigurationBotFrameworkAuthentication;
type Authenticated = Awaited<ReturnType<Base['authenticateRequest']>>;
type ConnectorFactory = ReturnType<Base['createConnectorFactory']>;
type Connector = Awaited<ReturnType<ConnectorFactory['create']>>;
type ClaimsIdentity = Parameters<Base['createConnectorFactory']>[0];
type UserTokenClient = Awaited<ReturnType<Base['createUserTokenClient']>>;

/** A call to Teams is given up after this time: the SDK alone would wait forever. */
export const SEND_TIMEOUT_MS = 10_000;
const MAX_CONNECTORS = 64;

const connectionTo = keptConnections();

interface OutgoingRequest {
  readonly url: string;
  abortSignal?: AbortSignal;
  /** Set already where the process is told to go through a proxy. */
  agent?: ReturnType<typeof connectionTo>;
}

/** The part of the SDK's HTTP pipeline that is needed; the SDK keeps it private. */
interface Pipeline {
  removePolicy(policy: { name: string }): unknown;
  addPolicy(policy: {
    name: string;
    sendRequest(
      request: OutgoingRequest,
      next: (request: OutgoingRequest) => Promise<object>,
    ): Promise<object>;
  }): void;
}

/**
 * Makes a send happen at most once and within a limit. The SDK's own retry sends again after a 5xx, whose first try may
 * well have been posted, and its options for retries and time-outs reach nobody (botbuilder 4.23.3).
 */
function sendOnceAndInTime(connector: Connector): Connector {
  const { pipeline } = (connector as unknown as { client: { pipeline: Pipeline } }).client;
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.addPolicy({
    name: 'sendInTime',
    sendRequest: async (request, next) => {
      // The pipeline's own time-out leaves its timer behind when a request fails, and does not bound the answer's body.
      const controller = new AbortController();
      const timer = setTimeout(() => {
        controller.abort();
      }, SEND_TIMEOUT_MS);
      request.abortSignal = controller.signal;
      request.agent ??= connectionTo(request.url);
      try {
        return await next(request);
      } finally {
        clearTimeout(timer);
      }
    },
  });
  return connector;
}

function optionsOf(bot: BotIdentity, cloud: Cloud): ConfigurationBotFrameworkAuthenticationOptions {
  const tenant = 'tenantId' in bot ? bot.tenantId : cloud.loginTenant;
  return {
    MicrosoftAppId: bot.id,
    MicrosoftAppType: bot.type,
    MicrosoftAppTenantId: tenant,
    ...('password' in bot ? { MicrosoftAppPassword: bot.password } : {}),
    OAuthUrl: cloud.tokenServiceUrl,
    ToBotFromChannelOpenIdMetadataUrl: cloud.openIdMetadataUrl,
    ToBotFromChannelTokenIssuer: cloud.issuer,
    ToChannelFromBotLoginUrl: `${cloud.loginEndpoint}/${tenant}`,
    ToChannelFromBotOAuthScope: cloud.scope,
  };
}

/**
 * The SDK's authentication, which takes the channel service's tokens alone, with one connector client a service URL
 * instead of one a turn (most of a turn's cost).
 */
export class SiteAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #connectors = new Map<string, Promise<Connector>>();
  /** Absent if the bot is anonymous: no token is required. */
  readonly #channel: (ChannelTokens & { readonly scope: string }) | undefined;
  #tokens: Promise<UserTokenClient> | undefined;

  constructor(bot: BotIdentity | undefined, cloud: Cloud = CLOUDS.public) {
    super(bot === undefined ? {} : optionsOf(bot, cloud));
    if (bot !== undefined) this.#channel = { ...channelTokens(cloud, bot.id), scope: cloud.scope };
  }

  /** Whether the caller's token is worth a check: false if it does not even name its issuer. */
  namesIssuer(header: string): boolean {
    return this.#channel?.namesIssuer(header) ?? true;
  }

  override async authenticateRequest(activity: Activity, header: string): Promise<Authenticated> {
    if (this.#channel === undefined) {
      const result = await super.authenticateRequest(activity, header);
      if (result.connectorFactory !== undefined) this.#keeping(result.connectorFactory);
      return result;
    }
    const claimsIdentity = await this.#channel.identify(header, activity);
    return {
      audience: this.#channel.scope,
      claimsIdentity,
      connectorFactory: this.createConnectorFactory(claimsIdentity),
    };
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return this.#keeping(super.createConnectorFactory(identity));
  }

  /** Nothing here signs people in, so one client serves every turn. */
  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    this.#tokens ??= super.createUserTokenClient(identity);
    return this.#tokens;
  }

  #keeping(factory: ConnectorFactory): ConnectorFactory {
    const make = factory.create.bind(factory);
    factory.create = (serviceUrl, audience) => {
      const key = `${serviceUrl} ${audience}`;
      const kept = this.#connectors.get(key);
      if (kept !== undefined) return kept;
      const oldest = this.#connectors.keys().next();
      if (this.#connectors.size >= MAX_CONNECTORS && oldest.done !== true) {
        this.#connectors.delete(oldest.value);
      }
      const made = make(serviceUrl, audience).then(sendOnceAndInTime);
      this.#connectors.set(key, made);
      made.catch(() => this.#connectors.delete(key));
      return made;
    };
    return factory;
  }
}
