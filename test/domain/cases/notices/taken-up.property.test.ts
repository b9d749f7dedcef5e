import fc from 'fast-check';
import { clocksOf } from '../../../../src/domain/cases/clocks/clocks-of';
import { aWorld } from '../../../support/site';
import { run, story } from '../stories';

describe('A missed clock in any history', () => {
  it('is escalated at most once a run, in due order, and never after it is cured or acknowledged (CK-11)', () => {
    let escalations = 0;
    let kept = 0;
    fc.assert(
      fc.property(...story, (group, steps) => {
        run(group, steps, ({ state: after, nextDueAt: due }, before) => {
          const context = aWorld(after.changedAt);
          const added = after.timeline.slice(before.timeline.length);
          const up = added.flatMap((entry) => (entry.kind === 'clock-escalated' ? [entry] : []));
          const clocks = new Map(clocksOf(before, context).map((clock) => [clock.key, clock]));
          for (const { clock, people, by } of up) {
            escalations += 1;
            expect(by).toBe('casekeeper');
            expect(people).not.toEqual([]);
            expect(clocks.get(clock)).toMatchObject({ state: 'running', missed: true, escalated: false });
            expect(clocks.get(clock)?.acknowledged).toBeUndefined();
          }
          expect(up.map(({ dueAt }) => dueAt)).toEqual(
            up.map(({ dueAt }) => dueAt).toSorted((one, other) => one - other),
          );
          for (const { state, missed, escalated, acknowledged, escalateAt = 0 } of clocksOf(after, context)) {
            if (acknowledged !== undefined) kept += 1;
            const awaited = state === 'running' && missed && !escalated && acknowledged === undefined;
            if (awaited) expect(due).toBeLessThanOrEqual(escalateAt + 1);
          }
        });
      }),
      { numRuns: 300, seed: 11 },
    );
    expect(escalations).toBeGreaterThan(50);
    expect(kept).toBeGreaterThan(10);
  });
});
