import { periodicTask } from '../../src/runtime/periodic-task';

/** A timer and a piece of work that both end when the test says so. */
function held() {
  const timers: { ms: number; run: () => void; off: boolean }[] = [];
  const runs: { end: (wantedMs?: number) => void; stop: AbortSignal }[] = [];
  return {
    timers,
    runs,
    schedule: (ms: number, run: () => void) => {
      const timer = { ms, run, off: false };
      timers.push(timer);
      return () => void (timer.off = true);
    },
    work: (stop: AbortSignal) => new Promise<number | undefined>((end) => runs.push({ end, stop })),
  };
}
const settle = async (): Promise<void> => {
  for (let i = 0; i < 10; i++) await Promise.resolve();
};

describe('A periodic task', () => {
  it('runs at once and again a fixed time after each run', async () => {
    const on = held();
    periodicTask(on.work, 5_000, on.schedule);
    expect(on.runs).toHaveLength(1);
    expect(on.timers).toHaveLength(0);
    on.runs[0]!.end();
    await settle();
    expect(on.timers.map(({ ms }) => ms)).toEqual([5_000]);
    on.timers[0]!.run();
    expect(on.runs).toHaveLength(2);
  });

  it('runs again when it asked to, at the latest after the fixed time, and never without a pause', async () => {
    const on = held();
    periodicTask(on.work, 5_000, on.schedule);
    for (const wantedMs of [1_234, 60_000, -20, 0]) {
      on.runs.at(-1)!.end(wantedMs);
      await settle();
      on.timers.at(-1)!.run();
    }
    expect(on.timers.map(({ ms }) => ms)).toEqual([1_234, 5_000, 10, 10]);
  });

  it('combines many signals during a run into one more run, and never runs twice at a time', async () => {
    const on = held();
    const work = periodicTask(on.work, 5_000, on.schedule);
    for (let i = 0; i < 5; i++) work.nudge();
    expect(on.runs).toHaveLength(1);
    on.runs[0]!.end();
    await settle();
    expect(on.runs).toHaveLength(2);
    on.runs[1]!.end();
    await settle();
    expect(on.runs).toHaveLength(2);
  });

  it('runs at once when signaled between two runs, and cancels the timer', async () => {
    const on = held();
    const work = periodicTask(on.work, 5_000, on.schedule);
    on.runs[0]!.end();
    await settle();
    work.nudge();
    expect(on.runs).toHaveLength(2);
    expect(on.timers[0]!.off).toBe(true);
  });

  it('waits for the work in flight when it stops, asks it to stop, and starts no more', async () => {
    const on = held();
    const work = periodicTask(on.work, 5_000, on.schedule);
    work.nudge();
    let stopped = false;
    const stopping = work.stop().then(() => (stopped = true));
    await settle();
    expect(stopped).toBe(false);
    expect(on.runs[0]!.stop.aborted).toBe(true);
    on.runs[0]!.end();
    await stopping;
    work.nudge();
    expect(on.runs).toHaveLength(1);
    expect(on.timers).toHaveLength(0);
  });
});
