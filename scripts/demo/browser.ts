import { spawn } from 'node:child_process';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The program that shows an address in the person's browser, with its arguments; nothing where no browser can be
 * shown (a build server, a Linux without a display) or none is wanted (BROWSER=none).
 */
export function browserCommand(
  platform: NodeJS.Platform,
  env: Env,
  url: string,
): { readonly file: string; readonly args: readonly string[] } | undefined {
  const set = (name: string): boolean => (env[name] ?? '') !== '';
  if (set('CI') || env['BROWSER'] === 'none') return undefined;
  if (platform === 'darwin') return { file: 'open', args: [url] };
  // rundll32 and not `start`, which is a word of the shell.
  if (platform === 'win32') return { file: 'rundll32', args: ['url.dll,FileProtocolHandler', url] };
  if (set('DISPLAY') || set('WAYLAND_DISPLAY')) return { file: 'xdg-open', args: [url] };
  return undefined;
}

/** Opens the address in a browser where there is one. Whether it opened does not matter: the address is printed too. */
export function openBrowser(url: string): void {
  const command = browserCommand(process.platform, process.env, url);
  if (command === undefined) return;
  const child = spawn(command.file, command.args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
