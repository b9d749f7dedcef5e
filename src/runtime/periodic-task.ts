import { setMaxListeners } from 'node:events';

/** Calls back once after so many milliseconds; returns a function that cancels it. */
export type Schedule = (ms: number, run: () => void) => () => void;

/** The real timer; it keeps no process alive. */
export const timerSchedule: Schedule = (ms, run) => {
  const timer = setTimeout(run, ms).unref();
  return () => clearTimeout(timer);
};

/** The shortest time between runs, in milliseconds, so that a due time that is always past does not spin. */
const SOONEST_MS = 10;

/** Work that runs repeatedly, never twice at a time. */
interface PeriodicTask {
  /** Runs it now, or once more after the current run; calling it often in between costs one run. */
  nudge(): void;
  /** Cancels the next run, tells the current one to stop, and waits for it. */
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
  // As many can wait for it as work in parallel.
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
