import type { Schedule } from '../../src/alerts/repeating';

/**
 * A schedule that never runs anything by itself and knows when all is quiet: each of so many repeating works hands
 * in its next run when it has ended, so with all of them handed in nothing is at work.
 */
export function quietSchedule(works: number): { readonly schedule: Schedule; settled(): Promise<void> } {
  let handedIn = 0;
  let waiting: (() => void)[] = [];
  return {
    schedule: () => {
      handedIn += 1;
      if (handedIn === works) {
        for (const resolve of waiting) resolve();
        waiting = [];
      }
      let off = false;
      return () => {
        if (!off) handedIn -= 1;
        off = true;
      };
    },
    settled: async () => {
      if (handedIn < works) await new Promise<void>((resolve) => waiting.push(resolve));
    },
  };
}
