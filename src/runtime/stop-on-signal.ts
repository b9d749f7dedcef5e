import { constants } from 'node:os';
import type { Log } from '../ports/log';
import type { Stopped } from './stop-in-time';

/** How the process ends after a signal; `docs/operations.md` lists them. */
const STOP_CODES = { clean: 0, fault: 1, unfinished: 3 } as const;

/** What the stop needs of the process. */
interface Process {
  on(signal: 'SIGTERM' | 'SIGINT', asked: (signal: 'SIGTERM' | 'SIGINT') => void): unknown;
  exit(code: number): void;
}

/**
 * Stops when the system or the terminal asks for it, logs what was left unfinished, and ends the process with one of
 * `STOP_CODES`. A second signal ends it at once, with 128 and the number of the signal, as a shell counts.
 */
export function stopOnSignal(process: Process, log: Log, stop: () => Promise<Stopped>): void {
  let asked = false;
  const stopping = async (): Promise<void> => {
    const { parts, work, faults } = await stop();
    for (const error of faults) log.error({ err: error }, 'Casekeeper could not stop cleanly');
    if (parts.length > 0) log.warn({ parts, work }, 'Stopped with work unfinished');
    const code = parts.length > 0 ? 'unfinished' : faults.length > 0 ? 'fault' : 'clean';
    process.exit(STOP_CODES[code]);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (asked) {
        process.exit(128 + constants.signals[signal]);
        return;
      }
      asked = true;
      void stopping();
    });
}
