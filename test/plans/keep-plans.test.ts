import type { Schedule } from '../../src/runtime/periodic-task';
import { startKeepingPlans } from '../../src/plans/keep-plans';
import type { PlanParts } from '../../src/plans/plan-round';
import { IN_NOVEMBER, IN_OCTOBER, planStage, READY } from './plan-stage';

const at = (iso: string): number => Date.parse(iso);
const HOUR = 3_600_000;

/** A schedule whose next run is called by hand; `beat` waits until the work has ended. */
function byHand() {
  let next: (() => void) | undefined;
  let ended: (() => void) | undefined;
  const schedule: Schedule = (_ms, run) => {
    next = run;
    ended?.();
    return () => (next = undefined);
  };
  const until = (): Promise<void> => new Promise((resolve) => (ended = resolve));
  return {
    schedule,
    first: until,
    beat: () => {
      const done = until();
      next?.();
      return done;
    },
    isOff: () => next === undefined,
  };
}

describe('The upkeep of action plans', () => {
  it('runs the round of a month at each tick until it is stopped (ME-8)', async () => {
    const on = planStage(READY);
    await on.close(3, 30, IN_OCTOBER);
    const hand = byHand();
    const first = hand.first();
    const keeping = startKeepingPlans({ ...on.parts, everyMs: 1_000, schedule: hand.schedule });
    await first;
    expect(await on.told()).toHaveLength(4);
    await on.close(6, 2, IN_NOVEMBER);
    on.now = at('2026-12-01T08:00-05:00');
    await hand.beat();
    expect((await on.told()).at(-1)).toMatch(/asked, met$/u);
    await keeping.stop();
    expect(hand.isOff()).toBe(true);
    expect(on.logged).toEqual([]);
  });

  it('waits an hour for metrics that are not completely calculated, then asks with what there is and logs it (ME-8)', async () => {
    const on = planStage(READY);
    await on.close(3, 30, IN_OCTOBER);
    const { metrics } = on.parts;
    const behind: PlanParts['metrics'] = {
      ...metrics,
      scorecard: async (asked) => ({ ...(await metrics.scorecard(asked)), asOf: IN_OCTOBER }),
    };
    const hand = byHand();
    const first = hand.first();
    const keeping = startKeepingPlans({ ...on.parts, metrics: behind, everyMs: 1, schedule: hand.schedule });
    await first;
    on.now = READY + HOUR - 1;
    await hand.beat();
    expect(await on.told()).toEqual([]);
    on.now = READY + HOUR;
    await hand.beat();
    expect(await on.told()).toHaveLength(4);
    expect(on.logged).toEqual(['Action plans are requested from metrics that are not fully counted']);
    await hand.beat();
    expect(on.logged).toHaveLength(1);
    await keeping.stop();
  });

  it('logs what fails and tries it again (ME-8)', async () => {
    const on = planStage(READY);
    await on.close(3, 30, IN_OCTOBER);
    let away = true;
    const { rounds } = on.parts;
    const failing: PlanParts['rounds'] = {
      ...rounds,
      find: (query) => (away ? Promise.reject(new Error('away')) : rounds.find(query)),
    };
    const hand = byHand();
    const first = hand.first();
    const keeping = startKeepingPlans({ ...on.parts, rounds: failing, everyMs: 1, schedule: hand.schedule });
    await first;
    expect(on.logged).toEqual(['Action plans could not be updated; it will be tried again']);
    away = false;
    await hand.beat();
    expect(await on.told()).toHaveLength(4);
    await keeping.stop();
  });
});
