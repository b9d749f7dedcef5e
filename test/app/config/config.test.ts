import { readConfig } from '../../../src/app/config/config';
import { isLoopback } from '../../../src/runtime/loopback';

const APP = '11111111-2222-4333-8444-555555555555';
const TENANT = '66666666-7777-4888-9999-000000000000';
const SECRET = 'p4ssw0rd-of-the-bot';

const faultsOf = (env: Record<string, string>): readonly string[] => {
  const result = readConfig(env);
  return result.ok ? [] : result.faults;
};

it('The settings need nothing by default: anonymous on loopback, SQLite in ./data', () => {
  expect(readConfig({})).toEqual({
    ok: true,
    config: { port: 3978, host: '127.0.0.1', dataDir: './data', logLevel: 'info', environment: 'production' },
  });
});

it('The settings treat an empty variable as not set', () => {
  expect(readConfig({ PORT: '', BOT_ID: ' ', LOG_LEVEL: '' })).toEqual(readConfig({}));
});

it('The settings include every variable', () => {
  const env = {
    PORT: '8080',
    HOST: '10.1.2.3',
    DATA_DIR: '/var/lib/casekeeper',
    MONGODB_URI: 'mongodb+srv://cluster.example/casekeeper',
    BOT_ID: APP,
    BOT_PASSWORD: SECRET,
    BOT_TENANT_ID: TENANT,
    BOT_TYPE: 'SingleTenant',
    TURNS_A_MINUTE: '90',
    ALLOWED_TENANTS: `${TENANT}, ${APP.toUpperCase()}\n${TENANT}`,
    DIRECTORY_FILE: 'site/directory.json',
    POLICY_FILE: 'site/policy.json',
    LOG_LEVEL: 'WARN',
    METRICS_PORT: '9464',
    METRICS_HOST: '10.1.2.4',
    SMTP_URL: 'smtps://bot:p%40ss@mail.agency.mil',
    MAIL_FROM: 'Customer Support <cases@agency.mil>',
    CASEKEEPER_ENVIRONMENT: 'Training',
  };
  expect(readConfig(env)).toEqual({
    ok: true,
    config: {
      port: 8080,
      host: '10.1.2.3',
      dataDir: '/var/lib/casekeeper',
      mongoUri: 'mongodb+srv://cluster.example/casekeeper',
      cloud: 'public',
      bot: { type: 'SingleTenant', id: APP, password: SECRET, tenantId: TENANT },
      tenants: [TENANT, APP],
      turnsAMinute: 90,
      directoryFile: 'site/directory.json',
      policyFile: 'site/policy.json',
      logLevel: 'warn',
      metrics: { port: 9464, host: '10.1.2.4' },
      mail: {
        host: 'mail.agency.mil',
        port: 465,
        secure: true,
        requireTls: false,
        login: { user: 'bot', password: 'p@ss' },
        from: { name: 'Customer Support', address: 'cases@agency.mil' },
      },
      environment: 'training',
    },
  });
});

it('The settings listen on every address if callers are authenticated', () => {
  const result = readConfig({ BOT_ID: APP, BOT_PASSWORD: SECRET, BOT_TENANT_ID: TENANT });
  expect(result).toMatchObject({ ok: true, config: { host: '0.0.0.0' } });
});

it.each(['0.0.0.0', '::', '192.168.1.5', 'bot.example.com', '127.0.0.1.example.com'])(
  'The settings refuse to listen on %s without BOT_ID',
  (host) => {
    expect(faultsOf({ HOST: host })).toEqual([
      'HOST must be a loopback address (127.0.0.1, ::1, localhost) while BOT_ID is not set.',
    ]);
  },
);

it.each(['localhost', '127.0.0.1', '127.1.2.3', '::1'])(
  'The settings allow listening on %s without BOT_ID',
  (host) => {
    expect(readConfig({ HOST: host })).toMatchObject({ ok: true, config: { host } });
  },
);

it.each(['abc', '-1', '65536', '3978.5', '0x10', '1e3'])('The settings refuse the port %s', (port) => {
  expect(faultsOf({ PORT: port })).toEqual(['PORT must be a whole number from 0 to 65535.']);
});

it('The settings serve telemetry only on loopback unless set otherwise, for any bot', () => {
  const bot = { BOT_ID: APP, BOT_PASSWORD: SECRET, BOT_TENANT_ID: TENANT };
  const config = { metrics: { port: 9464, host: '127.0.0.1' } };
  expect(readConfig({ ...bot, METRICS_PORT: '9464' })).toMatchObject({ ok: true, config });
});

it('The settings refuse an invalid host or port for telemetry', () => {
  expect(faultsOf({ METRICS_HOST: '127.0.0.1' })).toEqual([
    'METRICS_HOST is set without METRICS_PORT; set both or neither.',
  ]);
  expect(faultsOf({ METRICS_PORT: '70000', METRICS_HOST: 'a b' })).toEqual([
    'METRICS_PORT must be a whole number from 0 to 65535.',
    'METRICS_HOST must be a host name or an address.',
  ]);
});

it('The settings require a password and a tenant for a single-tenant bot, and report both at once', () => {
  expect(faultsOf({ BOT_ID: APP })).toEqual([
    'BOT_PASSWORD is required with BOT_TYPE SingleTenant.',
    'BOT_TENANT_ID is required with BOT_TYPE SingleTenant.',
  ]);
});

it('The settings accept a managed identity without a password, and refuse one with a password', () => {
  const env = { BOT_ID: APP, BOT_TYPE: 'UserAssignedMSI', BOT_TENANT_ID: TENANT };
  expect(readConfig(env)).toMatchObject({ ok: true, config: { bot: { type: 'UserAssignedMSI', id: APP } } });
  expect(faultsOf({ ...env, BOT_PASSWORD: SECRET })).toHaveLength(1);
});

it('The settings refuse a password without the ID it belongs to', () => {
  expect(faultsOf({ BOT_PASSWORD: SECRET })).toEqual([
    'BOT_PASSWORD is set without BOT_ID; set both or neither.',
  ]);
});

it('The settings report all faults at once, each by its name and none with its value', () => {
  const env = {
    PORT: 'port-value',
    HOST: 'host value!',
    MONGODB_URI: 'mysql://user:uri-secret@host',
    BOT_ID: 'id-value',
    BOT_PASSWORD: SECRET,
    BOT_TENANT_ID: 'tenant-value',
    ALLOWED_TENANTS: 'tenants-value',
    TURNS_A_MINUTE: 'turns-value',
    BOT_TYPE: 'type-value',
    LOG_LEVEL: 'level-value',
    SMTP_URL: 'http://mail-user:mail-secret@mail-host',
    MAIL_FROM: 'sender-value',
    CASEKEEPER_ENVIRONMENT: 'test-value',
  };
  const faults = faultsOf(env);
  const names = [
    'PORT',
    'HOST',
    'MONGODB_URI',
    'BOT_ID',
    'BOT_TENANT_ID',
    'ALLOWED_TENANTS',
    'TURNS_A_MINUTE',
    'BOT_TYPE',
    'LOG_LEVEL',
    'SMTP_URL',
    'MAIL_FROM',
    'CASEKEEPER_ENVIRONMENT',
  ];
  expect([...faults].map((fault) => fault.split(' ')[0]).sort()).toEqual([...names].sort());
  for (const value of Object.values(env)) expect(faults.join('\n')).not.toContain(value);
});

it('The settings report a conflict between two settings even if another one has a fault', () => {
  expect(faultsOf({ PORT: 'x', SMTP_URL: 'smtp://mail.agency.mil', CLOUD: 'dod' })).toEqual([
    'PORT must be a whole number from 0 to 65535.',
    'CLOUD is set without BOT_ID; set both or neither.',
    'MAIL_FROM is required with SMTP_URL.',
  ]);
});

const FROM = { MAIL_FROM: 'cases@agency.mil' };

it.each([
  ['smtp://mail.agency.mil', { host: 'mail.agency.mil', port: 587, secure: false, requireTls: false }],
  ['smtp://mail.agency.mil:25/', { port: 25, secure: false, requireTls: false }],
  ['smtp://127.0.0.1:2525', { host: '127.0.0.1', port: 2525 }],
  ['smtp://[::1]:2525', { host: '::1', port: 2525 }],
  ['smtp://u:p@mail.agency.mil', { requireTls: true, login: { user: 'u', password: 'p' } }],
  ['smtp://u:p@localhost:25', { requireTls: false }],
  ['smtps://u:p@mail.agency.mil', { port: 465, secure: true, requireTls: false }],
])('The settings accept the mail server %s', (url, mail) => {
  expect(readConfig({ ...FROM, SMTP_URL: url })).toMatchObject({ ok: true, config: { mail } });
});

it.each([
  'mail.agency.mil',
  'mailto:a@b.mil',
  'smtp://',
  'smtp://host:0',
  'smtp://host:99999',
  'smtp://host/path',
  'smtp://host?pool=true',
  'smtp://host#x',
  'smtp://user@host',
  'smtp://:secret-p@host',
  'smtp://user:secret-%E0%A4%A@host',
  'smtp://ho st',
])('The settings refuse the mail server %s by its name, without its value', (url) => {
  const faults = faultsOf({ ...FROM, SMTP_URL: url });
  expect(faults).toEqual([expect.stringMatching(/^SMTP_URL must be /)]);
  expect(faults.join()).not.toContain('secret');
});

it.each([
  ['cases@agency.mil', { name: '', address: 'cases@agency.mil' }],
  ['"Support, Customer" <cases@agency.mil>', { name: 'Support, Customer', address: 'cases@agency.mil' }],
])('The settings accept the sender %s', (sender, from) => {
  const env = { SMTP_URL: 'smtp://127.0.0.1:25', MAIL_FROM: sender };
  expect(readConfig(env)).toMatchObject({ ok: true, config: { mail: { from } } });
});

it.each(['cases', 'a@b.mil, c@d.mil', 'A <a@b.mil> <c@d.mil>', 'A\r\nBcc: <a@b.mil>', '<>'])(
  'The settings refuse the sender %j',
  (sender) => {
    expect(faultsOf({ SMTP_URL: 'smtp://127.0.0.1:25', MAIL_FROM: sender })).toEqual([
      expect.stringMatching(/^MAIL_FROM must be /),
    ]);
  },
);

it('The settings require both a mail server and a sender, or neither', () => {
  expect(faultsOf({ SMTP_URL: 'smtp://127.0.0.1' })).toEqual(['MAIL_FROM is required with SMTP_URL.']);
  expect(faultsOf(FROM)).toEqual(['MAIL_FROM is set without SMTP_URL; set both or neither.']);
});

it.each([
  ['[::1]', true],
  ['LOCALHOST', true],
  ['127.0.0.1', true],
  ['128.0.0.1', false],
  ['localhost.example.com', false],
  ['', false],
])('The settings check whether %s is only this machine', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});
