import { decideCorrect } from '../../../src/domain/cases/corrections/decide-correct';
import { decideOpen, groupsThatOpen, mscsToOpen } from '../../../src/domain/cases/decisions/decide-open';
import {
  deliveryOutcomeOf,
  customerEmailOf,
  messageToResend,
} from '../../../src/domain/cases/messages/customer-email';
import { directoryOf } from '../../../src/domain/directory/directory';
import { aCase, decided, details, escalated, opened, refused, type Happened } from '../../support/cases';
import { bareDetails } from '../../support/escalations';
import { newCaseInputs } from '../../support/new-case-inputs';
import { aGroup, aPerson, aWorld, person, START } from '../../support/site';

const context = aWorld();
type Typed = Readonly<Record<string, string>>;

describe('A person in several groups', () => {
  const member = aPerson('both', { primary: 'di2' });
  const groups = [
    { ...aGroup('av2', 2, 'aviation'), agents: ['both'] },
    { ...aGroup('av2b', 2, 'aviation'), agents: ['both'] },
    { ...aGroup('di2', 2, 'distribution'), agents: ['both'] },
    { ...aGroup('av3', 3, 'aviation'), agents: ['both'] },
  ];
  const site = aWorld(START, { directory: directoryOf(groups, [member]) });
  const open = (typed: Typed) => decideOpen(newCaseInputs(typed), member, site);

  it('creates cases for their groups at Level 1 and 2, the primary one first (AC-3, CA-1)', () => {
    expect(groupsThatOpen(member, site).map(({ key }) => key)).toEqual(['di2', 'av2', 'av2b']);
    expect(groupsThatOpen(aPerson('both'), site).map(({ key }) => key)).toEqual(['av2', 'av2b', 'di2']);
    expect(mscsToOpen(member, site)).toEqual(['distribution', 'aviation']);
  });

  it('chooses one of them in upper or lower case, with or without spaces around it (CA-1)', () => {
    expect(decided(open({ group: ' AV2B ', msc: 'aviation' }))[0]).toMatchObject({ group: 'av2b' });
    expect(decided(open({ group: '', msc: ' Aviation ' }))[0]).toMatchObject({ group: 'av2' });
    const primary = aPerson('both', { primary: 'av2b' });
    expect(decided(decideOpen(newCaseInputs({ msc: 'aviation' }), primary, site))[0]).toMatchObject({
      group: 'av2b',
    });
    expect(refused(open({ group: 'av3', msc: 'aviation' })).messages).toEqual({
      group:
        "You can't create cases for this group. Choose one of: distribution di2, aviation av2, aviation av2b.",
    });
  });

  it('can choose the MSC of every group if one of theirs is at Level 1 (ES-1)', () => {
    const level1 = directoryOf(
      [{ ...aGroup('cic', 1, 'enterprise'), agents: ['both'] }, ...groups],
      [member],
    );
    expect(mscsToOpen(member, aWorld(START, { directory: level1 }))).toEqual(['aviation', 'distribution']);
  });

  it('creates a case that records each similar case shown once, or none (CA-3)', () => {
    const [linked] = decided(
      open({ msc: 'aviation', linkedTo: 'cs0000002, CS0000003,CS0000002 XCS0000004' }),
    );
    expect(linked).toMatchObject({ linkedTo: ['CS0000002', 'CS0000003'] });
    expect(decided(open({ msc: 'aviation' }))[0]).not.toHaveProperty('linkedTo');
  });
});

describe('Correcting a case', () => {
  const correct = (typed: Typed, subject = aCase()) =>
    decideCorrect(subject, { why: 'It was misread.', ...typed }, person('av2-agent'), context);
  const changes = (typed: Typed, subject = aCase()) => {
    const [event] = decided(correct(typed, subject));
    return event?.kind === 'case-corrected' ? event.changes : [];
  };

  it('changes the reason to one in the policy, and keeps one that the policy no longer has (CA-8, CA-10)', () => {
    expect(changes({ reason: 'expedite' })).toStrictEqual([
      { field: 'reason', from: 'order-status', to: 'expedite' },
    ]);
    const old = aCase(opened('av2', { details: details({ reason: 'no-longer' }) }));
    expect(changes({ reason: 'no-longer', ipd: '8' }, old)).toStrictEqual([
      { field: 'ipd', from: '2', to: '8' },
    ]);
    expect(refused(correct({ reason: 'no-longer', ipd: '8' })).fields).toEqual(['reason']);
  });

  it('records only the old and the new value (CA-10, RE-1)', () => {
    expect(changes({ requisition: 'W25G1V63210009' })).toStrictEqual([
      { field: 'requisition', to: 'W25G1V63210009' },
    ]);
    expect(changes({ nsn: '' })).toStrictEqual([{ field: 'nsn', from: '5331-00-618-5361' }]);
  });

  it("accepts the case's PR in any form, and removes the IPD if a priority was stated (ES-6, CA-5)", () => {
    const legacy = aCase(opened('av2', { details: details({ pr: 'A1', statedPriority: 'low' }) }));
    expect(changes({ pr: 'A1', ipd: '' }, legacy)).toStrictEqual([{ field: 'ipd', from: '2' }]);
    expect(refused(correct({ pr: 'A1' })).fields).toContain('pr');
    expect(refused(correct({ ipd: '' })).messages['ipd']).toContain('Enter the IPD');
    expect(refused(correct({ ipd: '', reason: '' })).messages['reason']).toBe(
      "Reason can't be empty. Choose one.",
    );
  });

  it('is refused for the PR and NSN only while Level 3 works the case pre-award (ES-5)', () => {
    const par = { number: '20261001', kind: 'status', ipg: 'II' } as const;
    const at3 = (given: object) => aCase(opened(), escalated('av3', given));
    for (const field of ['pr', 'nsn']) {
      expect(refused(correct({ [field]: '', ipd: '8' }, at3({}))).fields).toEqual([field]);
      expect(correct({ [field]: '', ipd: '8' }, at3({ direction: 'post-award', par })).ok).toBe(true);
      expect(correct({ [field]: '' }).ok).toBe(true);
    }
    const without = aCase(opened('av2', { details: bareDetails() }), escalated('av3'));
    expect(correct({ pr: '', nsn: '', ipd: '8' }, without).ok).toBe(true);
  });
});

describe('The email of an entry', () => {
  const email = { by: 'email', to: 'pat@example.mil', subject: 'CS0000001' } as const;
  const interim: Happened = { kind: 'interim-sent', text: 'We work on it.', word: email };
  const asked: Happened = { kind: 'satisfaction-asked', to: 'pat@example.mil', subject: 'How satisfied?' };
  const sent = (of: number): Happened => ({ kind: 'mail-sent', of });
  const refusedMail = (of: number): Happened => ({ kind: 'mail-refused', of, why: 'refused' });

  it('exists for a message, and for the satisfaction survey, which no person wrote (CK-1, CL-7)', () => {
    const subject = aCase(interim, asked, { kind: 'noted', text: 'Called.' });
    expect(customerEmailOf(subject, 1)).toMatchObject({ entry: 1, text: 'We work on it.' });
    expect(customerEmailOf(subject, 2)).toMatchObject({
      subject: 'How satisfied?',
      needsLink: true,
      automatic: true,
    });
    expect(customerEmailOf(subject, 3)).toBeUndefined();
    expect(customerEmailOf(subject, 9)).toBeUndefined();
  });

  it('has its own latest delivery result (CK-1)', () => {
    const subject = aCase(interim, asked, refusedMail(1), sent(1), refusedMail(2));
    expect(deliveryOutcomeOf(subject, 1)).toMatchObject({ kind: 'mail-sent', of: 1 });
    expect(deliveryOutcomeOf(subject, 2)).toMatchObject({ kind: 'mail-refused', of: 2 });
    const again: Happened = { kind: 'word-repeated', of: 1, text: 'We work on it.', word: email };
    expect(deliveryOutcomeOf(aCase(interim, again), 1)).toBeUndefined();
  });

  it("is due to be sent again if it was a refused message that hasn't been repeated yet (CK-1, CL-7)", () => {
    expect(messageToResend(aCase(interim, refusedMail(1)))).toBe(1);
    expect(messageToResend(aCase(interim, sent(1)))).toBeUndefined();
    expect(messageToResend(aCase(asked, refusedMail(1)))).toBeUndefined();
    const again: Happened = { kind: 'word-repeated', of: 1, text: 'We work on it.', word: email };
    expect(messageToResend(aCase(interim, refusedMail(1), again))).toBeUndefined();
    expect(messageToResend(aCase(interim, refusedMail(1), again, refusedMail(3)))).toBe(3);
  });

  it('has the reason for a long lead time of a closure above the signature, however that line is indented (CL-5)', () => {
    const mailed = (text: string, longLead?: { reason: string; alternative?: string }) =>
      customerEmailOf(aCase({ kind: 'closed', text, word: email, ...(longLead && { longLead }) }), 1)?.text;
    const why = 'Reason for the lead time: No stock.';
    expect(mailed('In March.')).toBe('In March.');
    expect(mailed('In March.', { reason: 'No stock.' })).toBe(`In March.\n\n${why}`);
    expect(mailed('In March.\n\n  Respectfully,', { reason: 'No stock.' })).toBe(
      `In March.\n\n${why}\n\n  Respectfully,`,
    );
    expect(mailed('Respectfully,\nAviation', { reason: 'No stock.' })).toBe(
      `${why}\n\nRespectfully,\nAviation`,
    );
    const status = aCase({ ...interim, longLead: { reason: 'x' } } as Happened);
    expect(customerEmailOf(status, 1)?.text).toBe('We work on it.');
  });
});
