import { performance } from 'node:perf_hooks';
import { z } from 'zod/v4';
import { timerSchedule, type Schedule } from '../runtime/periodic-task';
import { readOrAnew, writeOver } from './repositories/keep';
import { keyedById, type Engine } from './store';

/** The last time at which the store was asked whether it takes writes. */
interface WriteCheck {
  readonly at: number;
}

const CHECK = keyedById<WriteCheck>({ name: 'writeCheck', shape: z.looseObject({ at: z.number() }) });
const ID = 'this-store';
/** Anyone can ask; the disk is checked at most once in this many milliseconds. */
const KEPT_MS = 1_000;
/** Every caller gets an answer within this many milliseconds: a load balancer waits no longer. */
const MAX_MS = 4_000;

/** Clock and timer of the check. */
interface CheckTimes {
  readonly now: () => number;
  readonly later: Schedule;
}
const REAL_TIMES: CheckTimes = { now: () => performance.now(), later: timerSchedule };

/**
 * Asks whether the store takes writes: by a small durable write, as reads succeed on a full or read-only disk and without
 * a primary. The answer throws where it does not, or not in time. It stands for a second, so that many who ask cost one write.
 */
export function writeCheck(
  engine: Pick<Engine, 'store'>,
  { now, later }: CheckTimes = REAL_TIMES,
): () => Promise<void> {
  let last: { readonly at: number; readonly answer: Promise<void> } | undefined;
  let asking: Promise<void> | undefined;

  const write = async (): Promise<void> => {
    const store = await engine.store(CHECK);
    const before = await readOrAnew(store, ID);
    // If another instance was faster, the store takes writes too.
    await writeOver(store, ID, before, { at: now() });
  };
  const inTime = (work: Promise<void>): Promise<void> =>
    new Promise((resolve, reject) => {
      const callOff = later(MAX_MS, () => {
        reject(new Error('The database did not accept a write in time'));
      });
      work.then(resolve, reject).finally(callOff);
    });

  return () => {
    if (last !== undefined && now() - last.at < KEPT_MS) return last.answer;
    // A write that hangs is waited for, not joined by another.
    asking ??= write().finally(() => (asking = undefined));
    const answer = inTime(asking);
    answer.catch(() => undefined);
    last = { at: now(), answer };
    return answer;
  };
}
