import { decideReopen } from '../../../src/domain/cases/decisions/decide-reopen';
import { decideResolve } from '../../../src/domain/cases/decisions/decide-resolve';
import { caseFactsOf } from '../../../src/domain/metrics/case-facts';
import { clocksOf } from '../../../src/domain/cases/clocks/clocks-of';
import { aCase, applied, decided, opened, refused, type Happened } from '../../support/cases';
import { aWorld, DAY, MINUTE, person, START } from '../../support/site';

const resolved: Happened = { kind: 'resolved', notes: 'Ships.' };
const closed: Happened = { kind: 'closed', text: 'Ships.' };
const interim: Happened = { kind: 'interim-sent', text: 'Being worked.' };
const done = aCase(resolved, closed);
const why = 'The wrong part came.';
const at = START + 2 * DAY;
const context = aWorld(at);
const reopen = (subject = done, by = 'av2-agent', typed = why) =>
  decideReopen(subject, { why: typed }, person(by), context);
const reopened = (subject = done) => applied(subject, decided(reopen(subject)), { at });
const clock = (subject: ReturnType<typeof reopened>, key: string) =>
  clocksOf(subject, context).find((each) => each.key === key);

describe('Reopening a case', () => {
  it('requires a reason, and keeps the history (RE-1)', () => {
    expect(refused(reopen(done, 'av2-agent', ' ')).fields).toEqual(['why']);
    const after = reopened();
    expect(after.timeline.slice(0, done.timeline.length)).toEqual(done.timeline);
    expect(after.timeline.at(-1)).toMatchObject({ kind: 'reopened', why, by: 'av2-agent', at });
  });

  it('returns it to its last holder, in progress (RE-1)', () => {
    const after = reopened();
    expect(after).toMatchObject({ state: 'in-progress', assignee: 'av2-agent', level: 2 });
    expect(after.closedAt).toBeUndefined();
  });

  it("is allowed for the group's people and the opener, and no one else (AC-2)", () => {
    for (const by of ['av2-agent', 'av2-other', 'av2-gatekeeper', 'av2-supervisor']) {
      expect(reopen(done, by).ok).toBe(true);
    }
    expect(refused(reopen(done, 'av3-agent')).params['who']).toMatch(/the person who opened it/);
    const fromLevel1 = aCase(
      opened('cic'),
      { kind: 'reassigned', group: 'av2', level: 2, to: 'av2-agent', why: 'x' },
      resolved,
      closed,
    );
    expect(reopen(fromLevel1, 'cic-agent').ok).toBe(true);
    expect(refused(reopen(fromLevel1, 'cic-other')).code).toBe('not-permitted');
  });

  it('is possible only when it is resolved or closed', () => {
    expect(reopen(aCase(resolved)).ok).toBe(true);
    expect(refused(reopen(aCase())).code).toBe('wrong-state');
  });

  it('ends the wait for a closure approval (CL-5)', () => {
    const asked: Happened = {
      kind: 'closing-asked',
      text: 'x',
      reason: 'x',
      until: '2027-03-01',
      supervisors: ['av2-supervisor'],
    };
    expect(reopened(aCase(resolved, asked)).closingAsked).toBeUndefined();
  });

  it('means that it has to be resolved again (CL-2)', () => {
    const after = reopened();
    const typed = { kind: 'delivery-date', notes: 'The right part ships.', date: '2026-12-04' };
    expect(decideResolve(after, typed, person('av2-agent'), context).ok).toBe(true);
  });
});

describe('The clocks of a reopened case', () => {
  it('continue the resolution from creation, because the closure was not the end (CK-10)', () => {
    expect(clock(done, 'resolution-enterprise#1')?.state).toBe('met');
    const after = reopened();
    expect(clock(after, 'resolution-enterprise#1')).toMatchObject({ startAt: START, state: 'running' });
    const again = applied(after, [resolved, closed], { at: at + MINUTE });
    expect(clock(again, 'resolution-enterprise#1')).toMatchObject({
      startAt: START,
      state: 'met',
      endedAt: at + MINUTE,
    });
  });

  it('count the resolution time from creation to the last closure, and as open until then (CK-10, ME-1)', () => {
    expect(caseFactsOf(reopened(), context).map(({ kind }) => kind)).not.toContain('closure');
    const again = applied(reopened(), [resolved, closed], { at: at + DAY });
    const closure = caseFactsOf(again, aWorld(at + DAY)).find(({ kind }) => kind === 'closure');
    expect(closure).toMatchObject({ at: at + DAY, elapsedMs: 3 * DAY });
  });

  it('run again from the reopening for the customer (CK-2)', () => {
    expect(clock(done, 'recurring-status#1')?.state).toBe('void');
    expect(clock(reopened(), 'recurring-status#2')).toMatchObject({ startAt: at, state: 'running' });
    const sent = applied(reopened(), [{ kind: 'status-sent', text: 'x' }], { at: at + MINUTE });
    expect(clock(sent, 'recurring-status#2')).toMatchObject({ state: 'met', endedAt: at + MINUTE });
  });

  it('never run again for the interim response (CK-4)', () => {
    expect(clock(reopened(), 'interim-response#2')).toBeUndefined();
    expect(clock(reopened(aCase(interim, resolved, closed)), 'interim-response#2')).toBeUndefined();
  });

  it('run again for the follow-up of its open PAR (CK-8)', () => {
    const par: Happened = { kind: 'par-submitted', par: { number: 'PAR-1', kind: 'status', ipg: 'I' } };
    const after = reopened(aCase(par, resolved, closed));
    expect(clock(after, 'par-follow-up#1')?.state).toBe('void');
    expect(clock(after, 'par-follow-up#2')).toMatchObject({ startAt: at, days: 5, state: 'running' });
  });

  it('stay met for a closure after a completed PAR (CK-9)', () => {
    const par: Happened = { kind: 'par-submitted', par: { number: 'PAR-1', kind: 'status', ipg: 'I' } };
    const completed: Happened = { kind: 'par-completed', number: 'PAR-1', adequate: true, text: 'x' };
    const after = reopened(aCase(par, completed, resolved, closed));
    expect(clock(after, 'par-closure#1')?.state).toBe('met');
  });
});
