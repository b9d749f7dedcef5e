/** How many pieces of each kind of work are in flight, like `{ turns: 1, sends: 2 }`; kinds without any are left out. */
export type WorkCounts = Readonly<Record<string, number>>;

/** The part of it that a loop or a wrapper needs: its work is counted until it settles. */
export interface Tracker {
  /** Counts the work under its kind until it settles, and returns it unchanged. */
  track<T>(kind: string, work: Promise<T>): Promise<T>;
}

/** Work in flight: what should be finished before the process ends. */
export interface InFlight extends Tracker {
  /** Waits until nothing is in flight, at most so many milliseconds; whether all was finished. */
  finished(withinMs: number): Promise<boolean>;
  /** What is in flight now. */
  counts(): WorkCounts;
}

/** Makes a counter of work in flight. */
export function inFlight(): InFlight {
  const works = new Map<Promise<unknown>, string>();
  return {
    track(kind, work) {
      works.set(work, kind);
      const done = (): void => void works.delete(work);
      work.then(done, done);
      return work;
    },
    async finished(withinMs) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<'late'>((resolve) => {
        timer = setTimeout(resolve, withinMs, 'late');
      });
      try {
        while (works.size > 0) {
          if ((await Promise.race([Promise.allSettled(works.keys()), late])) === 'late') return false;
        }
        return true;
      } finally {
        clearTimeout(timer);
      }
    },
    counts() {
      const counts: Record<string, number> = {};
      for (const kind of works.values()) counts[kind] = (counts[kind] ?? 0) + 1;
      return counts;
    },
  };
}
