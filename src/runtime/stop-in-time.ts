import type { WorkCounts } from './in-flight';

/** How long a stop waits, milliseconds: for work in flight, and after it for the store to close. */
export interface StopTimes {
  readonly workMs: number;
  readonly closeMs: number;
}

/**
 * `docs/operations.md` promises that the process ends within 10 s. This is less: a call of the database may block the
 * process for 2 s before it sees the signal, and again before it sees that the time is over.
 */
const STOP_TIMES: StopTimes = { workMs: 5_000, closeMs: 1_000 };

/** What is to be stopped. */
interface Stopping {
  /** Stopped side by side. Each takes no new work and waits for its own. */
  readonly parts: Readonly<Record<string, () => Promise<unknown>>>;
  /** What the parts are still doing. */
  readonly work: () => WorkCounts;
  /** Stopped last, when nothing uses it any more; left open if something still does, which would only fail without it. */
  readonly store: () => Promise<unknown>;
}

/** The result of a stop: all empty if everything ended well. */
export interface Stopped {
  /** The parts that had not stopped in time. */
  readonly parts: readonly string[];
  /** What they were still doing. */
  readonly work: WorkCounts;
  /** What stopping threw. */
  readonly faults: readonly unknown[];
}

/** Stops the parts and then the store, or gives up when the time is over. Never throws. */
export async function stopInTime(
  { parts, work, store }: Stopping,
  { workMs, closeMs }: StopTimes = STOP_TIMES,
): Promise<Stopped> {
  const faults: unknown[] = [];
  const late = await lateOf(parts, workMs, faults);
  if (late.length > 0) return { parts: late, work: work(), faults };
  return { parts: await lateOf({ store }, closeMs, faults), work: work(), faults };
}

async function lateOf(
  parts: Stopping['parts'],
  withinMs: number,
  faults: unknown[],
): Promise<readonly string[]> {
  const running = new Set(Object.keys(parts));
  const stops = Object.entries(parts).map(async ([name, stop]) => {
    try {
      await stop();
    } catch (error) {
      faults.push(error);
    }
    running.delete(name);
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, withinMs);
  });
  await Promise.race([Promise.all(stops), late]);
  clearTimeout(timer);
  return [...running];
}
