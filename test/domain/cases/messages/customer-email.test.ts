import {
  deliveryOutcomeOf,
  isWholeEmail,
  wasResent,
  emailClosing,
  customerEmailOf,
  messageToResend,
} from '../../../../src/domain/cases/messages/customer-email';
import { decideClose } from '../../../../src/domain/cases/decisions/decide-close';
import { decideInterim } from '../../../../src/domain/cases/decisions/decide-interim';
import { decideResend } from '../../../../src/domain/cases/decisions/decide-resend';
import { decideStatus } from '../../../../src/domain/cases/decisions/decide-status';
import type { CaseEvent } from '../../../../src/domain/cases/timeline';
import type { MessageMethod } from '../../../../src/domain/cases/messages/message-method';
import { caseType } from '../../../../src/domain/cases/case-type';
import { notificationsOf } from '../../../../src/domain/kernel/change-of';
import { actionsOf } from '../../../../src/domain/cases/actions-of';
import { aCase, decided, details, opened, refused } from '../../../support/cases';
import { aWorld, person } from '../../../support/site';

const context = aWorld();
const agent = person('av2-agent');
const text = 'It ships on Friday.';
const email: MessageMethod = {
  by: 'email',
  to: 'pat@example.mil',
  subject: 'Case CS0000001: status of your inquiry',
};
const byPhone = opened('av2', { details: details({ contact: { name: 'Pat', phone: '804 555 0100' } }) });
const resolved: CaseEvent = { kind: 'resolved', notes: 'Ships.' };
const status: CaseEvent = { kind: 'status-sent', text, word: email };
const refusal: CaseEvent = { kind: 'mail-refused', of: 1, why: 'refused', said: '550 No such user' };

const wordOf = (events: readonly CaseEvent[]) =>
  events.map((each) => ('word' in each ? each.word : undefined));
const told = (typed: Readonly<Record<string, string>>, subject = aCase()) =>
  decideStatus(subject, { text, ...typed }, agent, context);

describe('A message to the customer', () => {
  it("goes to the contact's email address with the case number in its subject (CK-1, CK-2, CL-3)", () => {
    const decisions = [
      [decideInterim(aCase(), { text }, agent, context), "we're working on your inquiry"],
      [decideStatus(aCase(), { text }, agent, context), 'status of your inquiry'],
      [decideClose(aCase(resolved), { text }, agent, context), 'resolution of your inquiry'],
    ] as const;
    for (const [decision, about] of decisions) {
      expect(wordOf(decided(decision))).toEqual([
        { by: 'email', to: 'pat@example.mil', subject: `Case CS0000001: ${about}` },
      ]);
    }
  });

  it('includes the reason and the alternative for a long lead time above the signature (CL-3, CL-5)', () => {
    const longLead = { reason: 'No source is earlier.', alternative: 'Local purchase.' };
    const closed = { kind: 'closed', text: 'Delivery in March.', word: email, longLead } as const;
    const added =
      'Reason for the lead time: No source is earlier.\nWhat you can do in the meantime: Local purchase.';
    const mailed = (event: CaseEvent) => customerEmailOf(aCase(opened(), event), 1)?.text;
    expect(mailed(closed)).toBe(`Delivery in March.\n\n${added}`);
    const end = [...emailClosing('CS0000001'), 'Aviation'].join('\n');
    for (const signed of [end, 'Respectfully,\nAviation'])
      expect(mailed({ ...closed, text: `Delivery in March.\n\n${signed}` })).toBe(
        `Delivery in March.\n\n${added}\n\n${signed}`,
      );
    const reason = { ...closed, longLead: { reason: 'No source is earlier.' } };
    expect(mailed(reason)).not.toContain('meanwhile');
  });

  it('is sent unchanged if it has its own greeting or closing (CL-3)', () => {
    const end = emailClosing('CS0000001')[0]!;
    for (const letter of ['Dear Pat,\nIt ships.', ' \n DEAR Pat', 'Respectfully,', `It ships.\n ${end} `])
      expect(isWholeEmail(letter, 'CS0000001')).toBe(true);
    for (const other of ['It ships, dear Pat.', 'Dearest Pat', 'Mydear Pat', 'I wrote respectfully,', end])
      expect(isWholeEmail(other, 'CS0000002')).toBe(false);
  });

  it('is recorded as given by phone if the contact has no email address (CL-3)', () => {
    const closing = decideClose(aCase(byPhone, resolved), { text }, agent, context);
    for (const decision of [told({}, aCase(byPhone)), closing])
      expect(wordOf(decided(decision))).toEqual([{ by: 'telephone' }]);
    expect(wordOf(decided(told({ mailTo: 'pat@home.example' }, aCase(byPhone))))).toMatchObject([
      { by: 'email', to: 'pat@home.example' },
    ]);
  });

  it('is not sent if no customer is waiting (CL-3)', () => {
    const internal = aCase(opened('av2', { details: details({ externalContact: false }) }), resolved);
    expect(wordOf(decided(decideClose(internal, { text }, agent, context)))).toEqual([undefined]);
  });

  it.each([
    'pat',
    'pat@example.mil, evil@example.com',
    'pat@example.mil\r\nBcc: evil@example.com',
    '<pat@example.mil>',
    'pat@exa\u202Emple.mil',
    'p\u0000at@example.mil',
    '"pat"@example.mil',
    'pat\\@example.mil',
    `${'x'.repeat(65)}@example.mil`,
    `pat@${'x.'.repeat(130)}mil`,
  ])('refuses the address %j', (mailTo) => {
    expect(refused(told({ mailTo })).fields).toEqual(['mailTo']);
  });

  it.each([
    'Case CS0000001\r\nBcc: evil@example.com',
    'Case CS0000001\u0007',
    `CS0000001 ${'x'.repeat(150)}`,
  ])('refuses the subject %j', (mailSubject) => {
    expect(refused(told({ mailSubject })).fields).toEqual(['mailSubject']);
  });

  it('keeps the case number in its subject, however it is worded', () => {
    expect(refused(told({ mailSubject: 'Your O-ring' })).messages['mailSubject']).toContain('CS0000001');
    const own = 'Größe of your O-ring (cs0000001) 😀 <at>x</at> ${y}';
    expect(wordOf(decided(told({ mailSubject: own })))).toMatchObject([{ subject: own }]);
  });
});

describe('The email of an entry', () => {
  it('is what the entry says, and is unsent until the case says otherwise', () => {
    const before = aCase(status);
    expect(customerEmailOf(before, 1)).toMatchObject({
      entry: 1,
      to: 'pat@example.mil',
      text,
      cause: 'cause-1',
    });
    expect(deliveryOutcomeOf(before, 1)).toBeUndefined();
    expect(deliveryOutcomeOf(aCase(status, { kind: 'mail-sent', of: 1 }), 1)?.kind).toBe('mail-sent');
    for (const index of [0, 2, -1]) expect(customerEmailOf(before, index)).toBeUndefined();
    expect(
      customerEmailOf(aCase({ kind: 'status-sent', text, word: { by: 'telephone' } }), 1),
    ).toBeUndefined();
    expect(customerEmailOf(aCase({ kind: 'status-sent', text }), 1)).toBeUndefined();
  });

  it('is a single notification to the customer, apart from the change that made it', () => {
    const before = aCase();
    const notices = notificationsOf(caseType, before.number, before, aCase(status), context).filter(
      ({ topic }) => topic === 'mail',
    );
    expect(notices).toMatchObject([
      { id: 'CS0000001/entry-1/mail/customer', entry: 1, to: { kind: 'customer' } },
    ]);
  });
});

describe('A message whose email was refused', () => {
  const again = (typed: Readonly<Record<string, string>>, subject = aCase(status, refusal)) =>
    decideResend(subject, { text, ...typed }, agent, context);

  it('can be sent again to another address, or given by phone (CL-3)', () => {
    expect(decided(again({ way: 'email', mailTo: 'pat@home.example' }))).toMatchObject([
      { kind: 'word-repeated', of: 1, text, word: { by: 'email', to: 'pat@home.example' } },
    ]);
    expect(decided(again({ way: 'telephone', mailTo: '' }))).toEqual([
      { kind: 'word-repeated', of: 1, text, word: { by: 'telephone' } },
    ]);
    expect(refused(again({ way: '', text: '' })).fields).toEqual(['way', 'text']);
    expect(refused(again({ way: 'email' })).fields).toEqual(['mailTo']);
  });

  it('stays pending on a closed case too, until it is sent again (CL-3)', () => {
    const closed: CaseEvent = { kind: 'closed', text, word: email };
    const lost = aCase(resolved, closed, { ...refusal, of: 2 });
    expect(lost.state).toBe('closed');
    expect(actionsOf(lost)).toEqual(['case.resend', 'case.reopen']);
    expect(again({ way: 'telephone' }, lost).ok).toBe(true);
    const given = aCase(
      resolved,
      closed,
      { ...refusal, of: 2 },
      { kind: 'word-repeated', of: 2, text, word: email },
    );
    expect(actionsOf(given)).toEqual(['case.reopen']);
    expect(refused(again({ way: 'telephone' }, given)).code).toBe('wrong-state');
  });

  it('can be sent again after another refusal', () => {
    const twice = aCase(
      status,
      refusal,
      { kind: 'word-repeated', of: 1, text, word: email },
      { ...refusal, of: 3 },
    );
    expect(messageToResend(twice)).toBe(3);
  });

  it('is marked as sent again, and no other message is (CL-3)', () => {
    const given = aCase(status, refusal, { kind: 'word-repeated', of: 1, text, word: email });
    expect([0, 1, 2, 3].map((entry) => wasResent(given, entry))).toEqual([false, true, false, false]);
    expect(wasResent(aCase(status, refusal), 1)).toBe(false);
  });

  it('is not listed if every email was accepted', () => {
    const accepted = aCase(status, { kind: 'mail-sent', of: 1 });
    expect(messageToResend(accepted)).toBeUndefined();
    expect(refused(again({ way: 'telephone' }, accepted))).toMatchObject({
      code: 'wrong-state',
      params: { state: 'In progress, at Level 2; no email was rejected or left unsent' },
    });
  });
});
