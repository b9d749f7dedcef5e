import { periodicTask, type Schedule } from '../runtime/periodic-task';
import { isWithin } from '../ports/time-source';
import { planRound, type PlanParts } from './plan-round';

/** How long to wait for metrics that are not fully counted, in business time: one case that cannot be counted must not hold up all plans. */
const PATIENCE_MS = 3_600_000;

/** The action plan task of a process: each month's round. */
export function startKeepingPlans(
  parts: PlanParts & { readonly everyMs: number; readonly schedule: Schedule },
): { stop(): Promise<void> } {
  const { log, everyMs, schedule, context } = parts;
  let behindSince: number | undefined;

  const round = async (): Promise<void> => {
    const { now } = context();
    const waits = behindSince === undefined || isWithin(PATIENCE_MS, behindSince, now);
    if (!waits) log.warn({}, 'Action plans are requested from metrics that are not fully counted');
    const came = await planRound(parts, waits);
    behindSince = came === 'done' || came === 'done-before' ? undefined : (behindSince ?? now);
  };

  return periodicTask(
    async (stop) => {
      if (stop.aborted) return undefined;
      try {
        await round();
      } catch (error) {
        log.error({ err: error }, 'Action plans could not be updated; it will be tried again');
      }
      return undefined;
    },
    everyMs,
    schedule,
  );
}
