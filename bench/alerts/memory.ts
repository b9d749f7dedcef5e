const MB = 2 ** 20;
const EVERY_MS = 100;

/** What a piece of work takes of memory, MB: of the process at its most, and what is left on the heap when it is done. */
export interface Memory {
  readonly beforeMb: number;
  readonly peakMb: number;
  readonly leftMb: number;
}

const collected = (): number => {
  global.gc?.();
  return process.memoryUsage().heapUsed / MB;
};

/** Watches the memory of the process while the work is done. */
export async function watchingMemory<T>(work: () => Promise<T>): Promise<{ result: T; memory: Memory }> {
  const heap = collected();
  const beforeMb = process.memoryUsage().rss / MB;
  let peakMb = beforeMb;
  const look = (): void => void (peakMb = Math.max(peakMb, process.memoryUsage().rss / MB));
  const timer = setInterval(look, EVERY_MS);
  try {
    const result = await work();
    look();
    return { result, memory: { beforeMb, peakMb, leftMb: collected() - heap } };
  } finally {
    clearInterval(timer);
  }
}

/** Says it in a line. */
export const memoryLine = (what: string, { beforeMb, peakMb, leftMb }: Memory): string =>
  `Memory, ${what}: ${peakMb.toFixed(0)} MB at the most, ${beforeMb.toFixed(0)} MB before; ${leftMb.toFixed(1)} MB more on the heap after.`;
