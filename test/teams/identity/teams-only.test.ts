import type { BotIdentity } from '../../../src/app/config/config';
import { SendFault } from '../../../src/ports/sender';
import type { Address } from '../../../src/ports/conversations';
import type { DomainContext } from '../../../src/domain/kernel/domain-context';
import { action, AGENT, botAdded, installed, message, TENANT } from '../../support/activities';
import type { WireActivity } from '../../support/activities';
import { messageCard, startBotHouse } from '../../support/bot-app';
import type { BotHouse } from '../../support/bot-app';
import { startConnector } from '../../support/connector';
import type { StubConnector } from '../../support/connector';
import { APP_ID, startTokenIssuer } from '../../support/token-issuer';
import type { TokenIssuer } from '../../support/token-issuer';

const BOT: BotIdentity = { type: 'SingleTenant', id: APP_ID, password: 'unused-secret', tenantId: TENANT };
const TEAMS = 'https://smba.trafficmanager.net/teams/';
const CONTEXT = {} as DomainContext;

let issuer: TokenIssuer;
let app: BotHouse;
let elsewhere: StubConnector;
beforeAll(async () => {
  issuer = await startTokenIssuer();
  elsewhere = await startConnector();
});
afterAll(async () => {
  await elsewhere.close();
  await issuer.close();
});
beforeEach(async () => {
  app = await startBotHouse({ config: { bot: BOT, tenants: [TENANT] }, cloud: issuer.cloud });
});
afterEach(() => app.stop());

/** Each way in which an activity does something, as it comes from somewhere. */
const activities = (serviceUrl: string): readonly WireActivity[] => [
  action('help.show', {}, 'card-1', { serviceUrl }),
  message('new api key depot', { serviceUrl }),
  installed({ serviceUrl }),
  botAdded({ serviceUrl }),
];
const changed = (fields: object) => (activity: WireActivity) => ({ ...activity, ...fields });
/** The Entra id of somebody of the directory, where a client of Web Chat chooses its own. */
const asOfficer = { from: { id: AGENT.aadObjectId, name: 'Program officer' } };

it.each([
  [
    'Web Chat, under the id of somebody of the directory',
    'channel',
    TEAMS,
    { channelId: 'webchat', ...asOfficer },
  ],
  ['Direct Line', 'channel', TEAMS, { channelId: 'directline' }],
  ['the emulator', 'channel', TEAMS, { channelId: 'emulator' }],
  ['Web Chat that calls itself Teams', 'service URL', 'https://webchat.botframework.com/', {}],
  ['another host', 'service URL', 'https://evil.example/teams/', {}],
  ['Teams of another cloud', 'service URL', 'https://smba.infra.gov.teams.microsoft.us/teams', {}],
  ['Teams without an Entra id', 'person', TEAMS, asOfficer],
  ['Teams with an Entra id that is none', 'person', TEAMS, { from: { ...AGENT, aadObjectId: 'officer' } }],
  ['Teams with an empty Entra id', 'person', TEAMS, { from: { ...AGENT, aadObjectId: '' } }],
])('The bot does nothing for %s, whoever signed the token', async (_name, lacking, serviceUrl, fields) => {
  for (const activity of activities(serviceUrl).map(changed(fields))) {
    const answer = await app.post(activity, { authorization: issuer.header(serviceUrl) });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toEqual({
      code: 'Forbidden',
      message: 'This bot answers only Teams in the tenants it serves.',
    });
  }
  await app.server.settled();
  expect(app.requests).toEqual([]);
  expect(app.addresses.size).toBe(0);
  expect(app.logged).toEqual([
    { level: 'warn', fields: { lacking }, message: 'An activity from outside Teams was rejected' },
  ]);
});

it('The bot serves Teams', async () => {
  const [activity = {}] = activities(TEAMS);
  expect((await app.post(activity, { authorization: issuer.header(TEAMS) })).status).toBe(200);
  expect(app.requests.map(({ person }) => person.id)).toEqual([AGENT.aadObjectId]);
});

const addressAt = (serviceUrl: string): Address => ({
  conversationId: 'a:one',
  serviceUrl,
  kind: 'personal',
});
const content = () => ({ content: { type: 'AdaptiveCard' }, summary: 'A card' });

it("The bot sends neither a new card nor a change to a stored address outside the cloud's Teams", async () => {
  const sender = app.bot.sender(content);
  const address = addressAt(elsewhere.serviceUrl);
  const foreign = new SendFault('foreign');
  await expect(sender.post(address, messageCard('Due'), CONTEXT)).rejects.toEqual(foreign);
  await expect(sender.update(address, 'sent-1', messageCard('Due'), CONTEXT)).rejects.toEqual(foreign);
  expect(foreign.gone).toBe(true);
  expect(elsewhere.calls).toEqual([]);
});

it('The bot sends nothing beyond its own machine while it is anonymous, whatever address is stored', async () => {
  const anonymous = await startBotHouse();
  const sender = anonymous.bot.sender(content);
  await expect(sender.post(addressAt(TEAMS), messageCard('Due'), CONTEXT)).rejects.toEqual(
    new SendFault('foreign'),
  );
  expect(await sender.post(addressAt(elsewhere.serviceUrl), messageCard('Due'), CONTEXT)).toBe('sent-1');
  await anonymous.stop();
});
