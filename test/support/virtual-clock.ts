import type { Schedule } from '../../src/runtime/periodic-task';
import type { Engine, Store } from '../../src/storage/store';

/** So many turns of the event loop without anything under way: nothing is at work but what waits for the clock. */
const QUIET_TURNS = 3;
const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** What is set and read as the time, milliseconds. */
interface Hand {
  get(): number;
  set(to: number): void;
}

/** A clock that stands while anything is at work and then goes on to the next instant that is waited for. */
export interface VirtualClock {
  now(): number;
  readonly schedule: Schedule;
  /** Waits so many milliseconds. */
  pass(ms: number): Promise<void>;
  /** The same engine, with the clock standing while it works: what the store takes is no part of the time. */
  standingFor(engine: Engine): Engine;
  /** Lets time pass until the work is done. Throws where it waits for nothing that the clock knows. */
  until<T>(work: Promise<T>): Promise<T>;
}

export function virtualClock(hand: Hand): VirtualClock {
  const timers = new Set<{ readonly at: number; readonly run: () => void }>();
  let underWay = 0;

  const schedule: Schedule = (ms, run) => {
    const timer = { at: hand.get() + ms, run };
    timers.add(timer);
    return () => void timers.delete(timer);
  };
  const counted = <T extends object>(of: T): T =>
    new Proxy(of, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function') return member;
        const call = member.bind(target) as (...given: readonly unknown[]) => Promise<unknown>;
        return async (...given: readonly unknown[]): Promise<unknown> => {
          underWay += 1;
          try {
            return await call(...given);
          } finally {
            underWay -= 1;
          }
        };
      },
    });
  const quiet = async (): Promise<void> => {
    for (let turns = 0; turns < QUIET_TURNS; turns = underWay > 0 ? 0 : turns + 1) await turn();
  };
  const goOn = (): void => {
    let next: { readonly at: number; readonly run: () => void } | undefined;
    for (const timer of timers) if (next === undefined || timer.at < next.at) next = timer;
    if (next === undefined) throw new Error('All wait, and nothing is to come');
    timers.delete(next);
    hand.set(Math.max(hand.get(), next.at));
    next.run();
  };
  return {
    now: () => hand.get(),
    schedule,
    pass: (ms) => new Promise((resolve) => void schedule(ms, resolve)),
    standingFor: (engine) => ({
      name: engine.name,
      unreadable: engine.unreadable,
      ping: () => engine.ping(),
      close: () => engine.close(),
      store: async <T>(...given: Parameters<Engine['store']>) =>
        counted((await engine.store(...given)) as Store<T>),
    }),
    until: async (work) => {
      const state = { over: false };
      const end = (): void => void (state.over = true);
      work.then(end, end);
      for (;;) {
        await quiet();
        if (state.over) return work;
        goOn();
      }
    },
  };
}
