import { actionsOf } from '../../../src/domain/cases/actions-of';
import {
  BUTTON_TITLES,
  mayAct,
  PERMISSIONS,
  rolesOn,
  type CaseAction,
} from '../../../src/domain/cases/permissions';
import { aCase, details, escalated, opened, refused, type Happened } from '../../support/cases';
import { aDirectory, aPerson, person } from '../../support/site';

const directory = aDirectory();
const atLevel2 = aCase();
const atLevel3 = aCase(
  opened('cic'),
  escalated('av2'),
  { kind: 'assigned', to: 'av2-agent', how: 'claimed' },
  escalated('av3'),
);
const resolved: Happened = { kind: 'resolved', notes: 'x' };
const assigned: Happened = { kind: 'assigned', to: 'av3-agent', how: 'claimed' };
const par: Happened = { kind: 'par-submitted', par: { number: 'PAR-1', kind: 'status', ipg: 'II' } };
const asked: Happened = {
  kind: 'closing-asked',
  text: 'x',
  reason: 'x',
  until: '2027-03-01',
  supervisors: ['av2-supervisor'],
};
const actions = Object.keys(BUTTON_TITLES) as CaseAction[];
const allowed = (id: string, subject = atLevel2): CaseAction[] =>
  actions.filter((action) => mayAct(action, person(id), subject, directory).ok);

describe('The roles on a case (AC-2)', () => {
  it.each([
    ['av2-agent', ['assignee', 'agent', 'level-2-group', 'opener']],
    ['av2-gatekeeper', ['gatekeeper', 'level-2-group']],
    ['av2-supervisor', ['supervisor', 'level-2-group']],
    ['av3-agent', []],
    ['po-agent', ['program-office']],
    ['analyst', ['business-process-analyst', 'second-line']],
    ['nobody', []],
  ])('for %s at Level 2 are %j', (id, roles) => {
    expect(rolesOn(atLevel2, person(id), directory)).toEqual(roles);
  });

  it.each([
    ['av2-agent', ['level-2-group']],
    ['av3-agent', ['agent', 'level-3-group']],
    ['cic-agent', ['opener']],
  ])('for %s while Level 3 holds the case are %j', (id, roles) => {
    expect(rolesOn(atLevel3, person(id), directory)).toEqual(roles);
  });

  it('at Level 1 include none from Level 2', () => {
    const atLevel1 = aCase(opened('cic'));
    expect(rolesOn(atLevel1, person('cic-agent'), directory)).toEqual(['assignee', 'agent', 'opener']);
  });

  it('for an analyst are limited to their own MSC (AC-5)', () => {
    const elsewhere = aPerson('another', { roles: ['business-process-analyst'], msc: 'distribution' });
    expect(rolesOn(atLevel2, elsewhere, directory)).toEqual([]);
  });
});

describe('The permissions on a case', () => {
  it('let gatekeepers and supervisors claim and assign, but agents not assign (AS-1)', () => {
    for (const id of ['av2-gatekeeper', 'av2-supervisor']) {
      expect(allowed(id)).toEqual(expect.arrayContaining(['case.claim', 'case.assign']));
    }
    expect(allowed('av2-other')).toEqual([
      'case.claim',
      'case.note',
      'case.interim',
      'case.status',
      'case.recall',
      'case.dc-answer',
      'case.ask-supervisors',
      'case.attach',
      'case.par',
      'case.par-follow-up',
      'case.par-done',
      'case.par-withdraw',
      'case.reopen',
      'case.resend',
      'case.acknowledge',
      'case.link',
      'case.correct',
    ]);
  });

  it("leave Level 3's work to Level 3, and messages to the customer to Level 2 (AC-2)", () => {
    expect(allowed('av3-other', atLevel3)).toEqual([
      'case.claim',
      'case.note',
      'case.update',
      'case.refer-back',
      'case.respond',
      'case.dc-answer',
      'case.attach',
      'case.reopen',
      'case.link',
    ]);
    expect(allowed('av2-other', atLevel3)).toEqual([
      'case.note',
      'case.interim',
      'case.status',
      'case.recall',
      'case.dc-answer',
      'case.ask-supervisors',
      'case.attach',
      'case.par',
      'case.par-follow-up',
      'case.par-done',
      'case.par-withdraw',
      'case.resend',
      'case.acknowledge',
      'case.link',
      'case.correct',
    ]);
  });

  it('let the opener only add what the customer says next and reopen the case (AS-4, RE-1)', () => {
    expect(allowed('cic-agent', atLevel3)).toEqual(['case.note', 'case.attach', 'case.reopen', 'case.link']);
  });

  it('let the program office add notes and reassign, an analyst reassign, and a stranger do nothing (AC-5)', () => {
    expect(allowed('po-agent')).toEqual(['case.note', 'case.reassign', 'case.attach', 'case.link']);
    expect(allowed('analyst')).toEqual(['case.reassign', 'case.acknowledge']);
    expect(allowed('nobody')).toEqual([]);
    expect(allowed('di2-supervisor')).toEqual([]);
  });

  it('leave the approval of a closure to the supervisors (CL-5)', () => {
    for (const id of ['av2-agent', 'av2-gatekeeper', 'po-agent', 'av3-supervisor']) {
      expect(allowed(id)).not.toEqual(expect.arrayContaining(['case.approve']));
    }
    expect(allowed('av2-supervisor')).toEqual(expect.arrayContaining(['case.approve', 'case.decline']));
  });

  it('include who is allowed when they refuse', () => {
    const refusal = refused(mayAct('case.update', person('av2-agent'), atLevel3, directory));
    expect(refusal.params).toEqual({
      action: 'Send update',
      number: 'CS0000001',
      who: 'a member of aviation av3',
    });
  });

  it('allow each action to at least one person', () => {
    for (const action of actions) expect(PERMISSIONS[action]).not.toHaveLength(0);
  });
});

describe('The list of actions on a case', () => {
  it.each([
    [
      'unassigned at Level 2',
      aCase(opened('av2', { assignee: undefined })),
      'claim assign interim status note par reassign attach acknowledge link correct',
    ],
    [
      'assigned at Level 1',
      aCase(opened('cic')),
      'escalate resolve note reassign attach acknowledge link correct',
    ],
    [
      'assigned at Level 2',
      atLevel2,
      'interim status escalate resolve note par reassign attach acknowledge link correct',
    ],
    [
      'unassigned at Level 3',
      atLevel3,
      'claim assign update respond refer-back interim status note reassign ask-supervisors recall attach acknowledge link correct',
    ],
    [
      'that waits for a Distribution Center',
      aCase(escalated('av3', { distributionCenter: 'DDSP' }), {
        kind: 'assigned',
        to: 'av3-agent',
        how: 'assigned',
      }),
      'dc-answer update respond refer-back interim status note reassign ask-supervisors recall attach acknowledge link correct',
    ],
    [
      'resolved',
      aCase({ kind: 'resolved', notes: 'x' }),
      'close note reopen attach acknowledge link correct',
    ],
    [
      'resolved, its closing asked for',
      aCase(resolved, asked),
      'approve decline close note reopen attach acknowledge link correct',
    ],
    ['closed', aCase(resolved, { kind: 'closed', text: 'x' }), 'reopen'],
    [
      'without a customer who waits',
      aCase(opened('av2', { details: details({ externalContact: false }) })),
      'escalate resolve note par reassign attach acknowledge link correct',
    ],
    [
      'with its interim response sent',
      aCase({ kind: 'interim-sent', text: 'x' }),
      'status escalate resolve note par reassign attach acknowledge link correct',
    ],
    [
      'with its PAR open at Level 2 (CK-8, CK-9, CL-8)',
      aCase({ kind: 'interim-sent', text: 'x' }, par),
      'status par-done par-follow-up par-withdraw escalate resolve note reassign attach acknowledge link correct',
    ],
    [
      'with its PAR open at Level 3 (CK-8)',
      aCase({ kind: 'interim-sent', text: 'x' }, par, escalated('av3'), assigned),
      'update respond refer-back status par-follow-up note reassign ask-supervisors recall attach acknowledge link correct',
    ],
    [
      'with its PAR completed (CL-4)',
      aCase({ kind: 'interim-sent', text: 'x' }, par, {
        kind: 'par-completed',
        number: 'PAR-1',
        adequate: true,
        text: 'x',
      }),
      'status escalate resolve note par-done reassign par attach acknowledge link correct',
    ],
  ])('is sorted with the most useful first: %s', (_name, subject, expected) => {
    expect(
      actionsOf(subject)
        .map((action) => action.replace('case.', ''))
        .join(' '),
    ).toBe(expected);
  });
});
