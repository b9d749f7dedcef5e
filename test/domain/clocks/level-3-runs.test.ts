import * as say from './clock-cases';
import { at, caseOf, clock, escalated, keys, opened, running } from './clock-cases';

describe('Level 3, pre-award', () => {
  const start = [
    [at(16, 9), opened(2, 'av-l2', { ipd: 1 }, 'b')],
    [at(17, 9), escalated('av-l3')],
  ] as const;

  it('owes an initial update from its arrival: Emergency 5 (CK-5)', () => {
    const initial = clock(caseOf(...start), 'initial-update#1');
    expect(initial).toMatchObject({ group: 'av-l3', startAt: at(17, 9), dueAt: at(24, 9), days: 5 });
    expect(initial.source).toBe('DLAM 3000.05 E5 2.a, Level 3 initial quality status update, Emergency');
  });

  it('reckons an IPD 08 as Medium at Level 3 and Low at Level 2 (CK-3, CK-7)', () => {
    const subject = caseOf([at(16), opened(2, 'av-l2', { ipd: 8 })], [at(17), escalated('av-l3')]);
    expect(clock(subject, 'initial-update#1').days).toBe(10);
    expect(clock(subject, 'recurring-status#1').days).toBe(25);
  });

  it('owes a further update from the initial one on, and from each (CK-6)', () => {
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
    ['answers it', say.responded('av-l2', 'b')],
    ['resolves it', say.resolved],
  ])('owes no update any more when it %s (CK-5, CK-6)', (_, gone) => {
    expect(clock(caseOf(...start, [at(18), gone]), 'initial-update#1')).toMatchObject({
      state: 'void',
      endedAt: at(18),
      group: 'av-l3',
    });
    const updated = caseOf(...start, [at(18), say.qualityUpdate], [at(19), gone]);
    expect(clock(updated, 'recurring-update#1')).toMatchObject({ state: 'void', endedAt: at(19) });
  });

  it('still owes it while a short delay keeps the case there (CK-5, L3-5)', () => {
    expect(running(caseOf(...start, [at(18), say.responded()]))).toContain('initial-update#1');
  });

  it('owes it as before in another Level 3 group, which is warned (AS-3)', () => {
    const subject = caseOf(...start, [at(18), say.reassigned('av-l3-b', 3)]);
    expect(clock(subject, 'initial-update#1')).toMatchObject({
      group: 'av-l3-b',
      dueAt: at(24, 9),
      state: 'running',
    });
  });

  it('owes a new initial update when the case comes again (CK-5)', () => {
    const subject = caseOf(...start, [at(18), say.referredBack('av-l2', 'b')], [at(19), escalated('av-l3')]);
    expect(clock(subject, 'initial-update#2')).toMatchObject({ startAt: at(19), state: 'running' });
  });
});
