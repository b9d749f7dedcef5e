import type { Schedule } from './periodic-task';

/** Waits so many milliseconds by the schedule; less if the signal says stop. */
export const sleep =
  (schedule: Schedule) =>
  (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const end = (): void => {
        callOff();
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const callOff = schedule(ms, end);
      if (signal?.aborted === true) end();
      else signal?.addEventListener('abort', end);
    });
