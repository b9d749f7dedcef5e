import type { Log } from '../ports/log';
import type { RejectionLog } from './rejection-log';

const METHODS = ['debug', 'info', 'log', 'warn', 'error', 'trace'] as const;
type Written = Record<(typeof METHODS)[number], (...words: readonly unknown[]) => void>;

const LIBRARY = /node_modules[\\/]((?:@[\w.-]+[\\/])?[\w.-]+)/;

/**
 * Logs that a library wrote to the console, and which, in place of what it wrote: the Bot Framework SDK writes keys, and
 * errors that quote tokens. Nothing of ours writes to the console.
 */
export function routeConsole(console: Written, log: Log, rejections: RejectionLog): void {
  for (const method of METHODS)
    console[method] = () => {
      rejections('console', () => {
        const [, library = 'unknown'] = LIBRARY.exec(new Error().stack ?? '') ?? [];
        log.warn({ library, method }, 'A library wrote to the console');
      });
    };
}
