import type { CardValue } from '../../src/cards/shared/card-value';
import { reply } from '../../src/commands/command';
import type { Outcome } from '../../src/commands/command';
import type { Address, Post } from '../../src/ports/conversations';
import type { Log } from '../../src/ports/log';
import type { TurnRequest } from '../../src/teams/bot-ports';
import type { CustomerApi, BotParts } from '../../src/web/bot-parts';
import { createBot } from '../../src/web/create-bot';
import type { Bot, BotSettings } from '../../src/web/create-bot';
import type { RunningServer } from '../../src/web/server';
import type { WireActivity } from './activities';

/** A line of the log as it was written. */
interface LogLine {
  readonly level: keyof Log;
  readonly fields: object;
  readonly message: string;
}

export const messageCard = (title: string): CardValue => ({
  card: 'message',
  tone: 'plain',
  title,
  text: '',
  buttons: [],
});

/** A bot that listens, with everything behind it replaced by what a test can see. */
export interface BotHouse {
  readonly url: string;
  readonly bot: Bot;
  readonly server: RunningServer;
  readonly requests: TurnRequest[];
  readonly posts: Post[];
  readonly addresses: Map<string, Address>;
  readonly logged: LogLine[];
  /** Posts an activity, or any body, and gives the answer. */
  post(body: WireActivity | string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  stop(): Promise<void>;
}

/** What a test may say otherwise. */
export interface HouseOptions extends Partial<Omit<BotSettings, 'config'>> {
  readonly config?: Partial<BotSettings['config']>;
  readonly handle?: (request: TurnRequest) => Promise<Outcome> | Outcome;
  readonly render?: BotParts['render'];
  /** What is found as somebody types; nothing unless said otherwise. */
  readonly search?: BotParts['search'];
  /** What customers' systems may do; nobody has a key unless said otherwise. */
  readonly api?: Partial<CustomerApi>;
  readonly pages?: BotParts['pages'];
}

const SHUT: CustomerApi = {
  systemOf: () => Promise.resolve(undefined),
  submit: () => Promise.reject(new Error('nobody has a key')),
  show: () => Promise.reject(new Error('nobody has a key')),
  document: () => ({}),
};

/** Starts a bot on a free port of loopback. It answers every turn with a message card unless told otherwise. */
export async function startBotHouse(options: HouseOptions = {}): Promise<BotHouse> {
  const requests: TurnRequest[] = [];
  const posts: Post[] = [];
  const addresses = new Map<string, Address>();
  const logged: LogLine[] = [];
  const line =
    (level: keyof Log) =>
    (fields: object, message: string): void =>
      void logged.push({ level, fields, message });
  const handle = options.handle ?? (() => reply(messageCard('Done')));
  const parts: BotParts = {
    log: { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') },
    handle: async (request) => {
      requests.push(request);
      const outcome = await handle(request);
      return outcome.kind === 'reply' ? outcome.reply.card : messageCard(`Refused: ${outcome.refusal.code}`);
    },
    search: options.search ?? (() => Promise.resolve([])),
    render:
      options.render ??
      ((card) => ({
        content: {
          type: 'AdaptiveCard',
          version: '1.5',
          card: card.card,
          title: 'title' in card ? card.title : '',
          ...('buttons' in card ? { buttons: card.buttons } : {}),
        },
        summary: `A ${card.card} card`,
      })),
    welcome: (place) => messageCard(`Welcome to ${place.kind}`),
    api: { ...SHUT, ...options.api },
    ...(options.pages === undefined ? {} : { pages: options.pages }),
    posts: {
      put: (post) => {
        // As stored: one a case, view and conversation.
        const before = posts.findIndex(
          ({ about, address, view }) =>
            about.id === post.about.id &&
            address.conversationId === post.address.conversationId &&
            view.kind === post.view.kind,
        );
        posts.splice(before < 0 ? posts.length : before, 1, post);
        return Promise.resolve();
      },
      ofRecord: ({ id }) => Promise.resolve(posts.filter(({ about }) => about.id === id)),
      remove: (post) => {
        const at = posts.findIndex(({ activityId }) => activityId === post.activityId);
        if (at >= 0) posts.splice(at, 1);
        return Promise.resolve();
      },
    },
    addresses: {
      put: (person, address) => Promise.resolve(void addresses.set(person, address)),
      get: (person) => Promise.resolve(addresses.get(person)),
    },
  };
  const { config, cloud, longestStopMs, figures, time, ping = () => Promise.resolve() } = options;
  const bot = createBot(parts, {
    ping,
    config: { port: 0, host: '127.0.0.1', environment: 'production', ...config },
    ...(cloud === undefined ? {} : { cloud }),
    ...(longestStopMs === undefined ? {} : { longestStopMs }),
    ...(figures === undefined ? {} : { figures }),
    ...(time === undefined ? {} : { time }),
    ...(options.later === undefined ? {} : { later: options.later }),
  });
  const server = await bot.start();
  const url = `http://127.0.0.1:${server.port}`;
  return {
    url,
    bot,
    server,
    requests,
    posts,
    addresses,
    logged,
    post: (body, headers = {}) =>
      fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    stop: () => server.stop(),
  };
}
