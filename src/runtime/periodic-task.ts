import { setMaxListeners } from 'node:events';

/** Calls back once after so many milliseconds; answers how to call it off. */
export type Schedule = (ms: number, run: () => void) => () => void;

/** The real timer; it keeps no process alive. */
export const timerSchedule: Schedule = (ms, run) => {
  const timer = setTimeout(run, ms).unref();
  return () => clearTimeout(timer);
};

/** Not sooner again than this, milliseconds: a wish that is always of the past costs no processor. */
const SOONEST_MS = 10;

/** Work that is done again and again, never twice at a time. */
interface PeriodicTask {
  /** Does it at once, or once more after the work in hand: however often it is called in the meantime, it costs one run. */
  nudge(): void;
  /** Calls off what is to come, tells the work in hand to stop and waits for it. */
  stop(): Promise<void>;
}

/**
 * Does the work now, and again when it says to (in so many milliseconds; undefined: it does not), but `everyMs` after it ended at the latest,
 * so that what others do and a clock that is set are seen. The work must not throw.
 */
export function periodicTask(
  work: (stop: AbortSignal) => Promise<number | undefined>,
  everyMs: number,
  schedule: Schedule,
): PeriodicTask {
  const stopping = new AbortController();
  // As many may wait for it as work side by side.
  setMaxListeners(0, stopping.signal);
  let running: Promise<void> | undefined;
  let again = false;
  let callOff = (): void => undefined;

  const start = (): void => {
    callOff();
    again = false;
    running = work(stopping.signal).then((wantedMs) => {
      running = undefined;
      if (stopping.signal.aborted) return;
      if (again) start();
      else callOff = schedule(Math.min(everyMs, Math.max(SOONEST_MS, wantedMs ?? everyMs)), nudge);
    });
  };
  const nudge = (): void => {
    if (stopping.signal.aborted) return;
    if (running === undefined) start();
    else again = true;
  };

  start();
  return {
    nudge,
    stop: async () => {
      stopping.abort();
      callOff();
      await running;
    },
  };
}
