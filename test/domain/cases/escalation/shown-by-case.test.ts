import type { Case } from '../../../../src/domain/cases/case';
import { shownByCase } from '../../../../src/domain/cases/escalation/shown-by-case';
import type { CaseDetails } from '../../../../src/domain/cases/details/details';
import { aCase, opened, refused, type Happened } from '../../../support/cases';
import { bareDetails, escalate, SITE_ISSUE, type Typed } from '../../../support/escalations';
import { aWorld, person } from '../../../support/site';

const INFORMED: Happened = { kind: 'interim-sent', text: 'x' };
const held = aCase(opened('di2', { details: ofDistribution() }), INFORMED);
const escalateSite = (change: Typed, subject: Case, by = 'di2-agent') =>
  escalate({ ...SITE_ISSUE, ...change }, subject, by);

function ofDistribution(change: Partial<CaseDetails> = {}): CaseDetails {
  return { ...bareDetails(), msc: 'distribution', ...change };
}

describe('What a case fills in on its checklist', () => {
  it('says what to do about a missing interim response, along with all other faults (ES-12, ES-9)', () => {
    const waiting = aCase(opened('di2', { details: ofDistribution() }));
    const { fields, messages } = refused(escalateSite({ 'item.problem': '' }, waiting));
    expect(fields).toEqual(['item.problem', 'item.interim-response']);
    expect(messages['item.interim-response']).toBe(
      'No interim response was sent to the customer. Send it first: interim CS0000001.',
    );
  });

  it('ignores an interim response whose email was refused, and counts a status that was sent first (ES-12, CK-1)', () => {
    const word = { by: 'email', to: 'pat@example.mil', subject: 'x' } as const;
    const refusedMail = aCase(
      opened('di2', { details: ofDistribution() }),
      { ...INFORMED, word },
      { kind: 'mail-refused', of: 1, why: 'refused' },
    );
    expect(refused(escalateSite({}, refusedMail)).messages).toEqual({
      'item.interim-response':
        'The email with the interim response was rejected or not sent. Send it again first: resend CS0000001.',
    });
    const status = aCase(opened('di2', { details: ofDistribution() }), { kind: 'status-sent', text: 'x' });
    expect(escalateSite({}, status).ok).toBe(true);
    const quiet = aCase(opened('di2', { details: ofDistribution({ externalContact: false }) }));
    expect(escalateSite({}, quiet).ok).toBe(true);
  });

  it('requires the assignee to escalate (ES-12, ES-3)', () => {
    const { fields, messages } = refused(escalateSite({}, held, 'di2-gatekeeper'));
    expect(fields).toEqual(['item.assigned-to-self']);
    expect(messages['item.assigned-to-self']).toContain('reassign CS0000001');
  });

  it('gives the time of the last assignment, or of the opening (ES-12, ES-3)', () => {
    const shown = (subject: Case, by = 'di2-agent') =>
      shownByCase('assigned-to-self', subject, person(by), aWorld());
    const byAnother = aCase(
      opened('di2', { details: ofDistribution(), assignee: undefined }),
      { kind: 'assigned', to: 'di2-agent', how: 'claimed' },
      { kind: 'assigned', to: 'di2-other', how: 'assigned' },
      { kind: 'assigned', to: 'di2-agent', how: 'taken' },
      { kind: 'linked', to: 'CS0000002', why: 'x' },
      INFORMED,
    );
    expect(shown(byAnother)).toEqual({ met: true, finding: 'Di2 Agent, since 2 Nov 2026, 09:03 EST' });
    expect(shown(held)).toEqual({ met: true, finding: 'Di2 Agent, since 2 Nov 2026, 09:00 EST' });
  });

  it('names the assignee, whether or not the directory has them, or says that there is none (ES-12, ES-3)', () => {
    const lackingOf = (assignee: string | undefined) =>
      shownByCase('assigned-to-self', aCase(opened('di2', { assignee })), person('di2-agent'), aWorld());
    for (const [assignee, name] of [
      ['di2-other', 'Di2 Other'],
      ['gone', 'gone'],
      [undefined, 'nobody'],
    ] as const)
      expect(lackingOf(assignee)).toEqual({
        met: false,
        lacking: `The case is assigned to ${name}. Let them escalate it, or reassign it to yourself first: reassign CS0000001.`,
      });
  });
});
