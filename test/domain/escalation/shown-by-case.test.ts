import type { Case } from '../../../src/domain/cases/case';
import type { CaseDetails } from '../../../src/domain/cases/details';
import { aCase, opened, refused, type Happened } from '../../support/cases';
import { bareDetails, escalate, SITE_ISSUE, type Typed } from '../../support/escalations';

const INFORMED: Happened = { kind: 'interim-sent', text: 'x' };
const held = aCase(opened('di2', { details: ofDistribution() }), INFORMED);
const escalateSite = (change: Typed, subject: Case, by = 'di2-agent') =>
  escalate({ ...SITE_ISSUE, ...change }, subject, by);

function ofDistribution(change: Partial<CaseDetails> = {}): CaseDetails {
  return { ...bareDetails(), msc: 'distribution', ...change };
}

describe('what a case shows of its checklist by itself', () => {
  it('of a case without its interim response says what to do, beside all else (ES-12, ES-9)', () => {
    const waiting = aCase(opened('di2', { details: ofDistribution() }));
    const { fields, messages } = refused(escalateSite({ 'item.problem': '' }, waiting));
    expect(fields).toEqual(['item.problem', 'item.interim-response']);
    expect(messages['item.interim-response']).toBe(
      'No interim response was sent to the customer. Send it first: interim CS0000001.',
    );
  });

  it('counts no interim response whose e-mail was refused, and a status that was sent first (ES-12, CK-1)', () => {
    const word = { by: 'email', to: 'pat@example.mil', subject: 'x' } as const;
    const refusedMail = aCase(
      opened('di2', { details: ofDistribution() }),
      { ...INFORMED, word },
      { kind: 'mail-refused', of: 1, why: 'refused' },
    );
    expect(refused(escalateSite({}, refusedMail)).messages).toEqual({
      'item.interim-response':
        'The e-mail with the interim response was refused or not sent. Send it again first: resend CS0000001.',
    });
    const status = aCase(opened('di2', { details: ofDistribution() }), { kind: 'status-sent', text: 'x' });
    expect(escalateSite({}, status).ok).toBe(true);
    const quiet = aCase(opened('di2', { details: ofDistribution({ externalContact: false }) }));
    expect(escalateSite({}, quiet).ok).toBe(true);
  });

  it('is escalated by who has the case (ES-12, ES-3)', () => {
    const { fields, messages } = refused(escalateSite({}, held, 'di2-gatekeeper'));
    expect(fields).toEqual(['item.assigned-to-self']);
    expect(messages['item.assigned-to-self']).toContain('reassign CS0000001');
  });
});
