import { ClaimsIdentity } from 'botframework-connector';
import { SiteAuthentication } from '../../../src/teams/authentication';
import { CLOUDS, isServiceUrl } from '../../../src/teams/identity/clouds';
import type { BotIdentity } from '../../../src/app/config/config';
import { CLOUD_NAMES } from '../../../src/app/config/settings';
import type { CloudName } from '../../../src/app/config/settings';
import { action, TENANT } from '../../support/activities';
import { startBotHouse } from '../../support/bot-app';
import type { BotHouse } from '../../support/bot-app';
import { APP_ID, startTokenIssuer } from '../../support/token-issuer';
import type { TokenIssuer } from '../../support/token-issuer';

const BOT: BotIdentity = { type: 'SingleTenant', id: APP_ID, password: 'unused-secret', tenantId: TENANT };
const SERVICE_URLS: Readonly<Record<CloudName, readonly string[]>> = {
  public: [
    'https://smba.trafficmanager.net/teams/',
    `https://smba.trafficmanager.net/amer/${TENANT}/`,
    'https://smba.infra.gcc.teams.microsoft.com/teams',
  ],
  gcch: [
    'https://smba.infra.gov.teams.microsoft.us/teams',
    'https://smba.infra.gov.teams.microsoft.us/gcch/',
  ],
  dod: ['https://smba.infra.dod.teams.microsoft.us/teams'],
  china: ['https://frontend.botapi.msg.infra.teams.microsoftonline.cn/teams'],
};
const pairs = CLOUD_NAMES.flatMap((here) =>
  CLOUD_NAMES.filter((there) => there !== here).map((there) => [here, there] as const),
);

/** GCC High and DoD have one channel service, and so one signer. */
const signerOf = (name: CloudName): CloudName => (name === 'dod' ? 'gcch' : name);
const issuers = new Map<CloudName, TokenIssuer>();
const houses = new Map<CloudName, BotHouse>();
beforeAll(async () => {
  for (const name of CLOUD_NAMES) {
    if (signerOf(name) === name) issuers.set(name, await startTokenIssuer(name));
    const { cloud } = issuerOf(name);
    const { serviceOrigins } = CLOUDS[name];
    houses.set(
      name,
      await startBotHouse({ config: { bot: BOT, tenants: [TENANT] }, cloud: { ...cloud, serviceOrigins } }),
    );
  }
});
afterAll(async () => {
  for (const app of houses.values()) await app.stop();
  for (const issuer of issuers.values()) await issuer.close();
});

const issuerOf = (name: CloudName): TokenIssuer => issuers.get(signerOf(name))!;
const houseOf = (name: CloudName): BotHouse => houses.get(name)!;

/** Presses a button in one cloud, with a token of its channel service, at the bot of another. */
const press = (at: CloudName, from: CloudName, serviceUrl: string): Promise<Response> =>
  houseOf(at).post(action('help.show', {}, 'card-1', { serviceUrl }), {
    authorization: issuerOf(from).header(serviceUrl),
  });

it.each(CLOUD_NAMES)('The bot serves Teams in the cloud %s with tokens from its issuer', async (name) => {
  const app = houseOf(name);
  app.requests.length = 0;
  for (const serviceUrl of SERVICE_URLS[name]) {
    expect((await press(name, name, serviceUrl)).status).toBe(200);
  }
  expect(app.requests).toHaveLength(SERVICE_URLS[name].length);
});

it.each(pairs)('The bot in the cloud %s does nothing for tokens from the cloud %s', async (here, there) => {
  const app = houseOf(here);
  app.requests.length = 0;
  app.addresses.clear();
  for (const serviceUrl of SERVICE_URLS[there]) {
    const { status } = await press(here, there, serviceUrl);
    // The two of the US government have one issuer: there it is the address that is of the other.
    expect(status).toBe(signerOf(here) === signerOf(there) ? 403 : 401);
  }
  await app.server.settled();
  expect(app.requests).toEqual([]);
  expect(app.addresses.size).toBe(0);
});

it.each(pairs.filter(([here, there]) => signerOf(here) !== signerOf(there)))(
  'The bot in the cloud %s refuses a token from the cloud %s that its own key signed',
  async (here, there) => {
    const [serviceUrl = ''] = SERVICE_URLS[here];
    const authorization = issuerOf(here).header(serviceUrl, { iss: CLOUDS[there].issuer });
    const answer = await houseOf(here).post(action('help.show', {}, 'card-1', { serviceUrl }), {
      authorization,
    });
    expect(answer.status).toBe(401);
  },
);

/** Where the bot logs in for its own token, and what for. */
async function loginOf(name: CloudName, bot: BotIdentity): Promise<readonly unknown[]> {
  const authentication = new SiteAuthentication(bot, CLOUDS[name]);
  const identity = new ClaimsIdentity([{ type: 'aud', value: APP_ID }], true);
  const connector = await authentication
    .createConnectorFactory(identity)
    .create(SERVICE_URLS[name][0] ?? '', CLOUDS[name].scope);
  const { oAuthEndpoint, oAuthScope } = (
    connector as unknown as { credentials: { oAuthEndpoint: string; oAuthScope: string } }
  ).credentials;
  return [oAuthEndpoint, oAuthScope];
}

it.each([
  ['public', `https://login.microsoftonline.com/${TENANT}`, 'https://api.botframework.com'],
  ['gcch', `https://login.microsoftonline.us/${TENANT}`, 'https://api.botframework.us'],
  ['dod', `https://login.microsoftonline.us/${TENANT}`, 'https://api.botframework.us'],
  ['china', `https://login.partner.microsoftonline.cn/${TENANT}`, 'https://api.botframework.azure.cn'],
] as const)(
  'The single-tenant bot signs in where the cloud %s has its tenant',
  async (name, endpoint, scope) => {
    expect(await loginOf(name, BOT)).toEqual([endpoint, scope]);
  },
);

it.each([
  ['public', 'https://login.microsoftonline.com/botframework.com'],
  ['gcch', 'https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us'],
  ['china', 'https://login.partner.microsoftonline.cn/microsoftservices.partner.onmschina.cn'],
] as const)('The multi-tenant bot signs in where the cloud %s has its bots', async (name, endpoint) => {
  const bot: BotIdentity = { type: 'MultiTenant', id: APP_ID, password: 'unused-secret' };
  expect(await loginOf(name, bot)).toEqual([endpoint, CLOUDS[name].scope]);
});

it.each([
  'http://smba.trafficmanager.net/teams/',
  'https://smba.trafficmanager.net:8443/teams/',
  'https://smba.trafficmanager.net.evil.example/',
  'https://evil-smba.trafficmanager.net/',
  'https://trafficmanager.net/',
  'https://smba.trafficmanager.net@evil.example/',
  'https://evil.example\\@smba.trafficmanager.net/',
  'https://smba.trafficmanager.net\\@evil.example/',
  'https://evil.example/#https://smba.trafficmanager.net/',
  'https://smba.trafficmanager.net\n.evil.example/',
  'https://webchat.botframework.com/',
  'https://directline.botframework.com/',
  'smba.trafficmanager.net',
  '',
])('The bot refuses %j as a Teams address', (url) => {
  expect(isServiceUrl(url, CLOUDS.public)).toBe(false);
});
