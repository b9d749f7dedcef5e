import { periodicTask, type Schedule } from '../runtime/periodic-task';
import type { Log } from '../ports/log';
import type { MetricsKept } from './metrics';

/** The follower as it runs in a process: it counts what changed, again and again, so that questions find little to do. */
export function startProjector(parts: {
  readonly metrics: MetricsKept;
  readonly log: Log;
  readonly everyMs: number;
  readonly schedule: Schedule;
}): { stop(): Promise<void> } {
  const { metrics, log, everyMs, schedule } = parts;
  return periodicTask(
    async (stop) => {
      try {
        await metrics.follow(stop);
      } catch (error) {
        log.error({ err: error }, 'The metrics could not be updated; it will be tried again');
      }
      return undefined;
    },
    everyMs,
    schedule,
  );
}
