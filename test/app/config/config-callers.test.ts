import { readConfig } from '../../../src/app/config/config';

const APP = '11111111-2222-4333-8444-555555555555';
const TENANT = '66666666-7777-4888-9999-000000000000';
const SECRET = 'p4ssw0rd-of-the-bot';

const faultsOf = (env: Record<string, string>): readonly string[] => {
  const result = readConfig(env);
  return result.ok ? [] : result.faults;
};

it('The settings accept a multi-tenant bot without a tenant of its own, but require a list of the tenants it serves', () => {
  const env = { BOT_ID: APP, BOT_TYPE: 'multitenant', BOT_PASSWORD: SECRET };
  expect(readConfig({ ...env, ALLOWED_TENANTS: TENANT })).toMatchObject({
    ok: true,
    config: { bot: { type: 'MultiTenant' }, tenants: [TENANT] },
  });
  expect(faultsOf(env)).toEqual([
    expect.stringMatching(/^ALLOWED_TENANTS is required with BOT_TYPE MultiTenant/),
  ]);
  expect(readConfig({ ...env, BOT_TENANT_ID: TENANT })).toMatchObject({ config: { tenants: [TENANT] } });
});

it("The settings serve the bot's own tenant, or the listed tenants instead", () => {
  const env = { BOT_ID: APP, BOT_PASSWORD: SECRET, BOT_TENANT_ID: TENANT.toUpperCase() };
  expect(readConfig(env)).toMatchObject({ config: { tenants: [TENANT] } });
  expect(readConfig({ ...env, ALLOWED_TENANTS: APP })).toMatchObject({ config: { tenants: [APP] } });
});

it.each([',', 'contoso.example', `${TENANT};${APP}`, `${TENANT}, *`, 'common'])(
  'The settings refuse %j as the tenants to serve',
  (tenants) => {
    const env = { BOT_ID: APP, BOT_PASSWORD: SECRET, BOT_TENANT_ID: TENANT, ALLOWED_TENANTS: tenants };
    expect(faultsOf(env)).toEqual([
      'ALLOWED_TENANTS must be tenant ids: GUIDs separated by commas or spaces.',
    ]);
  },
);

it("The settings limit a person's turns if callers are authenticated", () => {
  const env = { BOT_ID: APP, BOT_PASSWORD: SECRET, BOT_TENANT_ID: TENANT };
  expect(readConfig(env)).toMatchObject({ config: { turnsAMinute: 60 } });
  expect(readConfig({ TURNS_A_MINUTE: '5' })).toMatchObject({ config: { turnsAMinute: 5 } });
});

it.each(['0', '-1', '1.5', '1e3', 'many', '1000000'])(
  'The settings refuse %j as the turns per minute',
  (turns) => {
    expect(faultsOf({ TURNS_A_MINUTE: turns })).toEqual([
      'TURNS_A_MINUTE must be a whole number from 1 to 999999.',
    ]);
  },
);

it('The settings refuse tenants without the bot that authenticates them', () => {
  expect(faultsOf({ ALLOWED_TENANTS: TENANT })).toEqual([
    'ALLOWED_TENANTS is set without BOT_ID; set both or neither.',
  ]);
});
