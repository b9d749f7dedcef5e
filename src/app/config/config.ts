import { GUID, tenantsOf, turnsOf } from './config-callers';
import { cloudOf } from './config-cloud';
import type { CloudName } from './config-cloud';
import { publicUrlOf } from './config-public-url';
import { trustProxyOf } from './config-trust-proxy';
import type { TrustedProxies } from './config-trust-proxy';
import { readEmail } from '../../domain/cases/details/contact';
import { ENVIRONMENTS } from '../../domain/kernel/environment';
import type { Environment } from '../../domain/kernel/environment';
import { isLoopback } from '../loopback';

/** How the bot proves itself to Microsoft Entra; absent, it is anonymous and serves this machine alone. */
export type BotIdentity =
  | {
      readonly type: 'SingleTenant';
      readonly id: string;
      readonly password: string;
      readonly tenantId: string;
    }
  | { readonly type: 'UserAssignedMSI'; readonly id: string; readonly tenantId: string }
  | { readonly type: 'MultiTenant'; readonly id: string; readonly password: string };

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** How e-mail leaves: `secure` is TLS from the first byte, `requireTls` STARTTLS or nothing. */
export interface MailSettings {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly requireTls: boolean;
  readonly login?: { readonly user: string; readonly password: string };
  readonly from: { readonly name: string; readonly address: string };
}

/** The settings of the process, read once at start. Files are paths, not yet read. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly mongoUri?: string;
  readonly bot?: BotIdentity;
  /** Where the site's Teams is; set with `bot`. */
  readonly cloud?: CloudName;
  /** The tenants that are served, in lower case; set with `bot`, without which nobody says whose they are. */
  readonly tenants?: readonly string[];
  /** How many turns a person is given in a minute; any number while nobody proves who they are. */
  readonly turnsAMinute?: number;
  readonly directoryFile?: string;
  readonly policyFile?: string;
  readonly logLevel: LogLevel;
  /** Where the figures are served on a port of their own. */
  readonly metrics?: { readonly port: number; readonly host: string };
  /** The site's mail server; absent, e-mails are kept until there is one. */
  readonly mail?: MailSettings;
  /** Training is told from production everywhere, and has a store of its own (rule AC-4). */
  readonly environment: Environment;
  /** Where customers reach this server's pages, without a slash at the end; absent, no links are sent. */
  readonly publicUrl?: string;
  /** Whose word is taken about the address that a request comes from; absent, nobody's. */
  readonly trustProxy?: TrustedProxies;
}

/** The settings, or every fault of them at once; a fault names the variable and never its value. */
type ConfigResult =
  { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly faults: readonly string[] };

type Env = Readonly<Record<string, string | undefined>>;

const HOST_NAME = /^[A-Za-z0-9.:_-]{1,253}$/;
const BOT_TYPES = ['SingleTenant', 'UserAssignedMSI', 'MultiTenant'] as const;

function botOf(env: (name: string) => string | undefined, faults: string[]): BotIdentity | undefined {
  const id = env('BOT_ID');
  const password = env('BOT_PASSWORD');
  const tenantId = env('BOT_TENANT_ID');
  const given = env('BOT_TYPE') ?? 'SingleTenant';
  const type = BOT_TYPES.find((known) => known.toLowerCase() === given.toLowerCase());
  if (type === undefined) faults.push(`BOT_TYPE must be one of ${BOT_TYPES.join(', ')}.`);
  if (id === undefined) {
    for (const name of ['BOT_PASSWORD', 'BOT_TENANT_ID']) {
      if (env(name) !== undefined) faults.push(`${name} is set without BOT_ID; set both or neither.`);
    }
    return undefined;
  }
  if (!GUID.test(id)) faults.push('BOT_ID must be the application (client) id, a GUID.');
  if (tenantId !== undefined && !GUID.test(tenantId)) {
    faults.push('BOT_TENANT_ID must be the directory (tenant) id, a GUID.');
  }
  const missing = (name: string): void =>
    void faults.push(`${name} is required with BOT_TYPE ${type ?? ''}.`);
  switch (type) {
    case 'SingleTenant':
      if (password === undefined) missing('BOT_PASSWORD');
      if (tenantId === undefined) missing('BOT_TENANT_ID');
      return { type, id, password: password ?? '', tenantId: tenantId ?? '' };
    case 'UserAssignedMSI':
      if (tenantId === undefined) missing('BOT_TENANT_ID');
      if (password !== undefined) {
        faults.push(
          'BOT_PASSWORD must not be set with BOT_TYPE UserAssignedMSI: a managed identity has none.',
        );
      }
      return { type, id, tenantId: tenantId ?? '' };
    case 'MultiTenant':
      if (password === undefined) missing('BOT_PASSWORD');
      return { type, id, password: password ?? '' };
    case undefined:
      return undefined;
  }
}

/** `smtp[s]://[user:password@]host[:port]`, and the sender that is named with it. */
function mailOf(env: (name: string) => string | undefined, faults: string[]): MailSettings | undefined {
  const url = env('SMTP_URL');
  const sender = env('MAIL_FROM');
  const server = url === undefined ? undefined : mailServerOf(url);
  const from = sender === undefined ? undefined : mailFromOf(sender);
  if (url !== undefined && server === undefined) {
    faults.push(
      'SMTP_URL must be smtp://host:port or smtps://host:port, with user:password@ before the host where the server asks for them (percent-encoded), and nothing after the port.',
    );
  }
  if (sender !== undefined && from === undefined) {
    faults.push('MAIL_FROM must be an e-mail address, or a name and the address in angle brackets.');
  }
  if (url !== undefined && sender === undefined) faults.push('MAIL_FROM is required with SMTP_URL.');
  if (url === undefined && sender !== undefined) {
    faults.push('MAIL_FROM is set without SMTP_URL; set both or neither.');
  }
  return server === undefined || from === undefined ? undefined : { ...server, from };
}

function mailServerOf(text: string): Omit<MailSettings, 'from'> | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const secure = url.protocol === 'smtps:';
  const bare = ['', '/'].includes(url.pathname) && url.search === '' && url.hash === '';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!(secure || url.protocol === 'smtp:') || !bare || !HOST_NAME.test(host) || url.port === '0') {
    return undefined;
  }
  const port = url.port === '' ? (secure ? 465 : 587) : Number(url.port);
  if (url.username === '' && url.password === '') return { host, port, secure, requireTls: false };
  if (url.username === '' || url.password === '') return undefined;
  try {
    const login = { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
    // A password in the clear stays on this machine.
    return { host, port, secure, requireTls: !secure && !isLoopback(host), login };
  } catch {
    return undefined;
  }
}

function mailFromOf(text: string): MailSettings['from'] | undefined {
  const [, named, inside] = /^([^<>]*)<([^<>]*)>$/.exec(text) ?? [];
  const read = readEmail((inside ?? text).trim());
  const name = (named ?? '').trim().replace(/^"(.*)"$/, '$1');
  return !read.ok || /\p{Cc}/u.test(name) ? undefined : { name, address: read.value };
}

/** Reads and validates the settings. An empty variable counts as not set. */
export function readConfig(source: Env): ConfigResult {
  const faults: string[] = [];
  const env = (name: string): string | undefined => {
    const value = source[name]?.trim();
    return value === '' ? undefined : value;
  };

  const portOf = (name: string, text: string): number => {
    const value = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= 0 && value <= 65535)) faults.push(`${name} must be a whole number from 0 to 65535.`);
    return value;
  };
  const port = portOf('PORT', env('PORT') ?? '3978');

  const bot = botOf(env, faults);
  const cloud = cloudOf(env, faults);
  const tenants = tenantsOf(env, faults);
  const turnsAMinute = turnsOf(env, faults);
  const anonymous = env('BOT_ID') === undefined;
  const host = env('HOST') ?? (anonymous ? '127.0.0.1' : '0.0.0.0');
  if (!HOST_NAME.test(host)) faults.push('HOST must be a host name or an address.');
  else if (anonymous && !isLoopback(host)) {
    // Without an app id nobody proves who they are, and replies go wherever the caller says.
    faults.push('HOST must be a loopback address (127.0.0.1, ::1, localhost) while BOT_ID is not set.');
  }

  const metricsPort = env('METRICS_PORT');
  const metricsHost = env('METRICS_HOST') ?? '127.0.0.1';
  const metrics =
    metricsPort === undefined ? undefined : { port: portOf('METRICS_PORT', metricsPort), host: metricsHost };
  if (metrics === undefined && env('METRICS_HOST') !== undefined) {
    faults.push('METRICS_HOST is set without METRICS_PORT; set both or neither.');
  }
  if (!HOST_NAME.test(metricsHost)) faults.push('METRICS_HOST must be a host name or an address.');

  const mongoUri = env('MONGODB_URI');
  if (mongoUri !== undefined && !/^mongodb(?:\+srv)?:\/\/\S+$/.test(mongoUri)) {
    faults.push('MONGODB_URI must begin with mongodb:// or mongodb+srv://.');
  }

  const mail = mailOf(env, faults);
  const publicUrl = publicUrlOf(env('PUBLIC_URL'), faults);
  const trustProxy = trustProxyOf(env('TRUST_PROXY'), faults);

  const levelText = (env('LOG_LEVEL') ?? 'info').toLowerCase();
  const logLevel = LOG_LEVELS.find((level) => level === levelText);
  if (logLevel === undefined) faults.push(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.`);

  const environmentText = (env('CASEKEEPER_ENVIRONMENT') ?? 'production').toLowerCase();
  const environment = ENVIRONMENTS.find((known) => known === environmentText);
  if (environment === undefined) {
    faults.push(`CASEKEEPER_ENVIRONMENT must be one of ${ENVIRONMENTS.join(', ')}.`);
  }

  if (faults.length > 0 || logLevel === undefined || environment === undefined) return { ok: false, faults };
  const directoryFile = env('DIRECTORY_FILE');
  const policyFile = env('POLICY_FILE');
  return {
    ok: true,
    config: {
      port,
      host,
      dataDir: env('DATA_DIR') ?? './data',
      logLevel,
      environment,
      ...(mongoUri === undefined ? {} : { mongoUri }),
      ...(bot === undefined ? {} : { bot }),
      ...(cloud === undefined ? {} : { cloud }),
      ...(tenants === undefined ? {} : { tenants }),
      ...(turnsAMinute === undefined ? {} : { turnsAMinute }),
      ...(metrics === undefined ? {} : { metrics }),
      ...(mail === undefined ? {} : { mail }),
      ...(publicUrl === undefined ? {} : { publicUrl }),
      ...(trustProxy === undefined ? {} : { trustProxy }),
      ...(directoryFile === undefined ? {} : { directoryFile }),
      ...(policyFile === undefined ? {} : { policyFile }),
    },
  };
}
