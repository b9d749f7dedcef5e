import { startApp } from '../../src/app/compose';
import type { AnyKindModule } from '../../src/app/kind-module';
import type { App } from '../../src/app/app';
import type { MailSettings } from '../../src/app/config/config';
import type { Environment } from '../../src/domain/kernel/environment';
import type { Log } from '../../src/ports/log';
import type { TimeSource } from '../../src/ports/time-source';
import { DEMO_DIRECTORY_FILE, loadDirectory, loadPolicies, domainContextOf } from '../../src/app/site';
import type { Engine } from '../../src/storage/store';
import { openRepositories } from '../../src/storage/open-repositories';
import { action, message, installed, TENANT } from '../support/activities';
import type { WireActivity } from '../support/activities';
import type { EngineUnderTest } from '../storage/engine-under-test';
import { startConnector } from '../support/connector';
import type { Misbehaviour } from '../support/connector';
import { quietSchedule } from './quiet-schedule';
import { actionTitled, inputValues } from './seen-card';
import type { SeenCard } from './seen-card';

/** People of the demo directory, by the end of their ids. */
export type PersonKey =
  | '101'
  | '201'
  | '202'
  | '203'
  | '301'
  | '302'
  | '303'
  | '401'
  | '501'
  | '504'
  | '601'
  | '603'
  | '901'
  | '902';
export const personId = (key: PersonKey): string => `00000000-0000-4000-8000-000000000${key}`;

/** Where something is said: somebody's own chat, or a channel. */
export const chatOf = (key: PersonKey): string => `a:${key}`;
export const CHANNEL_OF = {
  'L2-AVN': '19:l2-avn@thread.tacv2',
  'L3-AVN': '19:l3-avn@thread.tacv2',
} as const;

/** A card where it stands, as its readers see it now. */
export interface Standing {
  readonly conversation: string;
  readonly activityId: string;
  readonly card: SeenCard;
}

/** The whole bot over HTTP with a stand-in for Teams, as its users would drive it. Time is moved by hand. */
export interface Town {
  readonly app: App;
  /** For a test that puts records there which nobody typed. */
  readonly engine: Engine;
  now: number;
  readonly faults: string[];
  /** How far the wall clock moves with each look at it; a second, unless figures are to be counted, which are given two. */
  wallStep: number;
  /** Lets so many milliseconds pass on the wall clock, which leases and people's own hours go by. */
  pass(ms: number): void;
  /** Types a line; answers the cards that came back in the same conversation during the turn. */
  say(who: PersonKey, line: string, where?: string): Promise<readonly Standing[]>;
  /** Presses a button of a card with what was filled in; answers the card that replaces it. */
  press(
    who: PersonKey,
    on: Standing,
    title: string,
    filled?: Readonly<Record<string, string>>,
  ): Promise<Standing>;
  /** The cards that stand in a conversation, oldest first, each as last updated, once the alerts are quiet. */
  standing(conversation: string): Promise<readonly Standing[]>;
  /** Lets the alerts look at the clocks now, and waits until everything is sent. */
  beat(): Promise<void>;
  /** Lets all that the bot does by itself run once more, then all be sent. */
  again(): Promise<void>;
  post(activity: WireActivity): Promise<Response>;
  /** The next calls to Teams are answered so, one each. */
  misbehave(...ways: readonly Misbehaviour[]): void;
  readonly serviceUrl: string;
  /** The process ends; what it stored stays. */
  leave(): Promise<void>;
  end(): Promise<void>;
}

const cardOf = (activity: { attachments?: readonly { content: SeenCard }[] }): SeenCard | undefined =>
  activity.attachments?.[0]?.content;

/**
 * Starts a town at a moment of business time (epoch milliseconds), with a mail server or without. Everybody has met the
 * bot, the channels too.
 */
export async function startTown(
  startAt: number,
  under: EngineUnderTest,
  mail?: MailSettings,
  environment: Environment = 'production',
  publicUrl?: string,
  kinds?: readonly AnyKindModule[],
): Promise<Town> {
  const connector = await startConnector();
  const engine = await under.open();
  const repositories = await openRepositories(engine);
  const { groups, people } = loadDirectory(DEMO_DIRECTORY_FILE);
  await repositories.directories.load(groups, people);
  const faults: string[] = [];
  const fault = (_fields: object, words: string): void => void faults.push(words);
  const log: Log = { debug: () => undefined, info: () => undefined, warn: fault, error: fault };
  const quiet = quietSchedule(5);
  let wallNow = startAt;
  let wallStep = 1_000;
  const wall: TimeSource = { now: () => (wallNow += wallStep) };
  const time = { now: startAt };
  const app = await startApp({
    ...(kinds === undefined ? {} : { kinds }),
    config: {
      port: 0,
      host: '127.0.0.1',
      dataDir: '',
      logLevel: 'error',
      environment,
      ...(mail === undefined ? {} : { mail }),
      ...(publicUrl === undefined ? {} : { publicUrl }),
    },
    log,
    engine,
    repositories,
    context: domainContextOf(
      () => repositories.directories.current(),
      loadPolicies(undefined),
      {
        now: () => time.now,
      },
      environment,
    ),
    wall,
    everyMs: 1_000,
    schedule: quiet.schedule,
    // A send in line waits on the wall clock alone: nothing else would let it go.
    waiting: (ms, run) => {
      wallNow += ms;
      const turn = setImmediate(run);
      return () => clearImmediate(turn);
    },
    random: () => 0.5,
    // A busy machine draws as well as an idle one.
    longestDrawingMs: 60_000,
  });
  const url = `http://127.0.0.1:${app.server.port}/api/messages`;
  const settled = async (): Promise<void> => {
    await app.server.settled();
    await quiet.settled();
  };

  const originOf = (who: PersonKey, where: string) => ({
    serviceUrl: connector.serviceUrl,
    person: { id: `29:${who}`, aadObjectId: personId(who), name: `Person ${who}` },
    conversation: where.startsWith('a:')
      ? { conversationType: 'personal', tenantId: TENANT, id: where }
      : { conversationType: 'channel', isGroup: true, tenantId: TENANT, id: where },
  });
  const post = (activity: WireActivity): Promise<Response> =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });

  function standingNow(conversation: string): readonly Standing[] {
    const cards = new Map<string, SeenCard>();
    connector.calls.forEach((call, index) => {
      if (call.conversationId.replace(/;messageid=.*$/, '') !== conversation) return;
      const card = cardOf(call.body);
      if (card !== undefined) cards.set(call.kind === 'update' ? call.activityId : `sent-${index + 1}`, card);
    });
    return [...cards].map(([activityId, card]) => ({ conversation, activityId, card }));
  }

  const town: Town = {
    app,
    engine,
    get wallStep() {
      return wallStep;
    },
    set wallStep(ms) {
      wallStep = ms;
    },
    faults,
    pass: (ms) => void (wallNow += ms),
    serviceUrl: connector.serviceUrl,
    get now() {
      return time.now;
    },
    set now(at) {
      time.now = at;
    },
    post,
    misbehave: (...ways) => connector.misbehave(...ways),
    say: async (who, line, where = chatOf(who)) => {
      const before = new Set(standingNow(where).map(({ activityId }) => activityId));
      const response = await post(message(line, originOf(who, where)));
      if (!response.ok) throw new Error(`“${line}” was answered ${response.status}`);
      await settled();
      return standingNow(where).filter(({ activityId }) => !before.has(activityId));
    },
    press: async (who, on, title, filled = {}) => {
      const pressed = actionTitled(on.card, title);
      const data = { ...inputValues(on.card), ...pressed.data, ...filled };
      const response = await post(action(pressed.verb, data, on.activityId, originOf(who, on.conversation)));
      const answer = (await response.json()) as { value: SeenCard };
      await settled();
      return { ...on, card: answer.value };
    },
    standing: async (conversation) => {
      await settled();
      return standingNow(conversation);
    },
    beat: async () => {
      await app.server.settled();
      app.alerts.nudge();
      await quiet.settled();
    },
    again: async () => {
      await app.server.settled();
      quiet.again();
      await quiet.settled();
    },
    leave: async () => {
      await app.stop();
      await connector.close();
    },
    end: async () => {
      await town.leave();
      await under.drop();
    },
  };
  for (const who of ['201', '202', '301', '302', '401'] as const) {
    const origin = originOf(who, chatOf(who));
    await post({ ...installed(origin), from: origin.person });
  }
  for (const where of Object.values(CHANNEL_OF)) await post(installed(originOf('401', where)));
  await town.beat();
  return town;
}
