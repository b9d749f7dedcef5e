import type { CaseEvent } from '../../../../src/domain/cases/timeline';
import * as say from './clock-cases';
import { at, caseOf, clock, escalated, keys, opened, running, worldAt } from './clock-cases';

describe('The assignment clock', () => {
  it('runs 2 business days from an unassigned opening at Level 2 (AS-2)', () => {
    const subject = caseOf([at(16, 9), opened(2, 'av-l2')]);
    expect(clock(subject, 'assignment#1')).toMatchObject({
      group: 'av-l2',
      dueAt: at(18, 9),
      state: 'running',
    });
  });

  it('does not run at Level 1, or for a case that its agent opened for themselves (AS-2)', () => {
    expect(keys(caseOf([at(16), opened(1, 'cic')]), 'assignment')).toEqual([]);
    expect(keys(caseOf([at(16), opened(2, 'av-l2', { ipd: 5 }, 'b')]), 'assignment')).toEqual([]);
  });

  it('is met by the assignment, on time or late (AS-2)', () => {
    const subject = caseOf([at(16, 9), opened(2, 'av-l2')], [at(19, 9), say.assigned]);
    expect(clock(subject, 'assignment#1')).toMatchObject({
      state: 'met',
      endedAt: at(19, 9),
      dueAt: at(18, 9),
    });
  });

  it.each([
    [1, 17],
    [3, 17],
    [5, 18],
    [8, 18],
    [9, 19],
  ])("uses Level 3's own priority bands at Level 3: IPD %i is due on the %ith (AS-2, CK-7)", (ipd, day) => {
    const subject = caseOf([at(16, 9), opened(2, 'av-l2', { ipd }, 'b')], [at(16, 9), escalated('av-l3')]);
    expect(clock(subject, 'assignment#1')).toMatchObject({ group: 'av-l3', dueAt: at(day, 9) });
  });

  it('starts over in a new group, and the old clock is no longer due (AS-3)', () => {
    const subject = caseOf([at(16, 9), opened(2, 'av-l2')], [at(17, 9), say.reassigned('av-l2-west', 2)]);
    expect(clock(subject, 'assignment#1')).toMatchObject({ state: 'void', endedAt: at(17, 9) });
    expect(clock(subject, 'assignment#2')).toMatchObject({
      group: 'av-l2-west',
      startAt: at(17, 9),
      state: 'running',
    });
  });

  it('does not start when a person is assigned along with the group (AS-3)', () => {
    const moved = caseOf(
      [at(16), opened(2, 'av-l2', {}, 'b')],
      [at(17), say.reassigned('av-l2-west', 2, 'c')],
    );
    expect(keys(moved, 'assignment')).toEqual([]);
  });

  it('starts again when a case loses its assignee within the group (AS-3)', () => {
    const subject = caseOf([at(16), opened(2, 'av-l2', {}, 'b')], [at(17), say.reassigned('av-l2', 2)]);
    expect(running(subject)).toContain('assignment#1');
  });

  it('keeps running when an unassigned case is reassigned to its own group (AS-3)', () => {
    const subject = caseOf([at(16), opened(2, 'av-l2')], [at(17), say.reassigned('av-l2', 2)]);
    expect(keys(subject, 'assignment')).toEqual(['assignment#1']);
    expect(clock(subject, 'assignment#1')).toMatchObject({ startAt: at(16), state: 'running' });
  });

  it.each<[string, (to?: string) => CaseEvent]>([
    ['referred back', (to) => say.referredBack('av-l2', to)],
    ['answered', (to) => say.responded('av-l2', to)],
  ])(
    'runs for a case that is %s only if it reaches the group without an assignee (AS-2, L3-1)',
    (_, back) => {
      const start = [
        [at(16), opened(2, 'av-l2', {}, 'b')],
        [at(16, 1), escalated('av-l3')],
        [at(16, 2), say.assigned],
      ] as const;
      expect(keys(caseOf(...start, [at(17), back('b')]), 'assignment')).toEqual(['assignment#1']);
      expect(keys(caseOf(...start, [at(17), back()]), 'assignment')).toEqual([
        'assignment#1',
        'assignment#2',
      ]);
    },
  );

  it.each([
    ['gives it back', say.responded('av-l2', 'b')],
    ['keeps it for a short delay', say.responded()],
  ])('is met when Level 3 answers a case before anyone is assigned and %s (AS-2)', (_, answer) => {
    const start = [
      [at(16), opened(2, 'av-l2', { ipd: 5 }, 'b')],
      [at(16, 1), escalated('av-l3')],
    ] as const;
    const subject = caseOf(...start, [at(16, 2), answer]);
    expect(keys(subject, 'assignment')).toEqual(['assignment#1']);
    expect(clock(subject, 'assignment#1')).toMatchObject({
      group: 'av-l3',
      state: 'met',
      endedAt: at(16, 2),
    });
    expect(clock(caseOf(...start, [at(19), answer]), 'assignment#1')).toMatchObject({
      state: 'met',
      dueAt: at(18, 1),
      endedAt: at(19),
    });
  });

  it("does not run for a post-award case at Level 3 unless the site's policy sets a time (AS-2)", () => {
    const subject = caseOf(
      [at(16), opened(2, 'av-l2', { ipd: 5 }, 'b')],
      [at(16, 9), escalated('av-l3', 3, { direction: 'post-award' })],
      [at(16, 10), say.reassigned('av-l3-b', 3)],
    );
    expect(keys(subject, 'assignment')).toEqual([]);
    const row = { days: 4 };
    const assignmentPostAward = { emergency: row, high: row, medium: row, low: row };
    const site = worldAt(at(16), { clocks: { assignmentPostAward } });
    expect(clock(subject, 'assignment#2', site)).toMatchObject({
      group: 'av-l3-b',
      days: 4,
      state: 'running',
      source: 'Site policy, Level 3 assignment, Medium',
    });
  });

  it('is due in 2 days again when a case comes back to Level 2 from post-award work (AS-2)', () => {
    const subject = caseOf(
      [at(16), opened(2, 'av-l2', { ipd: 5 }, 'b')],
      [at(16, 9), escalated('av-l3', 3, { direction: 'post-award' })],
      [at(17, 9), say.responded('av-l2')],
    );
    expect(clock(subject, 'assignment#1')).toMatchObject({ group: 'av-l2', startAt: at(17, 9), days: 2 });
  });
});
