import * as say from './clock-cases';
import { at, caseOf, clock, escalated, keys, opened, running } from './clock-cases';

describe('Level 3 before award', () => {
  const start = [
    [at(16, 9), opened(2, 'av-l2', { ipd: 1 }, 'b')],
    [at(17, 9), escalated('av-l3')],
  ] as const;

  it('owes an initial update after arrival: 5 days for an Emergency (CK-5)', () => {
    const initial = clock(caseOf(...start), 'initial-update#1');
    expect(initial).toMatchObject({ group: 'av-l3', startAt: at(17, 9), dueAt: at(24, 9), days: 5 });
    expect(initial.source).toBe('DLAM 3000.05 E5 2.a, Level 3 initial quality status update, Emergency');
  });

  it('treats IPD 08 as Medium at Level 3, though it is Low at Level 2 (CK-3, CK-7)', () => {
    const subject = caseOf([at(16), opened(2, 'av-l2', { ipd: 8 })], [at(17), escalated('av-l3')]);
    expect(clock(subject, 'initial-update#1').days).toBe(10);
    expect(clock(subject, 'recurring-status#1').days).toBe(25);
  });

  it('owes a further update after the initial one, and after each one that follows (CK-6)', () => {
    expect(keys(caseOf(...start), 'recurring-update')).toEqual([]);
    const subject = caseOf(...start, [at(18), say.qualityUpdate], [at(19), say.qualityUpdate]);
    expect(clock(subject, 'initial-update#1')).toMatchObject({ state: 'met', endedAt: at(18) });
    expect(clock(subject, 'recurring-update#1')).toMatchObject({
      startAt: at(18),
      state: 'met',
      endedAt: at(19),
    });
    expect(clock(subject, 'recurring-update#2')).toMatchObject({
      startAt: at(19),
      state: 'running',
      days: 10,
    });
  });

  it.each([
    ['refers it back', say.referredBack('av-l2', 'b')],
    ['resolves it', say.resolved],
  ])('owes no more updates once it %s (CK-5, CK-6)', (_, gone) => {
    expect(clock(caseOf(...start, [at(18), gone]), 'initial-update#1')).toMatchObject({
      state: 'void',
      endedAt: at(18),
      group: 'av-l3',
    });
    const updated = caseOf(...start, [at(18), say.qualityUpdate], [at(19), gone]);
    expect(clock(updated, 'recurring-update#1')).toMatchObject({ state: 'void', endedAt: at(19) });
  });

  it('meets its initial update with a response, and owes nothing more once the case is back (CK-5, CK-6)', () => {
    const answered = caseOf(...start, [at(17, 10), say.responded('av-l2', 'b')]);
    expect(clock(answered, 'initial-update#1')).toMatchObject({
      state: 'met',
      endedAt: at(17, 10),
      group: 'av-l3',
    });
    expect(keys(answered, 'recurring-update')).toEqual([]);
    const updated = caseOf(...start, [at(18), say.qualityUpdate], [at(19), say.responded('av-l2', 'b')]);
    expect(clock(updated, 'recurring-update#1')).toMatchObject({
      state: 'void',
      endedAt: at(19),
      group: 'av-l3',
    });
  });

  it('meets its initial update late with a late response (CK-5)', () => {
    const late = clock(caseOf(...start, [at(25, 9), say.responded('av-l2', 'b')]), 'initial-update#1');
    expect(late).toMatchObject({ state: 'met', endedAt: at(25, 9), dueAt: at(24, 9) });
  });

  it('meets its update with a delay that keeps the case there, and owes the next one from then on (CK-5, CK-6, L3-5)', () => {
    const delayed = caseOf(...start, [at(18), say.responded()], [at(20), say.responded()]);
    expect(clock(delayed, 'initial-update#1')).toMatchObject({ state: 'met', endedAt: at(18) });
    expect(clock(delayed, 'recurring-update#1')).toMatchObject({ startAt: at(18), endedAt: at(20) });
    expect(running(delayed)).toContain('recurring-update#2');
  });

  it('owes the update in the group that answered, even if the answer comes after a reassignment (AS-3, CK-5)', () => {
    const moved = caseOf(
      ...start,
      [at(18), say.reassigned('av-l3-b', 3)],
      [at(19), say.responded('av-l2', 'b')],
    );
    expect(clock(moved, 'initial-update#1')).toMatchObject({ state: 'met', group: 'av-l3-b' });
  });

  it('still owes the update after the case moves to another Level 3 group, and that group gets the warning (AS-3)', () => {
    const subject = caseOf(...start, [at(18), say.reassigned('av-l3-b', 3)]);
    expect(clock(subject, 'initial-update#1')).toMatchObject({
      group: 'av-l3-b',
      dueAt: at(24, 9),
      state: 'running',
    });
  });

  it('owes a new initial update when the case comes back (CK-5)', () => {
    const subject = caseOf(...start, [at(18), say.referredBack('av-l2', 'b')], [at(19), escalated('av-l3')]);
    expect(clock(subject, 'initial-update#2')).toMatchObject({ startAt: at(19), state: 'running' });
  });
});
