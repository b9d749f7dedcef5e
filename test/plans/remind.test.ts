import { planRound } from '../../src/plans/plan-round';
import { IN_OCTOBER, planStage, READY } from './plan-stage';

const at = (iso: string): number => Date.parse(iso);

describe('A plan reminder', () => {
  it('reaches the owners once for a date that passed, even with two instances, and again after the next revision (ME-8)', async () => {
    const on = planStage(READY);
    await on.close(3, 30, IN_OCTOBER);
    await planRound(on.parts, true);
    await on.write('AP0000004');
    on.now = at('2026-11-20T23:59-05:00');
    await on.sweep();
    expect((await on.kinds()).at(-1)).toBe('asked, planned');
    // An outage over the midnight is caught up.
    on.now = at('2026-11-25T08:00-05:00');
    await Promise.all([on.sweep(), on.sweep()]);
    await on.sweep();
    expect(await on.kinds()).toEqual(['asked', 'asked', 'asked', 'asked, planned, overdue']);
    const [pending] = (await on.parts.plans.pending(10)).filter(({ id }) => id === 'AP0000004');
    expect(pending?.notifications.map(({ topic }) => topic)).toEqual(['asked', 'overdue']);
  });

  it('for a plan at fault is logged and blocks no other (ME-8)', async () => {
    const on = planStage(READY);
    await on.close(3, 30, IN_OCTOBER);
    await planRound(on.parts, true);
    for (const id of ['AP0000003', 'AP0000004']) await on.write(id);
    on.now = at('2026-11-25T08:00-05:00');
    const { plans } = on.parts;
    const failing = new Proxy(plans, {
      get: (of, name: keyof typeof plans) =>
        name === 'save'
          ? (version: number, change: Parameters<typeof plans.save>[1]) =>
              change.state.id === 'AP0000003'
                ? Promise.reject(new Error('away'))
                : plans.save(version, change)
          : of[name].bind(of),
    });
    await on.sweep(failing);
    expect(on.logged).toEqual([
      'Alerts for a record are on hold: the record is quarantined and will be tried again',
    ]);
    expect((await on.kinds()).slice(2)).toEqual(['asked, planned', 'asked, planned, overdue']);
  });
});
