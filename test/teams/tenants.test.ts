import type { BotIdentity } from '../../src/app/config/config';
import { action, botAdded, CHANNEL, installed, message, PERSONAL, TENANT } from '../support/activities';
import type { WireActivity } from '../support/activities';
import { startBotHouse } from '../support/bot-app';
import type { BotHouse } from '../support/bot-app';
import { startConnector } from '../support/connector';
import type { StubConnector } from '../support/connector';
import { APP_ID, startTokenIssuer } from '../support/token-issuer';
import type { TokenIssuer } from '../support/token-issuer';

const BOT: BotIdentity = { type: 'SingleTenant', id: APP_ID, password: 'unused-secret', tenantId: TENANT };
const SECOND = '00000000-0000-4000-8000-0000000000AA';
const FOREIGN = '99999999-0000-4000-8000-000000000009';
// Invokes are answered in the HTTP answer, so that no token has to be fetched for a reply.
const HELP = (origin: StubConnector): WireActivity => action('help.show', {}, 'card-1', origin);

let issuer: TokenIssuer;
let connector: StubConnector;
let app: BotHouse;

beforeAll(async () => {
  issuer = await startTokenIssuer();
  connector = await startConnector();
});
afterAll(async () => {
  await connector.close();
  await issuer.close();
});
beforeEach(async () => {
  app = await startBotHouse({
    config: { bot: BOT, tenants: [TENANT, SECOND.toLowerCase()] },
    cloud: issuer.reaching(connector.serviceUrl),
  });
});
afterEach(async () => {
  await app.stop();
  connector.calls.length = 0;
});

const send = (activity: WireActivity): Promise<Response> =>
  app.post(activity, { authorization: issuer.header(connector.serviceUrl) });

/** An activity as it comes from a tenant: said in the conversation, by Teams' data, or by both; null leaves one out. */
const from = (activity: WireActivity, conversation: string | null, channel: string | null): WireActivity => ({
  ...activity,
  conversation: { ...activity['conversation'], tenantId: conversation },
  channelData: { ...activity['channelData'], tenant: channel === null ? null : { id: channel } },
});

it.each([
  ['in both places', TENANT, TENANT],
  ['in the conversation alone', TENANT, null],
  ['by Teams alone', null, TENANT],
  ['in other letters', SECOND, SECOND.toLowerCase()],
])('The bot serves a listed tenant that is named %s', async (_name, conversation, channel) => {
  const answer = await send(from(HELP(connector), conversation, channel));
  expect(answer.status).toBe(200);
  expect(app.requests).toHaveLength(1);
});

it.each([
  ['another tenant', FOREIGN, FOREIGN],
  ['another tenant in the conversation', FOREIGN, TENANT],
  ['another tenant by Teams', TENANT, FOREIGN],
  ['no tenant', null, null],
  ['an empty tenant', '', ''],
  ['no tenant that could be one', '*', '*'],
])('The bot does nothing for %s, and answers that it is not served', async (_name, conversation, channel) => {
  const origin = { serviceUrl: connector.serviceUrl };
  const all = [
    HELP(connector),
    message('help', origin),
    message('help', { ...origin, conversation: CHANNEL }),
    installed({ ...origin, conversation: PERSONAL }),
    botAdded({ ...origin, conversation: CHANNEL }),
  ];
  for (const activity of all) {
    const answer = await send(from(activity, conversation, channel));
    expect(answer.status).toBe(403);
    expect(await answer.json()).toEqual({
      code: 'Forbidden',
      message: 'This bot answers only Teams in the tenants it serves.',
    });
  }
  await app.server.settled();
  expect(app.requests).toEqual([]);
  expect(app.addresses.size).toBe(0);
  expect(connector.calls).toEqual([]);
});

it('The bot logs a refused tenant once, without who wrote or what was written', async () => {
  for (let sent = 0; sent < 3; sent += 1) await send(from(message('my secret', connector), FOREIGN, FOREIGN));
  await send(from(message('my secret', connector), 'somebody@example.com', null));
  await send(from(message('my secret', connector), null, null));
  expect(app.logged).toEqual(
    [FOREIGN, 'not a GUID', 'not given'].map((tenant) => ({
      level: 'warn',
      fields: { tenant },
      message: 'An activity from a tenant that is not served was rejected',
    })),
  );
});

it('The bot reveals nothing about tenants to a caller without a token', async () => {
  const answers = [await app.post(HELP(connector)), await app.post(from(HELP(connector), FOREIGN, FOREIGN))];
  expect(answers.map(({ status }) => status)).toEqual([401, 401]);
});

it('The bot serves no one if it has no list of tenants', async () => {
  await app.stop();
  app = await startBotHouse({ config: { bot: BOT }, cloud: issuer.reaching(connector.serviceUrl) });
  expect((await send(HELP(connector))).status).toBe(403);
});
