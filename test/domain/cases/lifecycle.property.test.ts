import fc from 'fast-check';
import { caseType } from '../../../src/domain/cases/case-type';
import { notificationsOf } from '../../../src/domain/kernel/change-of';
import { isOpenPar } from '../../../src/domain/cases/pars/par-record';
import { projectCase } from '../../../src/domain/cases/project-case';
import { aDirectory, aWorld } from '../../support/site';
import { run, story } from './stories';

const directory = aDirectory();

describe('Whatever happens to a case,', () => {
  it('its timeline only grows, in order, and the case is what the timeline says (RE-1)', () => {
    fc.assert(
      fc.property(...story, (group, steps) => {
        run(group, steps, ({ state: after }, before) => {
          expect(after.timeline.slice(0, before.timeline.length)).toEqual(before.timeline);
          const times = after.timeline.map(({ at }) => at);
          expect(times).toEqual(times.toSorted((one, other) => one - other));
          expect(projectCase(after.number, after.timeline)).toEqual(after);
        });
      }),
    );
  });

  it("its level is its group's, and its only assignee belongs to that group (AS-1, AS-3, ES-1)", () => {
    fc.assert(
      fc.property(...story, (group, steps) => {
        run(group, steps, ({ state: after }) => {
          expect(directory.group(after.group)?.level).toBe(after.level);
          expect(after.highestLevel).toBeGreaterThanOrEqual(after.level);
          if (after.assignee === undefined) return;
          expect(directory.members(after.group).map(({ id }) => id)).toContain(after.assignee);
        });
      }),
    );
  });

  it('once closed it was resolved before, and accepts only reopening from anyone (CL-2)', () => {
    fc.assert(
      fc.property(...story, (group, steps) => {
        const end = run(group, steps, (change, before) => {
          const reopens = change.state.timeline[before.timeline.length]?.kind === 'reopened';
          if (before.state === 'closed' && !reopens) expect(change.state).toBe(before);
        });
        const kinds = end.timeline.map(({ kind }) => kind);
        const since = kinds.slice(kinds.lastIndexOf('reopened') + 1);
        if (end.state === 'closed') expect(since.indexOf('resolved')).toBeLessThan(since.indexOf('closed'));
        expect(since.filter((kind) => kind === 'closed').length).toBe(end.state === 'closed' ? 1 : 0);
      }),
    );
  });

  it('it has at most one open PAR, each number once unless withdrawn, and none open when resolved (CL-4, CL-8)', () => {
    fc.assert(
      fc.property(...story, (group, steps) => {
        run(group, steps, ({ state: after }, before) => {
          const open = after.pars.filter(isOpenPar);
          expect(open.length).toBeLessThanOrEqual(1);
          const kept = after.pars.filter(({ withdrawn }) => withdrawn === undefined);
          expect(new Set(kept.map(({ number }) => number)).size).toBe(kept.length);
          if (after.state !== 'resolved' || before.state === 'resolved') return;
          expect(open).toEqual([]);
          expect(after.pars.at(-1)?.completed?.adequate).not.toBe(false);
        });
      }),
    );
  });

  it('the same change makes the same notifications, each once, and none to the person who acted (CK-11)', () => {
    fc.assert(
      fc.property(...story, (group, steps) => {
        const seen = new Set<string>();
        run(group, steps, ({ state: after, notifications }, before) => {
          const again = notificationsOf(caseType, after.number, before, after, aWorld(after.changedAt));
          expect(again).toEqual(notifications);
          for (const { id, to, topic, entry = -1 } of notifications) {
            expect(seen.has(id)).toBe(false);
            seen.add(id);
            // Who cures a breach that was not swept yet is told of the breach, which is not their doing.
            const actor = topic === 'told' ? after.timeline[entry]?.by : undefined;
            expect(to).not.toEqual({ kind: 'person', person: actor });
          }
        });
      }),
    );
  });
});

describe('The generated case histories', () => {
  it('reach Level 3, come back, and are closed often enough to be meaningful', () => {
    const ends = fc
      .sample(fc.tuple(...story), { numRuns: 300, seed: 7 })
      .map(([group, steps]) => run(group, steps, () => undefined));
    expect(ends.filter(({ highestLevel }) => highestLevel === 3).length).toBeGreaterThan(40);
    expect(ends.filter(({ state }) => state === 'closed').length).toBeGreaterThan(10);
    expect(ends.filter(({ highestLevel, level }) => highestLevel > level).length).toBeGreaterThan(10);
  });
});
