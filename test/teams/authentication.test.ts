import type { BotIdentity } from '../../src/app/config/config';
import { message, TENANT } from '../support/activities';
import type { WireActivity } from '../support/activities';
import { startBotHouse } from '../support/bot-app';
import type { BotHouse } from '../support/bot-app';
import { APP_ID, cloudAt, startTokenIssuer } from '../support/token-issuer';
import type { TokenIssuer } from '../support/token-issuer';

const BOT: BotIdentity = { type: 'SingleTenant', id: APP_ID, password: 'unused-secret', tenantId: APP_ID };
const SERVICE_URL = 'https://smba.trafficmanager.net/teams/';

let issuer: TokenIssuer;
let app: BotHouse;
// The SDK writes failed verifications to the console; the test's output stays clean, and what it says is looked at.
let said: string[];

beforeAll(async () => {
  issuer = await startTokenIssuer();
  app = await startBotHouse({
    config: { bot: BOT, tenants: [TENANT] },
    cloud: issuer.cloud,
    // Each test sees its own rejections: the minute is over at once.
    later: (_ms, run) => run(),
  });
});
afterAll(async () => {
  await app.stop();
  await issuer.close();
});
beforeEach(() => {
  said = [];
  jest.spyOn(console, 'error').mockImplementation((...words) => void said.push(words.map(String).join(' ')));
  app.requests.length = 0;
  app.logged.length = 0;
});
afterEach(() => {
  jest.restoreAllMocks();
});

// Nothing is sent for it, so no token has to be fetched.
const quiet = (): WireActivity => ({ ...message('', { serviceUrl: SERVICE_URL }), type: 'typing' });

async function turnedAway(answer: Response): Promise<void> {
  expect(answer.status).toBe(401);
  expect(await answer.json()).toEqual({
    code: 'Unauthorized',
    message: "The caller isn't authenticated.",
  });
  expect(app.requests).toEqual([]);
}

it('The bot accepts an activity with a token signed by Bot Service', async () => {
  const answer = await app.post(quiet(), { authorization: issuer.header(SERVICE_URL) });
  expect(answer.status).toBe(200);
});

const PLAIN = Buffer.from('{"alg":"none"}').toString('base64url');
const CLAIMS = Buffer.from(JSON.stringify({ iss: 'https://api.botframework.com', aud: APP_ID })).toString(
  'base64url',
);

it.each([
  ['no token', undefined],
  ['an empty token', ''],
  ['junk', 'junk'],
  ['a bearer without a token', 'Bearer '],
  ['a bearer of junk', 'Bearer junk'],
  ['three pieces of junk', 'Bearer a.b.c'],
  ['another scheme', 'Basic dXNlcjpwYXNz'],
  ['an unsigned token', `Bearer ${PLAIN}.${CLAIMS}.`],
])('The bot refuses a caller with %s', async (_name, authorization) => {
  await turnedAway(await app.post(quiet(), authorization === undefined ? {} : { authorization }));
});

it('The bot refuses a token signed by someone else', async () => {
  await turnedAway(await app.post(quiet(), { authorization: issuer.forged(SERVICE_URL) }));
});

it.each([
  ['for another bot', { aud: '99999999-2222-4333-8444-555555555555' }],
  ['for another service URL', { serviceurl: 'https://elsewhere.example/' }],
  ['of another issuer', { iss: 'https://elsewhere.example/' }],
  ['of the past', { exp: 1_600_000_001 }],
  ['without a service URL', { serviceurl: undefined }],
])('The bot refuses a token %s', async (_name, claims) => {
  await turnedAway(await app.post(quiet(), { authorization: issuer.header(SERVICE_URL, claims) }));
});

// What the SDK alone would take: tokens of its emulator and of other bots, signed as they should be.
const OTHER_BOT = '99999999-2222-4333-8444-555555555555';
const ENTRA = `https://sts.windows.net/${TENANT}/`;
it.each([
  ['of the emulator', { iss: ENTRA, tid: TENANT, ver: '1.0', appid: APP_ID }],
  [
    'of the emulator in its second version',
    { iss: `https://login.microsoftonline.com/${TENANT}/v2.0`, tid: TENANT, ver: '2.0', azp: APP_ID },
  ],
  ['of another bot', { iss: ENTRA, tid: TENANT, ver: '1.0', appid: OTHER_BOT }],
  ['of another bot under the issuer of Bot Service', { ver: '1.0', appid: OTHER_BOT }],
])('The bot refuses a correctly signed token %s', async (_name, claims) => {
  await turnedAway(await app.post(quiet(), { authorization: issuer.header(SERVICE_URL, claims) }));
});

it('The bot refuses an activity from an App Service Environment, whose tokens are not from Bot Service', async () => {
  const activity = { ...quiet(), channelId: 'AseChannel' };
  await turnedAway(await app.post(activity, { authorization: issuer.header(SERVICE_URL) }));
});

it("The bot refuses a caller without the channel service's token before it reads the body", async () => {
  const answer = await app.post('{ this is no JSON', { authorization: 'Bearer a.b.c' });
  await turnedAway(answer);
});

it("The bot refuses a token whose keys can't be looked up, and tells no one why", async () => {
  const cut = await startBotHouse({ config: { bot: BOT }, cloud: cloudAt('http://127.0.0.1:9') });
  const answer = await cut.post(quiet(), { authorization: issuer.header(SERVICE_URL) });
  expect(answer.status).toBe(401);
  expect(await answer.text()).not.toMatch(/127\.0\.0\.1|ECONN|fetch/);
  expect(cut.logged.map(({ message: words }) => words)).toEqual(['A caller was rejected']);
  await cut.stop();
});

it('The bot never writes a token or the password to the log', async () => {
  const token = issuer.forged(SERVICE_URL);
  await app.post(quiet(), { authorization: token });
  const log = JSON.stringify(app.logged) + said.join('\n');
  expect(log).toContain('was rejected');
  expect(log).not.toContain(token.slice(-40));
  expect(log).not.toContain(BOT.password);
});
