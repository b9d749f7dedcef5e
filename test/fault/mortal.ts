import type { Seeded } from '../support/seeded';

/** The life of one process. */
export interface Life {
  /** Resolves when it was killed. */
  readonly ended: Promise<void>;
  readonly isOver: () => boolean;
  /** One more step that leaves the process. */
  step(): 'alive' | 'killed before' | 'killed after';
}

/** A life that ends at a step by chance, before it or after it: without a word, as by SIGKILL. */
export function aLife(random: Seeded, longest: number): Life {
  let left = 1 + random.below(longest);
  const how = random.once(2) ? 'killed before' : 'killed after';
  let over = false;
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return {
    ended,
    isOver: () => over,
    step: () => {
      if (over) return 'killed before';
      if (--left > 0) return 'alive';
      over = true;
      // What was under way in this instant is still answered to nobody.
      setImmediate(end);
      return how;
    },
  };
}

type Call = (...given: readonly unknown[]) => Promise<unknown>;

/** The same object as a process has it whose life may end: after that nothing leaves it, and nothing is answered. */
export function doomed<T extends object>(of: T, life: Life): T {
  const never = (): Promise<never> => new Promise(() => undefined);
  return new Proxy(of, {
    get: (target, name, receiver) => {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      const call = member.bind(target) as Call;
      return async (...given: readonly unknown[]): Promise<unknown> => {
        const fate = life.step();
        if (fate === 'killed before') return never();
        const done = await call(...given);
        return fate === 'killed after' || life.isOver() ? never() : done;
      };
    },
  });
}
