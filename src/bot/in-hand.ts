/** Work in hand: what must be finished before the process may end. */
export interface InHand {
  /** Counts the work until it settles, and answers it unchanged. */
  track<T>(work: Promise<T>): Promise<T>;
  /** Waits until nothing is in hand, at most so many milliseconds; whether all was finished. */
  finished(withinMs: number): Promise<boolean>;
}

/** Makes a counter of work in hand. */
export function inHand(): InHand {
  const works = new Set<Promise<unknown>>();
  return {
    track(work) {
      works.add(work);
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
          if ((await Promise.race([Promise.allSettled([...works]), late])) === 'late') return false;
        }
        return true;
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
