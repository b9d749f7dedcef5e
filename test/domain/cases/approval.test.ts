import { decideApprove } from '../../../src/domain/cases/decisions/decide-approve';
import { decideClose } from '../../../src/domain/cases/decisions/decide-close';
import { decideDecline } from '../../../src/domain/cases/decisions/decide-decline';
import {
  aCase,
  details,
  applied,
  decided,
  escalated,
  opened,
  refused,
  type Happened,
} from '../../support/cases';
import { aWorld, person } from '../../support/site';

const context = aWorld();
const response: Happened = {
  kind: 'responded',
  response: { kind: 'award', deliveryDate: '2027-03-01', text: 'Awarded.' },
  group: 'av2',
  to: 'av2-agent',
};
const resolved: Happened = { kind: 'resolved', notes: 'Delivery 1 March.' };
const asked: Happened = {
  kind: 'closing-asked',
  text: 'Delivery on 1 March 2027.',
  reason: 'No source is earlier.',
  alternative: 'Local purchase.',
  until: '2027-03-01',
  supervisors: ['av2-supervisor'],
  by: 'av2-agent',
};
const waiting = aCase(opened(), escalated(), response, resolved, asked);
const approve = (subject = waiting, by = 'av2-supervisor') => decideApprove(subject, {}, person(by), context);
const decline = (why: string, subject = waiting, by = 'av2-supervisor') =>
  decideDecline(subject, { why }, person(by), context);

describe('A closure that waits for approval', () => {
  it('leaves the case resolved, and shows that it is waiting (CL-5)', () => {
    expect(waiting).toMatchObject({
      state: 'resolved',
      closingAsked: { by: 'av2-agent', until: '2027-03-01' },
    });
  });

  it('is approved by a Level 2 supervisor as requested, with reason and alternative (CL-5, CL-3)', () => {
    const closed = decided(approve());
    expect(closed).toEqual([
      {
        kind: 'closed',
        text: 'Delivery on 1 March 2027.',
        word: { by: 'email', to: 'pat@example.mil', subject: 'Case CS0000001: resolution of your inquiry' },
        longLead: { reason: 'No source is earlier.', alternative: 'Local purchase.', askedBy: 'av2-agent' },
      },
    ]);
    const after = applied(waiting, closed, { by: 'av2-supervisor' });
    expect(after.state).toBe('closed');
    expect(after.closingAsked).toBeUndefined();
  });

  it('sends the email as the agent wrote it, to the address the agent entered (CL-3, CL-5)', () => {
    const elsewhere = { by: 'email', to: 'dana@example.mil', subject: 'CS0000001: delivery' } as const;
    const subject = aCase(opened(), escalated(), response, resolved, { ...asked, word: elsewhere });
    expect(decided(approve(subject))).toMatchObject([{ kind: 'closed', word: elsewhere }]);
    const internal = opened('av2', { details: details({ externalContact: false }) });
    const quiet = aCase(internal, escalated(), response, resolved, asked);
    expect(decided(approve(quiet))[0]).not.toHaveProperty('word');
  });

  it("can't be approved or declined by anyone else, including Level 3's supervisor (CL-5, CL-6)", () => {
    for (const by of ['av2-agent', 'av2-gatekeeper', 'av3-supervisor', 'po-agent']) {
      expect(refused(approve(waiting, by)).code).toBe('not-permitted');
      expect(refused(decline('No.', waiting, by)).code).toBe('not-permitted');
    }
  });

  it('can be declined with a reason, leaves the case resolved, and can be requested again (CL-5)', () => {
    expect(refused(decline(' ')).fields).toEqual(['why']);
    const after = applied(waiting, decided(decline('Ask for lateral support first.')), {
      by: 'av2-supervisor',
    });
    expect(after.state).toBe('resolved');
    expect(after.closingAsked).toBeUndefined();
    const again = { text: 'Delivery on 1 March.', reason: 'None has stock.' };
    expect(decided(decideClose(after, again, person('av2-agent'), context))[0]?.kind).toBe('closing-asked');
  });

  it('can be decided only once, and only while it is waiting (CL-5)', () => {
    const none = aCase(opened(), escalated(), response, resolved);
    expect(refused(approve(none)).params['state']).toMatch(/no closure is waiting for approval/);
    expect(refused(decline('x', none)).code).toBe('wrong-state');
    const after = applied(waiting, decided(approve()), { by: 'av2-supervisor' });
    expect(refused(approve(after)).code).toBe('wrong-state');
  });

  it("can't be approved while the PAR has no adequate answer (CL-4)", () => {
    const par: Happened = { kind: 'par-submitted', par: { number: 'PAR-1', kind: 'status', ipg: 'I' } };
    const poor: Happened = { kind: 'par-completed', number: 'PAR-1', adequate: false, text: 'x' };
    const unanswered = aCase(opened(), escalated(), response, par, poor, resolved, asked);
    expect(refused(approve(unanswered)).params['why']).toMatch(/inadequate/);
  });
});
