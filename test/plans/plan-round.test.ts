import type { Notification } from '../../src/domain/kernel/notification';
import { closePlan } from '../../src/domain/plans/decide-plan';
import { planRound } from '../../src/plans/plan-round';
import type { PlanParts } from '../../src/plans/plan-round';
import { aDirectory, DAY, person } from '../support/site';
import { asked, changedBy, valueOf, written } from '../support/plans';
import { IN_NOVEMBER, IN_OCTOBER, planStage, READY, savedAs } from './plan-stage';

const at = (iso: string): number => Date.parse(iso);
const toldPerson = ({ to }: Notification) => (to.kind === 'person' ? to.person : to.kind);

const unread = (): never => {
  throw new Error('nobody reads it');
};
const BOTH = [
  'AP0000001 enterprise enterprise-crt: asked',
  'AP0000002 enterprise level-2-and-3-crt: asked',
  'AP0000003 aviation enterprise-crt: asked',
  'AP0000004 aviation level-2-and-3-crt: asked',
];

describe('The round of a month', () => {
  it('asks the owners when the enterprise or an MSC missed a goal, on the first business day (ME-8)', async () => {
    const on = planStage(READY - 1);
    await on.close(3, 30, IN_OCTOBER);
    await on.close(1, 2, IN_OCTOBER);
    // Distribution met its goals; no other MSC has anything to count.
    await on.close(4, 2, IN_OCTOBER, 'distribution');
    // The month before is ready since 1 October, with nothing to count in it.
    expect(await planRound(on.parts, true)).toBe('done');
    expect(await on.told()).toEqual([]);
    on.now = READY;
    expect(await planRound(on.parts, true)).toBe('done');
    expect(await on.told()).toEqual(BOTH);
    expect(on.changes).toBe(4);
    const saved = await on.parts.plans.get('AP0000004');
    expect(saved?.state.missed).toEqual({
      month: '2026-10',
      count: 4,
      met: 1,
      goal: '85% in 16 business days or less',
      goalPercent: 85,
      worst: ['CS0000003', 'CS0000002', 'CS0000001'],
    });
    const pending = await on.parts.plans.pending(10);
    expect(pending.map(({ notifications }) => notifications.map(toldPerson))).toEqual([
      ['po-agent', 'po-other', 'po-gatekeeper', 'po-supervisor'],
      ['po-agent', 'po-other', 'po-gatekeeper', 'po-supervisor'],
      ['analyst'],
      ['analyst'],
    ]);
  });

  it('runs once, and does not ask again in the next month for an open plan (ME-8)', async () => {
    const on = planStage(READY);
    await on.close(3, 30, IN_OCTOBER);
    await on.close(3, 30, IN_NOVEMBER);
    await planRound(on.parts, true);
    on.now = READY + 20 * DAY;
    expect(await planRound(on.parts, true)).toBe('done-before');
    on.now = at('2026-12-01T00:00-05:00');
    expect(await planRound(on.parts, true)).toBe('done');
    expect(await on.told()).toEqual(BOTH.map((line) => `${line}, missed-again`));
  });

  it('runs again if a clock that ran ahead ran it before the month was over (ME-8)', async () => {
    const on = planStage(READY);
    const setBack: string[] = [];
    const parts = { ...on.parts, onSetBack: (what: string) => void setBack.push(what) };
    expect(await planRound(parts, true)).toBe('done');
    on.now = READY - DAY;
    expect(await planRound(parts, true)).toBe('done');
    await on.close(3, 30, IN_OCTOBER);
    on.now = READY;
    expect(await planRound(parts, true)).toBe('done');
    expect((await on.told()).length).toBeGreaterThan(0);
    expect(setBack).toEqual(['plan-rounds']);
  });

  it('closes a plan as met when a later month meets the goal, and asks again when it is missed again (ME-8)', async () => {
    const on = planStage(READY);
    await on.close(3, 30, IN_OCTOBER);
    await planRound(on.parts, true);
    await on.write('AP0000004');
    await on.close(6, 2, IN_NOVEMBER);
    await on.close(3, 30, at('2026-12-16T12:00-05:00'));
    on.now = at('2026-12-01T00:00-05:00');
    await planRound(on.parts, true);
    expect(await on.kinds()).toEqual(['asked, met', 'asked, met', 'asked, met', 'asked, planned, met']);
    on.now = at('2027-01-04T00:00-05:00');
    await planRound(on.parts, true);
    expect((await on.kinds()).slice(4)).toEqual(['asked', 'asked', 'asked', 'asked']);
  });

  it('leaves a plan open through a month with nothing to count (ME-6, ME-8)', async () => {
    const on = planStage(READY);
    await on.close(3, 30, IN_OCTOBER);
    await planRound(on.parts, true);
    on.now = at('2026-12-01T00:00-05:00');
    await planRound(on.parts, true);
    expect(await on.told()).toEqual(BOTH);
  });

  it('asks after an outage for the latest month once, not for each missed month (ME-8)', async () => {
    const on = planStage(at('2026-12-09T10:00-05:00'));
    await on.close(3, 30, IN_OCTOBER);
    await on.close(3, 30, IN_NOVEMBER);
    await planRound(on.parts, true);
    await planRound(on.parts, true);
    expect(await on.told()).toEqual(BOTH);
    expect((await on.parts.plans.get('AP0000001'))?.state.missed.month).toBe('2026-11');
  });

  it("reviews a group's plans too, but asks no group for one (ME-8)", async () => {
    const on = planStage(READY);
    await on.close(3, 30, IN_OCTOBER);
    await planRound(on.parts, true);
    const scope = { kind: 'group', key: 'av2', name: 'av2' } as const;
    await on.parts.plans.insert(savedAs(written(asked({ scope }, 'AP0000009').state)));
    await on.close(9, 2, IN_NOVEMBER);
    on.now = at('2026-12-01T00:00-05:00');
    await planRound(on.parts, true);
    expect((await on.told()).at(-1)).toBe('AP0000009 av2 level-2-and-3-crt: asked, planned, met');
  });

  it.each(['before the first', 'after two', 'before it is noted as done'])(
    'that ended %s is finished by the next, and nothing is made twice (ME-8)',
    async (when) => {
      const on = planStage(READY);
      await on.close(3, 30, IN_OCTOBER);
      const { plans, rounds } = on.parts;
      const ends = (): Promise<never> => Promise.reject(new Error('the process ended'));
      let left = when === 'before the first' ? 0 : 2;
      const dying: PlanParts = {
        ...on.parts,
        ...(when === 'before it is noted as done'
          ? { rounds: { ...rounds, get: (id) => rounds.get(id), insert: ends } }
          : {
              plans: new Proxy(plans, {
                get: (of, name: keyof typeof plans) =>
                  name === 'insert'
                    ? (change: Parameters<typeof plans.insert>[0]) =>
                        left-- > 0 ? plans.insert(change) : ends()
                    : of[name].bind(of),
              }),
            }),
      };
      await planRound(dying, true).catch(() => undefined);
      expect(await on.told()).toHaveLength(when === 'before the first' ? 0 : when === 'after two' ? 2 : 4);
      await planRound(on.parts, true);
      const told = (await on.told()).map((line) => line.slice(10));
      expect([...told].sort()).toEqual(BOTH.map((line) => line.slice(10)).sort());
      const pending = await plans.pending(10);
      expect(pending.map(({ notifications }) => notifications.length).sort()).toEqual([1, 1, 4, 4]);
    },
  );

  it('that was not finished does not ask again for a plan closed since then (ME-8)', async () => {
    const on = planStage(READY);
    await on.close(3, 30, IN_OCTOBER);
    const { rounds, plans } = on.parts;
    const forgets = {
      ...rounds,
      get: (id: string) => rounds.get(id),
      insert: () => Promise.reject(new Error('gone')),
    };
    await planRound({ ...on.parts, rounds: forgets }, true).catch(() => undefined);
    const saved = await plans.get('AP0000004');
    if (saved === undefined) throw new Error('not asked');
    const typed = { how: 'withdrawn', why: 'Two weeks of cases are missing.' };
    await plans.save(
      saved.version,
      changedBy(
        saved.state,
        valueOf(closePlan(saved.state, typed, person('analyst'), aDirectory())),
        READY + 1,
        'analyst',
      ),
    );
    await planRound(on.parts, true);
    expect(await on.told()).toEqual([...BOTH.slice(0, 3), `${BOTH[3]}, withdrawn`]);
  });

  it('asks each owner once if two instances run it at the same time (ME-8)', async () => {
    const on = planStage(READY);
    await on.close(3, 30, IN_OCTOBER);
    await Promise.all([planRound(on.parts, true), planRound(on.parts, true)]);
    const told = (await on.told()).map((line) => line.slice(10));
    expect([...told].sort()).toEqual(BOTH.map((line) => line.slice(10)).sort());
    on.now = at('2026-12-01T00:00-05:00');
    await on.close(6, 2, IN_NOVEMBER);
    await Promise.all([planRound(on.parts, true), planRound(on.parts, true)]);
    expect(await on.kinds()).toEqual(['asked, met', 'asked, met', 'asked, met', 'asked, met']);
  });

  it('waits for metrics that are not calculated and clocks that are not recorded, but not forever (ME-8)', async () => {
    const on = planStage(READY);
    await on.close(3, 30, IN_OCTOBER);
    const { metrics, cases } = on.parts;
    const behind: PlanParts = {
      ...on.parts,
      metrics: {
        ...metrics,
        scorecard: async (asked) => ({ ...(await metrics.scorecard(asked)), asOf: IN_OCTOBER }),
      },
    };
    expect(await planRound(behind, true)).toBe('figures-behind');
    const unswept: PlanParts = {
      ...on.parts,
      cases: {
        due: (now) => Promise.resolve(now < READY ? [{ id: 'CS1', read: unread }] : []),
      },
    };
    expect(await planRound(unswept, true)).toBe('figures-behind');
    expect(await on.told()).toEqual([]);
    expect(await cases.due(READY, 1)).toEqual([]);
    expect(await planRound(behind, false)).toBe('done');
    expect(await on.told()).toEqual(BOTH);
  });

  it('logs a scope at fault, continues with the others, and tries it again (ME-8)', async () => {
    const on = planStage(READY);
    await on.close(3, 30, IN_OCTOBER);
    const { metrics } = on.parts;
    const faulty: PlanParts = {
      ...on.parts,
      metrics: {
        ...metrics,
        scorecard: (asked) =>
          asked.scope.kind === 'enterprise' ? Promise.reject(new Error('away')) : metrics.scorecard(asked),
      },
    };
    expect(await planRound(faulty, true)).toBe('failed');
    expect(on.logged).toEqual(['The action plans of a scope could not be updated; it will be tried again']);
    expect(await on.told()).toHaveLength(2);
    expect(await planRound(on.parts, true)).toBe('done');
    expect(await on.told()).toHaveLength(4);
  });
});
