type Work = () => Promise<void>;

/** Work done in parallel; that of one lane in sequence, in the order in which it was added. */
export interface KeyedQueue {
  /** The work must not throw. */
  readonly add: (lane: string, work: Work) => void;
  /** How many lanes wait for a free worker. */
  waiting(): number;
  isIdle(): boolean;
}

/** At most this many lanes at a time; `ended` is called after each piece of work. */
export function keyedQueue(sideBySide: number, ended: () => void): KeyedQueue {
  const works = new Map<string, Work[]>();
  const line: string[] = [];
  let running = 0;

  const run = async (lane: string): Promise<void> => {
    const own = works.get(lane) ?? [];
    for (let work = own.shift(); work !== undefined; work = own.shift()) {
      await work();
      ended();
    }
    works.delete(lane);
    running -= 1;
    fill();
    ended();
  };
  const fill = (): void => {
    while (running < sideBySide) {
      const lane = line.shift();
      if (lane === undefined) return;
      running += 1;
      void run(lane);
    }
  };
  return {
    add: (lane, work) => {
      const own = works.get(lane);
      if (own !== undefined) {
        own.push(work);
        return;
      }
      works.set(lane, [work]);
      line.push(lane);
      fill();
    },
    waiting: () => line.length,
    isIdle: () => running === 0,
  };
}
