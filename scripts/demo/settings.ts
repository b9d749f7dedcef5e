import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEMO_WINDOWS, FURTHER_WINDOWS } from './windows';
import type { DemoWindow, FurtherWindow } from './windows';

/** What the demo is started with. Ports of the windows: the base, and each next one 10 above the one before; of the mailbox: 5 above the base. */
export interface DemoSettings {
  readonly fast: boolean;
  readonly botPort: number;
  /** At least one. */
  readonly windows: readonly DemoWindow[];
  /** One for each window, in their order. */
  readonly playgroundPorts: readonly number[];
  /** Of the page with the customers' emails. */
  readonly mailboxPort: number;
  readonly dataDir: string;
}

export type DemoSettingsRead =
  | { readonly ok: true; readonly settings: DemoSettings }
  | { readonly ok: false; readonly faults: readonly string[] };

type Env = Readonly<Record<string, string | undefined>>;

/** The folders of data, and those of a fast run. */
const FAST_FOLDERS = { demo: 'fast', agency: 'agency-fast' } as const;
export type DemoFolder = keyof typeof FAST_FOLDERS;

/** What the demo decides itself; set, they would have it show something else than it says. */
const NOT_FOR_THE_DEMO = [
  'BOT_ID',
  'CASEKEEPER_ENVIRONMENT',
  'DIRECTORY_FILE',
  'HOST',
  'MAIL_FROM',
  'PUBLIC_URL',
  'SMTP_URL',
] as const;

/** Above the first window's port: between it and the next, so that it is the same whichever windows are open. */
const MAILBOX_ABOVE = 5;

/**
 * Reads the demo's flags and environment. A flag wins over its variable (`--port` over PORT, `--playground-port` over
 * PLAYGROUND_PORT). `--also` names further windows. Where DATA_DIR is not set, the data lies in `folder` of ./data.
 * Faults name the flag or the variable.
 */
export function readDemoSettings(
  args: readonly string[],
  env: Env,
  folder: DemoFolder = 'demo',
): DemoSettingsRead {
  const faults: string[] = NOT_FOR_THE_DEMO.filter((name) => (env[name] ?? '') !== '').map(
    (name) => `${name} is set, and the demo takes none. Unset it, or start the bot alone with: npm run serve`,
  );
  const flags = flagsOf(args);
  if (typeof flags === 'string') return { ok: false, faults: [...faults, flags] };
  const port = (
    flag: 'port' | 'playground-port',
    variable: string,
    otherwise: number,
    room: number,
  ): number => {
    const given = flags[flag] ?? (env[variable] === '' ? undefined : env[variable]);
    const read = given === undefined ? otherwise : /^\d{1,5}$/.test(given) ? Number(given) : 0;
    const highest = 65535 - room;
    if (read < 1 || read > highest) {
      faults.push(
        `${flags[flag] === undefined ? variable : `--${flag}`} must be a port from 1 to ${highest}.`,
      );
    }
    return read;
  };
  const windows = [...DEMO_WINDOWS, ...furtherWindows(flags.also ?? [], faults)];
  const botPort = port('port', 'PORT', 3978, 0);
  const base = port('playground-port', 'PLAYGROUND_PORT', 56150, (windows.length - 1) * 10);
  const playgroundPorts = windows.map((_, index) => base + index * 10);
  const mailboxPort = base + MAILBOX_ABOVE;
  if (faults.length === 0 && playgroundPorts.includes(botPort))
    faults.push(`The bot and a window cannot both have port ${botPort}.`);
  if (faults.length === 0 && mailboxPort === botPort)
    faults.push(`The bot and the customer’s mailbox cannot both have port ${botPort}.`);
  if (faults.length > 0) return { ok: false, faults };
  const fast = flags.fast === true;
  const given = env['DATA_DIR'] ?? '';
  // A fast run's cases lie in a future of their own, so they have a data directory of their own.
  const dataDir = given === '' ? join('data', fast ? FAST_FOLDERS[folder] : folder) : given;
  return { ok: true, settings: { fast, botPort, windows, playgroundPorts, mailboxPort, dataDir } };
}

/** The windows named by `--also`, each once, in the order in which they are described. */
function furtherWindows(named: readonly string[], faults: string[]): readonly DemoWindow[] {
  const asked = named.flatMap((list) => list.split(',')).map((name) => name.trim());
  const known = Object.keys(FURTHER_WINDOWS) as FurtherWindow[];
  const unknown = asked.filter((name) => !known.some((one) => one === name));
  if (unknown.length > 0)
    faults.push(`--also knows ${known.join(', ')}; it does not know "${unknown.join('", "')}".`);
  return known.filter((name) => asked.includes(name)).map((name) => FURTHER_WINDOWS[name]);
}

function flagsOf(
  args: readonly string[],
): { port?: string; 'playground-port'?: string; fast?: boolean; also?: string[] } | string {
  try {
    return parseArgs({
      args: [...args],
      options: {
        fast: { type: 'boolean' },
        also: { type: 'string', multiple: true },
        port: { type: 'string' },
        'playground-port': { type: 'string' },
      },
    }).values;
  } catch {
    return 'The demo takes these flags: --fast, --also <windows>, --port <port>, --playground-port <port>.';
  }
}
