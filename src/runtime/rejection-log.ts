import type { Log } from '../ports/log';

/** Why an unauthenticated request was rejected; a closed set, so that what is kept is bounded. */
export type RejectionKind = 'token' | 'name' | 'body' | 'api-key' | 'fault' | 'readiness' | 'console';

/** Calls back once after so many milliseconds. */
export type Later = (ms: number, run: () => void) => void;

const WINDOW_MS = 60_000;

/** Keeps no process alive. */
const timer: Later = (ms, run) => void setTimeout(run, ms).unref();

/** Logs the first rejection of its kind in a minute by `first`; the others are counted. */
export interface RejectionLog {
  (kind: RejectionKind, first: () => void): void;
  /** Logs the counts of the current minute, because the process stops. */
  flush(): void;
}

/**
 * The log of what people without credentials cause: at most two lines a minute for each kind, however many requests they
 * send. The first rejection is logged as it is; the number of those after it when the minute is over.
 */
export function rejectionLog(log: Pick<Log, 'warn'>, later: Later = timer): RejectionLog {
  const more = new Map<RejectionKind, number>();
  const tell = (kind: RejectionKind): void => {
    const count = more.get(kind) ?? 0;
    more.delete(kind);
    if (count > 0) log.warn({ kind, count }, 'The same message was logged again within a minute');
  };
  const count = (kind: RejectionKind, first: () => void): void => {
    const before = more.get(kind);
    if (before !== undefined) {
      more.set(kind, before + 1);
      return;
    }
    more.set(kind, 0);
    first();
    later(WINDOW_MS, () => {
      tell(kind);
    });
  };
  return Object.assign(count, {
    flush: () => {
      for (const kind of [...more.keys()]) tell(kind);
    },
  });
}
