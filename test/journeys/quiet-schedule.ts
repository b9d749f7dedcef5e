import type { Schedule } from '../../src/runtime/periodic-task';

/**
 * A schedule that never runs anything by itself and knows when all is quiet: each of so many repeating works hands
 * in its next run when it has ended, so with all of them handed in nothing is at work.
 */
export function quietSchedule(works: number): {
  readonly schedule: Schedule;
  settled(): Promise<void>;
  /** Runs all that was handed in once more, as the timer would. */
  again(): void;
} {
  let handedIn = 0;
  let waiting: (() => void)[] = [];
  const runs = new Set<() => void>();
  return {
    schedule: (_ms, run) => {
      handedIn += 1;
      runs.add(run);
      if (handedIn === works) {
        for (const resolve of waiting) resolve();
        waiting = [];
      }
      let off = false;
      return () => {
        if (!off) handedIn -= 1;
        off = true;
        runs.delete(run);
      };
    },
    again: () => {
      for (const run of [...runs]) run();
    },
    settled: async () => {
      if (handedIn < works) await new Promise<void>((resolve) => waiting.push(resolve));
    },
  };
}
