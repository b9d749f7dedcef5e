import type { Activity, ConversationReference, TurnContext } from 'botbuilder';
import type { BotIdentity } from '../app/config/config';
import type { CardValue } from '../cards/shared/card-value';
import type { DomainContext } from '../domain/kernel/domain-context';
import { inTime } from '../runtime/in-time';
import { isLoopback } from '../runtime/loopback';
import type { Address } from '../ports/conversations';
import { SendFault, type Sender } from '../ports/sender';
import type { BotAdapter } from './adapter';
import type { CardContent } from './bot-ports';
import { cardActivity } from './card-activity';
import { SEND_TIMEOUT_MS } from './authentication';
import { CLOUDS, isServiceUrl, type Cloud } from './identity/clouds';
import { sendFaultOf } from './send-fault';

/** Sends outside a turn. Both throw a `SendFault` and end within ten seconds. */
export interface ConnectorClient {
  /** Answers the id of the new activity. To a channel's own conversation it begins a new post. */
  send(address: Address, activity: Partial<Activity>): Promise<string>;
  update(address: Address, activityId: string, activity: Partial<Activity>): Promise<void>;
}

function referenceOf(address: Address, bot: BotIdentity | undefined): Partial<ConversationReference> {
  return {
    channelId: 'msteams',
    serviceUrl: address.serviceUrl,
    // Teams knows a bot by "28:" and its application id.
    bot: { id: bot === undefined ? 'bot' : `28:${bot.id}`, name: '' },
    conversation: {
      id: address.conversationId,
      isGroup: address.kind === 'channel',
      conversationType: address.kind,
      name: '',
      ...(address.tenantId === undefined ? {} : { tenantId: address.tenantId }),
    },
  };
}

/** Whether a stored address may be sent to: it may be of another cloud, of another day, or put there by someone. */
function mayReach({ serviceUrl }: Address, bot: BotIdentity | undefined, cloud: Cloud): boolean {
  if (bot !== undefined) return isServiceUrl(serviceUrl, cloud);
  return URL.canParse(serviceUrl) && isLoopback(new URL(serviceUrl).hostname);
}

/**
 * Makes the client over the adapter. `timeoutMs` bounds each call as a whole, including its token. An address that
 * is not the cloud's Teams is `foreign` and nothing is sent there.
 */
export function createConnectorClient(
  adapter: BotAdapter,
  bot: BotIdentity | undefined,
  cloud: Cloud = CLOUDS.public,
  timeoutMs: number = SEND_TIMEOUT_MS,
): ConnectorClient {
  async function inConversation<T>(address: Address, act: (context: TurnContext) => Promise<T>): Promise<T> {
    if (!mayReach(address, bot, cloud)) throw new SendFault('foreign');
    // What fails must not reach the adapter's error handler: it would answer into the conversation.
    const work = new Promise<T>((resolve, reject) => {
      const turn = (context: TurnContext): Promise<void> => {
        // The SDK makes up an id for the activity that began this, and would post a reply to it.
        delete context.activity.id;
        return act(context).then(resolve, reject);
      };
      adapter.continueConversationAsync(bot?.id ?? '', referenceOf(address, bot), turn).catch(reject);
    });
    try {
      return await inTime(work, timeoutMs, () => new SendFault('timeout'));
    } catch (error) {
      throw sendFaultOf(error);
    }
  }

  return {
    send: (address, activity) =>
      inConversation(address, async (context) => (await context.sendActivity(activity))?.id ?? ''),
    update: (address, activityId, activity) =>
      inConversation(address, async (context) => {
        await context.updateActivity({ ...activity, id: activityId });
      }),
  };
}

/** Sends cards to people and channels that did not ask just now: notifications, and cards updated. */
export function channelNotifier(
  connector: ConnectorClient,
  render: (card: CardValue, context: DomainContext) => CardContent,
): Sender {
  return {
    post: (address, card, context) => connector.send(address, cardActivity(render(card, context))),
    update: (address, activityId, card, context) =>
      connector.update(address, activityId, cardActivity(render(card, context))),
  };
}
