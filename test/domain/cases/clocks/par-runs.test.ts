import type { CaseEvent, Par } from '../../../../src/domain/cases/timeline';
import * as say from './clock-cases';
import { at, caseOf, clock, escalated, keys, opened, running } from './clock-cases';

describe('A Post Award Request', () => {
  const par: Par = { number: 'PAR-1', kind: 'status', ipg: 'II' };
  const postAward = escalated('av-l3', 3, { direction: 'post-award', par });
  const start = [
    [at(16), opened(2, 'av-l2', {}, 'b')],
    [at(17, 9), postAward],
  ] as const;
  const completed = (adequate: boolean): CaseEvent => ({
    kind: 'par-completed',
    number: 'PAR-1',
    adequate,
    text: '-',
  });

  it('starts no pre-award clock, and starts a follow-up clock by its IPG that Level 2 owes (CK-8)', () => {
    const subject = caseOf(...start);
    expect(keys(subject, 'initial-update')).toEqual([]);
    expect(clock(subject, 'par-follow-up#1')).toMatchObject({ days: 10, group: 'av-l2', startAt: at(17, 9) });
  });

  it.each([
    ['I', 5, 'IPG I'],
    ['II', 10, 'IPG II'],
    ['III', 15, 'IPG III'],
    ['other', 30, 'all others'],
  ] as const)('in IPG %s is followed up after %i days (CK-8)', (ipg, days, title) => {
    const subject = caseOf(
      [at(16), opened(2, 'av-l2')],
      [at(17), { kind: 'par-submitted', par: { ...par, ipg } }],
    );
    const { source, ...found } = clock(subject, 'par-follow-up#1');
    expect(found.days).toBe(days);
    expect(source).toMatch(new RegExp(`, Post-award status PAR follow-up, ${title}$`));
  });

  it("that isn't a status PAR has no follow-up time (CK-8)", () => {
    const subject = caseOf(
      [at(16), opened(2, 'av-l2')],
      [at(17), { kind: 'par-submitted', par: { ...par, kind: 'other' } }],
    );
    expect(keys(subject, 'par-follow-up')).toEqual([]);
  });

  it('is followed up again after each follow-up, until it is completed (CK-8)', () => {
    const followedUp: CaseEvent = { kind: 'par-followed-up', number: 'PAR-1', text: 'Asked.' };
    const subject = caseOf(...start, [at(18), followedUp], [at(19), followedUp], [at(20), completed(false)]);
    expect(clock(subject, 'par-follow-up#2')).toMatchObject({
      startAt: at(18),
      state: 'met',
      endedAt: at(19),
    });
    expect(clock(subject, 'par-follow-up#3')).toMatchObject({
      startAt: at(19),
      state: 'void',
      endedAt: at(20),
    });
  });

  it.each([
    ['a status to the customer', say.statusSent],
    ['a quality update of Level 3', say.qualityUpdate],
    ['an interim response', say.interimSent],
  ])('does not count %s as a follow-up (CK-8)', (_, other) => {
    const subject = caseOf(...start, [at(18), other]);
    expect(keys(subject, 'par-follow-up')).toEqual(['par-follow-up#1']);
    expect(clock(subject, 'par-follow-up#1')).toMatchObject({ startAt: at(17, 9), state: 'running' });
  });

  it('counts a note on the PAR as a follow-up, but no other note (CK-8)', () => {
    const followedUp: CaseEvent = { kind: 'par-followed-up', number: 'PAR-1', text: 'Asked.' };
    const other: CaseEvent = { kind: 'par-followed-up', number: 'PAR-9', text: 'Asked.' };
    const note: CaseEvent = { kind: 'noted', text: 'A note.' };
    const subject = caseOf(...start, [at(18), note], [at(18, 1), other], [at(19), followedUp]);
    expect(clock(subject, 'par-follow-up#1')).toMatchObject({ state: 'met', endedAt: at(19) });
    expect(clock(subject, 'par-follow-up#2')).toMatchObject({ startAt: at(19), state: 'running' });
  });

  it('keeps its follow-up time when the case is escalated with it (CK-8)', () => {
    const subject = caseOf(
      [at(16), opened(2, 'av-l2', {}, 'b')],
      [at(17), { kind: 'par-submitted', par }],
      [at(18), postAward],
    );
    expect(keys(subject, 'par-follow-up')).toEqual(['par-follow-up#1']);
    expect(clock(subject, 'par-follow-up#1')).toMatchObject({ startAt: at(17), state: 'running' });
  });

  it('that is completed with a quality resolution has to be closed within 5 days, even on a resolved case (CK-9)', () => {
    const subject = caseOf(...start, [at(18, 9), completed(true)], [at(19), say.resolved]);
    expect(clock(subject, 'par-closure#1')).toMatchObject({ dueAt: at(25, 9), state: 'running' });
    const done = caseOf(...start, [at(18, 9), completed(true)], [at(19), say.resolved], [at(20), say.closed]);
    expect(clock(done, 'par-closure#1')).toMatchObject({ state: 'met', endedAt: at(20) });
  });

  it('with an inadequate answer does not start the closure clock, and a new PAR has its own follow-up (CK-9, CL-4)', () => {
    const next: CaseEvent = { kind: 'par-submitted', par: { ...par, number: 'PAR-2' } };
    const subject = caseOf(...start, [at(18), completed(false)], [at(19), next]);
    expect(keys(subject, 'par-closure')).toEqual([]);
    expect(running(subject)).toContain('par-follow-up#2');
  });

  it('is no longer followed up once another PAR is open (CK-8)', () => {
    const next: CaseEvent = { kind: 'par-submitted', par: { ...par, number: 'PAR-2' } };
    const subject = caseOf(...start, [at(18), next]);
    expect(clock(subject, 'par-follow-up#1')).toMatchObject({ state: 'void', endedAt: at(18) });
    expect(clock(subject, 'par-follow-up#2')).toMatchObject({ startAt: at(18), state: 'running' });
  });

  it('has its closure clock up to the first closure, and not again after reopening (CK-9)', () => {
    const subject = caseOf(
      ...start,
      [at(18), completed(true)],
      [at(19), say.resolved],
      [at(20), say.closed],
      [at(20, 9), say.reopened],
    );
    expect(keys(subject, 'par-closure')).toEqual(['par-closure#1']);
  });

  it('no longer needs a closure once a new PAR is submitted or its answer is judged again (CK-9, CL-4)', () => {
    const next: CaseEvent = { kind: 'par-submitted', par: { ...par, number: 'PAR-2' } };
    for (const later of [next, completed(false)]) {
      const subject = caseOf(...start, [at(18), completed(true)], [at(19), later]);
      expect(clock(subject, 'par-closure#1')).toMatchObject({ state: 'void', endedAt: at(19) });
    }
  });
});
