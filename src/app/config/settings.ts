import { z } from 'zod/v4';
import { ENVIRONMENTS } from '../../domain/kernel/environment';
import { isLoopback } from '../../runtime/loopback';
import { mailFrom, smtpUrl } from './config-mail';
import { trustProxy } from './config-trust-proxy';
import { HOST_NAME, oneOf, partsOf, setting, wholeNumber } from './setting';

const BOT_TYPES = ['SingleTenant', 'UserAssignedMSI', 'MultiTenant'] as const;

/** Where the site's Teams is: Microsoft's public cloud (with GCC), US GCC High, US DoD, or China (21Vianet). */
export const CLOUD_NAMES = ['public', 'gcch', 'dod', 'china'] as const;
export type CloudName = (typeof CLOUD_NAMES)[number];

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** An id as Microsoft Entra gives it. */
export const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const host = z.string().regex(HOST_NAME, 'must be a host name or an address.');
const port = wholeNumber(0, 65_535);
const tenants = setting((text) => {
  const ids = partsOf(text.toLowerCase());
  return ids.length > 0 && ids.every((id) => GUID.test(id)) ? ids : undefined;
}, 'must be tenant ids: GUIDs separated by commas or spaces.');

/**
 * `PUBLIC_URL`, the address at which customers reach this server's pages, without the slash at its end. Only https, but
 * for this machine itself.
 */
const publicUrl = setting((text) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  const isBare = url?.username === '' && url.password === '' && !/[?#]/u.test(text);
  return isSafe && isBare ? url.href.replace(/\/+$/u, '') : undefined;
}, 'must be the https address where customers reach this server, such as https://cases.example.mil, without user, query, or fragment; http only on this machine.');

/** What docs/settings.md says about a setting: what it is for, and the default if the schema does not have it. */
const about = (description: string, otherwise?: string) => ({
  description,
  ...(otherwise === undefined ? {} : { otherwise }),
});

/**
 * The environment variables, each on its own; messages continue after the name and never repeat a value. Their
 * descriptions make docs/settings.md (`npm run docs`).
 */
export const SETTINGS = z.object({
  PORT: port.prefault('3978').meta(about('The port Casekeeper listens on.')),
  HOST: host
    .optional()
    .meta(about('The address Casekeeper listens on.', '`127.0.0.1`; all interfaces with `BOT_ID`')),
  DATA_DIR: z
    .string()
    .default('./data')
    .meta(about('The folder of the embedded database, on a local disk. For a single instance only.')),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(?:\+srv)?:\/\/\S+$/, 'must begin with mongodb:// or mongodb+srv://.')
    .optional()
    .meta(about('MongoDB 4.4 or later, in place of the embedded database.')),
  BOT_ID: z
    .string()
    .regex(GUID, 'must be the application (client) id, a GUID.')
    .optional()
    .meta(
      about('The application (client) id of the bot. Without it the bot is anonymous and on loopback only.'),
    ),
  BOT_PASSWORD: z.string().optional().meta(about('The client secret of the bot.')),
  BOT_TENANT_ID: z
    .string()
    .regex(GUID, 'must be the directory (tenant) id, a GUID.')
    .optional()
    .meta(about('The directory (tenant) id of the bot.')),
  BOT_TYPE: oneOf(BOT_TYPES)
    .prefault('SingleTenant')
    .meta(
      about(
        `How the bot is registered: ${BOT_TYPES.join(', ')}. A managed identity (MSI) has no password; MultiTenant needs \`ALLOWED_TENANTS\`.`,
      ),
    ),
  CLOUD: oneOf(CLOUD_NAMES)
    .prefault('public')
    .meta(
      about(
        `Where your Teams is: ${CLOUD_NAMES.join(', ')}; GCC is public. It sets whose tokens are accepted, where the bot signs in, and which addresses it sends to.`,
      ),
    ),
  ALLOWED_TENANTS: tenants
    .optional()
    .meta(
      about(
        'The ids of the tenants to serve, separated by commas. Others get 403.',
        "`BOT_TENANT_ID`; required if that isn't set",
      ),
    ),
  TURNS_A_MINUTE: wholeNumber(1, 999_999)
    .optional()
    .meta(
      about(
        'How many messages and button presses a person can send per minute, a third of them at once. Beyond that, the bot says when to try again.',
        '60; no limit without `BOT_ID`',
      ),
    ),
  DIRECTORY_FILE: z
    .string()
    .optional()
    .meta(
      about(
        'Your assignment groups and people, in the form of [env/demo-directory.json](../env/demo-directory.json).',
        'the demo’s, without `BOT_ID`',
      ),
    ),
  POLICY_FILE: z
    .string()
    .optional()
    .meta(
      about(
        'What your site changes in the policy: timeframes, bands, checklists, reasons, holidays, or goals ([how](policy.md#a-sites-own-policy)).',
      ),
    ),
  METRICS_PORT: port
    .optional()
    .meta(
      about(
        'A separate port for `GET /metrics`, Casekeeper’s telemetry ([what to watch](operations.md)).',
        'none; without `BOT_ID` it is also on `PORT`',
      ),
    ),
  METRICS_HOST: host.default('127.0.0.1').meta(about('The address of `METRICS_PORT`.')),
  SMTP_URL: smtpUrl
    .optional()
    .meta(
      about(
        'The mail server for messages to customers: `smtp://user:password@host:587` (STARTTLS) or `smtps://host:465`. Without it, agents send each message themselves and confirm it.',
      ),
    ),
  MAIL_FROM: mailFrom.optional().meta(about('The sender of these messages: `Name <address>`.')),
  PUBLIC_URL: publicUrl
    .optional()
    .meta(
      about(
        'The https address where customers and readers of reports reach this server’s pages (`/p/…`), such as that of its proxy. Without it no links are sent.',
      ),
    ),
  TRUST_PROXY: trustProxy
    .optional()
    .meta(
      about(
        'Whose `X-Forwarded-For` to trust: the number of proxies before this server, or their addresses and networks separated by commas.',
        'nobody’s',
      ),
    ),
  LOG_LEVEL: oneOf(LOG_LEVELS)
    .prefault('info')
    .meta(about(`How much it logs: ${LOG_LEVELS.join(', ')}.`)),
  CASEKEEPER_ENVIRONMENT: oneOf(ENVIRONMENTS)
    .prefault('production')
    .meta(
      about(
        `What the database is for, fixed at its first start: ${ENVIRONMENTS.join(' or ')}. Starting it as the other is refused. Training is marked on every card and email.`,
        '`production`; the demo is `training`',
      ),
    ),
});
