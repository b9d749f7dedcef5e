import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** What the demo is started with. Ports of the windows: the base, and 10 and 20 above it. */
export interface DemoSettings {
  readonly fast: boolean;
  readonly botPort: number;
  readonly playgroundPorts: readonly [number, number, number];
  readonly dataDir: string;
}

export type DemoSettingsRead =
  | { readonly ok: true; readonly settings: DemoSettings }
  | { readonly ok: false; readonly faults: readonly string[] };

type Env = Readonly<Record<string, string | undefined>>;

/** What the demo decides itself; set, they would have it show something else than it says. */
const NOT_FOR_THE_DEMO = ['BOT_ID', 'CASEKEEPER_ENVIRONMENT', 'DIRECTORY_FILE', 'HOST'] as const;

/**
 * Reads the demo's flags and environment. A flag wins over its variable (`--port` over PORT, `--playground-port` over
 * PLAYGROUND_PORT). Faults name the flag or the variable.
 */
export function readDemoSettings(args: readonly string[], env: Env): DemoSettingsRead {
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
  const botPort = port('port', 'PORT', 3978, 0);
  const base = port('playground-port', 'PLAYGROUND_PORT', 56150, 20);
  const playgroundPorts = [base, base + 10, base + 20] as const;
  if (faults.length === 0 && playgroundPorts.includes(botPort))
    faults.push(`The bot and a window cannot both have port ${botPort}.`);
  if (faults.length > 0) return { ok: false, faults };
  const fast = flags.fast === true;
  const given = env['DATA_DIR'] ?? '';
  // A fast run's cases lie in a future of their own, so they have a data directory of their own.
  const dataDir = given === '' ? join('data', fast ? 'fast' : 'demo') : given;
  return { ok: true, settings: { fast, botPort, playgroundPorts, dataDir } };
}

function flagsOf(
  args: readonly string[],
): { port?: string; 'playground-port'?: string; fast?: boolean } | string {
  try {
    return parseArgs({
      args: [...args],
      options: { fast: { type: 'boolean' }, port: { type: 'string' }, 'playground-port': { type: 'string' } },
    }).values;
  } catch {
    return 'The demo takes these flags: --fast, --port <port>, --playground-port <port>.';
  }
}
