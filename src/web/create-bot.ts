import type { CardValue } from '../cards/shared/card-value';
import type { DomainContext } from '../domain/kernel/domain-context';
import type { Config } from '../app/config/config';
import type { Sender } from '../ports/sender';
import type { TimeSource } from '../ports/time-source';
import { createAdapter } from '../teams/adapter';
import { createApplication } from '../teams/application';
import type { CardContent } from '../teams/bot-ports';
import type { BotParts } from './bot-parts';
import { CLOUDS, type Cloud } from '../teams/identity/clouds';
import type { Later } from '../runtime/rejection-log';
import { inFlight } from '../runtime/in-flight';
import { channelNotifier, createConnectorClient } from '../teams/connector-client';
import { personRate, rateBound } from '../runtime/rate-bound';
import { startServer, type FiguresText, type RunningServer } from './server';
import { replyWriter } from '../teams/write-reply';

/** What a bot needs besides its parts. */
export interface BotSettings {
  readonly config: Pick<
    Config,
    'port' | 'host' | 'bot' | 'cloud' | 'environment' | 'tenants' | 'turnsAMinute' | 'trustProxy'
  >;
  /** Throws if the store does not answer. */
  readonly ping: () => Promise<void>;
  /** The cloud, if not the one in the settings. */
  readonly cloud?: Cloud;
  readonly longestStopMs?: number;
  /** When the number of rejections is logged; by the timer by default. */
  readonly later?: Later;
  readonly figures?: FiguresText;
  /** Monotonic time; the process's own by default. */
  readonly time?: TimeSource;
}

/** A bot that is not yet listening. */
export interface Bot {
  /** Sends outside a turn, drawing cards in the context that it is given. */
  sender(render: (card: CardValue, context: DomainContext) => CardContent): Sender;
  /** Resolves when it listens; `stop` waits for turns in flight and for the work after them. */
  start(): Promise<RunningServer>;
}

/** Puts the bot together: adapter, routes, replies and the HTTP front. */
export function createBot(parts: BotParts, settings: BotSettings): Bot {
  const { config } = settings;
  const cloud = settings.cloud ?? CLOUDS[config.cloud ?? 'public'];
  const adapter = createAdapter(config.bot, parts.log, cloud);
  const connector = createConnectorClient(adapter, config.bot, cloud);
  const working = inFlight();
  const time = settings.time ?? { now: () => performance.now() };
  const rate = config.turnsAMinute === undefined ? undefined : personRate(config.turnsAMinute);
  const turn = createApplication({
    parts,
    writer: replyWriter(parts, connector),
    time,
    inHand: working,
    bound: rate && rateBound(time, rate),
    searchBound: rate && rateBound(time, rate),
  });
  return {
    sender: (render) => channelNotifier(connector, render),
    start: () =>
      startServer({
        ...settings,
        ...{ log: parts.log, api: parts.api, pages: parts.pages ?? [] },
        ...{ adapter, cloud, turn, inHand: working, time },
      }),
  };
}
