import type { z } from 'zod/v4';
import type { Environment } from '../../domain/kernel/environment';
import { isLoopback } from '../../runtime/loopback';
import type { MailSettings } from './config-mail';
import type { TrustedProxies } from './config-trust-proxy';
import { partsOf } from './setting';
import { host, SETTINGS, type CloudName, type LogLevel } from './settings';

export type { MailSettings };

/** How the bot authenticates to Microsoft Entra; if absent, it is anonymous and serves only this machine. */
export type BotIdentity =
  | {
      readonly type: 'SingleTenant';
      readonly id: string;
      readonly password: string;
      readonly tenantId: string;
    }
  | { readonly type: 'UserAssignedMSI'; readonly id: string; readonly tenantId: string }
  | { readonly type: 'MultiTenant'; readonly id: string; readonly password: string };

/** The settings of the process, read once at start. Files are paths, not yet read. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly mongoUri?: string | undefined;
  readonly bot?: BotIdentity | undefined;
  /** Where the site's Teams is; set with `bot`. */
  readonly cloud?: CloudName | undefined;
  /** The tenants that are served, in lower case; set with `bot`, because without it no tenant is authenticated. */
  readonly tenants?: readonly string[] | undefined;
  /** How many turns a person gets per minute; unlimited for an anonymous bot. */
  readonly turnsAMinute?: number | undefined;
  readonly directoryFile?: string | undefined;
  readonly policyFile?: string | undefined;
  readonly logLevel: LogLevel;
  /** The separate port of the telemetry. */
  readonly metrics?: { readonly port: number; readonly host: string } | undefined;
  /** The site's mail server; if absent, emails are kept until there is one. */
  readonly mail?: MailSettings | undefined;
  /** Training is marked everywhere, and has its own database (rule AC-4). */
  readonly environment: Environment;
  /** Where customers reach this server's pages, without a trailing slash; if absent, no links are sent. */
  readonly publicUrl?: string | undefined;
  /** Whose `X-Forwarded-For` is trusted; if absent, nobody's. */
  readonly trustProxy?: TrustedProxies | undefined;
}

/** The settings, or all their faults at once; a fault names the variable and never its value. */
type ConfigResult =
  { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly faults: readonly string[] };

type Settings = z.infer<typeof SETTINGS>;

/** The variables as they are set, without the empty ones. */
type Given = Readonly<Partial<Record<keyof Settings, string>>>;

/** Which variables require which others. */
const GOES_WITH: Given = {
  BOT_PASSWORD: 'BOT_ID',
  BOT_TENANT_ID: 'BOT_ID',
  CLOUD: 'BOT_ID',
  ALLOWED_TENANTS: 'BOT_ID',
  METRICS_HOST: 'METRICS_PORT',
  MAIL_FROM: 'SMTP_URL',
};

const NEEDED_BY = {
  SingleTenant: ['BOT_PASSWORD', 'BOT_TENANT_ID'],
  UserAssignedMSI: ['BOT_TENANT_ID'],
  MultiTenant: ['BOT_PASSWORD'],
} as const;

/** Errors between variables, even if one of them is itself invalid. */
function faultsBetween(given: Given): readonly string[] {
  const alone = Object.entries(GOES_WITH).filter(([name, other]) => name in given && !(other in given));
  const faults = alone.map(([name, other]) => `${name} is set without ${other}; set both or neither.`);
  const need = (name: keyof Given, by: string): void => {
    if (given[name] === undefined) faults.push(`${name} is required with ${by}.`);
  };
  if (given.SMTP_URL !== undefined) need('MAIL_FROM', 'SMTP_URL');
  if (given.BOT_ID === undefined) {
    // Without an app id callers are not authenticated, and replies go wherever the caller says.
    if (host.safeParse(given.HOST).success && !isLoopback(given.HOST ?? ''))
      faults.push('HOST must be a loopback address (127.0.0.1, ::1, localhost) while BOT_ID is not set.');
    return faults;
  }
  const type = SETTINGS.shape.BOT_TYPE.safeParse(given.BOT_TYPE).data;
  if (type === undefined) return faults;
  for (const name of NEEDED_BY[type]) need(name, `BOT_TYPE ${type}`);
  if (type === 'UserAssignedMSI' && given.BOT_PASSWORD !== undefined)
    faults.push('BOT_PASSWORD must not be set with BOT_TYPE UserAssignedMSI: a managed identity has none.');
  // A single-tenant bot has already been told that BOT_TENANT_ID is missing, and serves that tenant.
  if (type === 'MultiTenant' && given.BOT_TENANT_ID === undefined)
    need(
      'ALLOWED_TENANTS',
      'BOT_TYPE MultiTenant: the ids of the tenants to serve: GUIDs separated by commas',
    );
  return faults;
}

function botOf({
  BOT_TYPE: type,
  BOT_ID: id,
  BOT_PASSWORD = '',
  BOT_TENANT_ID = '',
}: Settings): BotIdentity | undefined {
  if (id === undefined) return undefined;
  switch (type) {
    case 'SingleTenant':
      return { type, id, password: BOT_PASSWORD, tenantId: BOT_TENANT_ID };
    case 'UserAssignedMSI':
      return { type, id, tenantId: BOT_TENANT_ID };
    case 'MultiTenant':
      return { type, id, password: BOT_PASSWORD };
  }
}

function configOf(of: Settings): Config {
  const bot = botOf(of);
  return {
    port: of.PORT,
    host: of.HOST ?? (bot === undefined ? '127.0.0.1' : '0.0.0.0'),
    dataDir: of.DATA_DIR,
    mongoUri: of.MONGODB_URI,
    bot,
    cloud: bot && of.CLOUD,
    tenants: bot && [...new Set(of.ALLOWED_TENANTS ?? partsOf((of.BOT_TENANT_ID ?? '').toLowerCase()))],
    turnsAMinute: of.TURNS_A_MINUTE ?? (bot && 60),
    directoryFile: of.DIRECTORY_FILE,
    policyFile: of.POLICY_FILE,
    logLevel: of.LOG_LEVEL,
    metrics: of.METRICS_PORT === undefined ? undefined : { port: of.METRICS_PORT, host: of.METRICS_HOST },
    mail: of.SMTP_URL && of.MAIL_FROM && { ...of.SMTP_URL, from: of.MAIL_FROM },
    environment: of.CASEKEEPER_ENVIRONMENT,
    publicUrl: of.PUBLIC_URL,
    trustProxy: of.TRUST_PROXY,
  };
}

/** Reads and validates the settings. An empty variable counts as not set. */
export function readConfig(source: Readonly<Record<string, string | undefined>>): ConfigResult {
  const texts = Object.entries(source).map(([name, text = '']) => [name, text.trim()] as const);
  const given: Given = Object.fromEntries(texts.filter(([, text]) => text !== ''));
  const read = SETTINGS.safeParse(given);
  const faults = [
    ...(read.error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`),
    ...faultsBetween(given),
  ];
  return read.success && faults.length === 0
    ? { ok: true, config: configOf(read.data) }
    : { ok: false, faults };
}
