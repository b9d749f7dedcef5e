import { decideAssign } from '../../../src/domain/cases/decisions/decide-assign';
import { decideClaim } from '../../../src/domain/cases/decisions/decide-claim';
import { mayNow } from '../../../src/domain/cases/decision';
import type { Case } from '../../../src/domain/cases/case';
import type { CaseAction } from '../../../src/domain/cases/permissions';
import { aCase, details, escalated, opened, refused, type Happened } from '../../support/cases';
import { caseOfMegabytes } from '../../support/large-case';
import { aDirectory, aWorld, DAY, MINUTE, person, START } from '../../support/site';

const context = aWorld();
const par = { number: '20261001', kind: 'status', ipg: 'II' } as const;
const submitted: Happened = { kind: 'par-submitted', par };
const interim: Happened = { kind: 'interim-sent', text: 'We work on it.' };
const resolved: Happened = { kind: 'resolved', notes: 'It shipped.' };
const closed: Happened = { kind: 'closed', text: 'It shipped.' };
const unassigned = opened('av2', { assignee: undefined });
const alone = opened('av2', { details: details({ externalContact: false }) });
const now = (action: CaseAction, subject: Case, by = 'av2-agent') =>
  mayNow(action, subject, person(by), context);

describe("The reason an action isn't possible", () => {
  it.each<[string, CaseAction, Case, string]>([
    [
      'no approval',
      'case.approve',
      aCase(resolved),
      'Resolved, at Level 2; no closure is waiting for approval',
    ],
    [
      'no approval',
      'case.decline',
      aCase(resolved),
      'Resolved, at Level 2; no closure is waiting for approval',
    ],
    [
      'no refused e-mail',
      'case.resend',
      aCase(closed),
      'Closed, at Level 2; no email was rejected or left unsent',
    ],
    ['its resolution', 'case.escalate', aCase(resolved), 'Resolved, at Level 2'],
    ['its resolution', 'case.par-done', aCase(resolved), 'Resolved, at Level 2'],
    ['its closing', 'case.close', aCase(closed), 'Closed, at Level 2'],
    ['no resolution', 'case.close', aCase(), 'In progress, at Level 2, not resolved yet'],
    [
      'the open PAR',
      'case.par',
      aCase(submitted),
      'In progress, at Level 2; complete or withdraw PAR 20261001 first',
    ],
    ['no open PAR', 'case.par-follow-up', aCase(), 'In progress, at Level 2, no PAR is open'],
    ['no open PAR', 'case.par-withdraw', aCase(), 'In progress, at Level 2, no PAR is open'],
    ['its level', 'case.par-withdraw', aCase(submitted, escalated()), 'In progress, at Level 3'],
    ['no PAR', 'case.par-done', aCase(), 'In progress, at Level 2, it has no PAR'],
    ['its level', 'case.par-done', aCase(submitted, escalated()), 'In progress, at Level 3'],
    ['its level', 'case.par', aCase(opened(), escalated()), 'In progress, at Level 3'],
    [
      'no customer',
      'case.interim',
      aCase(alone),
      'In progress, at Level 2; no customer is waiting for an answer',
    ],
    [
      'no customer',
      'case.status',
      aCase(alone),
      'In progress, at Level 2; no customer is waiting for an answer',
    ],
    ['its level', 'case.update', aCase(alone), 'In progress, at Level 2'],
    [
      'having been done',
      'case.interim',
      aCase(interim, submitted),
      'In progress, at Level 2, its interim response is already met',
    ],
    ['its level', 'case.interim', aCase(opened('cic')), 'In progress, at Level 1'],
    ['no person', 'case.escalate', aCase(unassigned), 'New, at Level 2, not assigned yet'],
    ['no person', 'case.resolve', aCase(unassigned), 'New, at Level 2, not assigned yet'],
    ['its level', 'case.update', aCase(unassigned), 'New, at Level 2'],
    ['its level', 'case.resolve', aCase(opened(), escalated()), 'In progress, at Level 3'],
    ['its level', 'case.recall', aCase(), 'In progress, at Level 2'],
  ])('can be "%s" for %s (AC-2)', (_, action, subject, state) => {
    expect(refused(now(action, subject))).toMatchObject({ code: 'wrong-state', params: { state } });
  });

  it('starts with what to do instead: correct what is wrong, or send a status (CK-1, CK-4)', () => {
    const others = 'case.note,case.par,case.reassign,case.attach,case.link';
    expect(refused(now('case.status', aCase(alone))).params).toMatchObject({
      way: 'If the customer has written or called, correct the case: choose Yes for “Is the customer waiting for an answer?”',
      possible: `case.correct,case.escalate,case.resolve,${others}`,
    });
    expect(refused(now('case.interim', aCase(interim))).params).toMatchObject({
      way: 'Send the customer a status instead.',
      possible: `case.status,case.escalate,case.resolve,${others},case.correct`,
    });
    expect(refused(now('case.interim', aCase(interim), 'nobody')).params).not.toHaveProperty('way');
    expect(refused(now('case.close', aCase())).params).not.toHaveProperty('way');
  });

  it('is never that no customer is waiting when no message is owed: at Level 1, or once resolved (CK-1, CK-4)', () => {
    const level1 = opened('cic', { details: details({ externalContact: false }) });
    const states = [aCase(level1), aCase(alone, resolved), aCase(alone, closed)].map(
      (subject) => refused(now('case.status', subject, 'po-agent')).params['state'],
    );
    expect(states).toEqual(['In progress, at Level 1', 'Resolved, at Level 2', 'Closed, at Level 2']);
    const over = [aCase(resolved), aCase(closed)].map(
      (subject) => refused(now('case.interim', subject)).params['state'],
    );
    expect(over).toEqual(['Resolved, at Level 2', 'Closed, at Level 2']);
  });

  it('includes what this person can do instead, and nothing that only others can (AC-2)', () => {
    expect(refused(now('case.close', aCase(closed))).params['possible']).toBe('case.reopen');
    expect(refused(now('case.close', aCase(closed), 'nobody')).params['possible']).toBe('');
  });

  it('to send again is that the email is still being sent, with what happens next (CK-1)', () => {
    const word = { by: 'email', to: 'pat@example.mil', subject: 'x' } as const;
    const sent: Happened = { kind: 'status-sent', text: 'It ships.', word };
    expect(refused(now('case.resend', aCase(sent))).params).toMatchObject({
      state: 'In progress, at Level 2, its email to the customer is not sent yet',
      way: expect.stringContaining("If the customer can't wait, call them and add a note."),
      possible: expect.stringMatching(/^case\.note,/u),
    });
    const settled = aCase(sent, { kind: 'mail-sent', of: 1 });
    expect(refused(now('case.resend', settled)).params).not.toHaveProperty('way');
  });

  it('comes without what is sure to be refused (AC-2)', () => {
    const possible = (subject: Case, action: CaseAction, at = START) =>
      refused(mayNow(action, subject, person('av2-agent'), aWorld(at))).params['possible']?.split(',');
    const atLevel3 = aCase(opened(), escalated());
    const early = possible(atLevel3, 'case.resolve');
    expect(early).not.toContain('case.ask-supervisors');
    expect(early).not.toContain('case.acknowledge');
    const late = possible(atLevel3, 'case.resolve', START + 9 * DAY);
    expect(late).toContain('case.ask-supervisors');
    expect(late).toContain('case.acknowledge');
    // An agent of Aviation does not claim (AS-1).
    expect(possible(aCase(unassigned), 'case.resolve')).not.toContain('case.claim');
  });

  it('is the size of the record before anything else (RE-1)', () => {
    const full = caseOfMegabytes(8.1);
    expect(refused(now('case.note', full))).toMatchObject({
      code: 'case-full',
      params: { number: 'CS0000001', action: 'Add note' },
    });
    expect(now('case.resolve', full).ok).toBe(true);
  });
});

describe('A case that someone has', () => {
  const held = aCase(unassigned, { kind: 'assigned', to: 'av2-agent', how: 'assigned' });

  it("can't be claimed or assigned again (AS-1)", () => {
    const typed = { to: 'av2-other' };
    expect(refused(decideAssign(held, typed, person('av2-gatekeeper'), context))).toMatchObject({
      code: 'already-assigned',
      params: { assignee: 'Av2 Agent', at: '2 Nov 2026, 09:01 EST' },
    });
  });

  it('shows the time since they got it, whatever came later (AS-1)', () => {
    const later = aCase(
      unassigned,
      { kind: 'assigned', to: 'av2-agent', how: 'assigned' },
      { kind: 'noted', text: 'The vendor called.' },
      { kind: 'linked', to: 'CS0000002', why: 'The same order.' },
      { ...{ kind: 'satisfaction-asked', to: 'pat@example.mil', subject: 'x' }, at: START + 9 * MINUTE },
    );
    expect(refused(decideClaim(later, {}, person('av2-supervisor'), context)).params).toMatchObject({
      at: '2 Nov 2026, 09:01 EST',
    });
    // Opened with its person: since then.
    expect(refused(decideClaim(aCase(), {}, person('av2-supervisor'), context)).params['at']).toBe(
      '2 Nov 2026, 09:00 EST',
    );
  });

  it('shows their ID if they left the agency (AS-1)', () => {
    const people = aDirectory().people.filter(({ id }) => id !== 'av2-agent');
    const left = aWorld(START, { directory: aDirectory(aDirectory().groups, people) });
    expect(refused(decideClaim(held, {}, person('av2-supervisor'), left)).params['assignee']).toBe(
      'av2-agent',
    );
  });

  it.each([
    ['Resolved', [resolved]],
    ['Closed', [resolved, closed]],
  ])("that is also %s can't be claimed because of that state", (state, more) => {
    const subject = aCase(unassigned, { kind: 'assigned', to: 'av2-agent', how: 'assigned' }, ...more);
    expect(refused(decideClaim(subject, {}, person('av2-supervisor'), context))).toMatchObject({
      code: 'wrong-state',
      params: { state: `${state}, at Level 2` },
    });
  });
});
