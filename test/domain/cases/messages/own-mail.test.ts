import { decideApprove } from '../../../../src/domain/cases/decisions/decide-approve';
import { decideClose } from '../../../../src/domain/cases/decisions/decide-close';
import { decideInterim } from '../../../../src/domain/cases/decisions/decide-interim';
import { decideResend } from '../../../../src/domain/cases/decisions/decide-resend';
import { decideStatus } from '../../../../src/domain/cases/decisions/decide-status';
import { caseType } from '../../../../src/domain/cases/case-type';
import { notificationsOf } from '../../../../src/domain/kernel/change-of';
import { customerEmailOf, messageToResend } from '../../../../src/domain/cases/messages/customer-email';
import type { CaseEvent } from '../../../../src/domain/cases/timeline';
import { askedAtClosing } from '../../../../src/domain/cases/satisfaction/ask';
import { aCase, decided, details, opened, refused } from '../../../support/cases';
import { aWorld, person } from '../../../support/site';

const context = { ...aWorld(), sendsMail: false };
const agent = person('av2-agent');
const supervisor = person('av2-supervisor');
const text = 'It ships on Friday.';
const sentMyself = 'true';
const to = 'pat@example.mil';
const byPhone = opened('av2', { details: details({ contact: { name: 'Pat', phone: '804 555 0100' } }) });
const resolved: CaseEvent = { kind: 'resolved', notes: 'Ships.' };
const inMarch: CaseEvent = { ...resolved, resolution: 'delivery-date', date: '2027-03-01' };
const email = { by: 'email', to, subject: 'Case CS0000001: status of your inquiry' } as const;
const asked: CaseEvent = {
  ...{ kind: 'closing-asked', text, reason: 'No stock.', alternative: 'Local purchase.' },
  ...{ until: '2027-03-01', supervisors: ['av2-supervisor'], word: email },
};
const whole =
  'It ships on Friday.\n\nReason for the lead time: No stock.\nWhat you can do in the meantime: Local purchase.';

describe('A message to the customer at a site without a mail server', () => {
  const unsent = aCase({ kind: 'status-sent', text, word: email }, { kind: 'mail-not-sent', of: 1 });
  const doors = [
    ['an interim response', (typed: object) => decideInterim(aCase(), { text, ...typed }, agent, context)],
    ['a status', (typed: object) => decideStatus(aCase(), { text, ...typed }, agent, context)],
    [
      'a final resolution',
      (typed: object) => decideClose(aCase(resolved), { text, ...typed }, agent, context),
    ],
    [
      'one given again',
      (typed: object) => decideResend(unsent, { text, way: 'email', mailTo: to, ...typed }, agent, context),
    ],
  ] as const;

  it.each(doors)('is recorded once its writer confirms that they sent it: %s (CK-1)', (_, decide) => {
    for (const said of [undefined, '', 'false', 'untrue', 'yes, soon']) {
      const typed = said === undefined ? {} : { sentMyself: said };
      const { fields, messages } = refused(decide(typed));
      expect(fields).toEqual(['sentMyself']);
      expect(messages['sentMyself']).toContain('This site has no mail server');
    }
    expect(decided(decide({ sentMyself }))).toMatchObject([{ text, word: { by: 'own-mail', to } }]);
  });

  it('reports every fault at once (CK-1, ES-9)', () => {
    const typed = { text: '', mailTo: 'pat', mailSubject: 'none' };
    expect(refused(decideStatus(aCase(), typed, agent, context)).fields.toSorted()).toEqual(
      ['mailTo', 'mailSubject', 'sentMyself', 'text'].toSorted(),
    );
    const confirmed = { ...typed, sentMyself };
    expect(refused(decideStatus(aCase(), confirmed, agent, context)).fields).not.toContain('sentMyself');
  });

  it('makes no email and sends no survey by email (CK-1, CL-7)', () => {
    const before = aCase(resolved);
    const word = { ...email, by: 'own-mail' } as const;
    const closed = aCase(resolved, { kind: 'closed', text, word });
    expect(customerEmailOf(closed, 2)).toBeUndefined();
    const site = { ...context, asksCustomers: true };
    const told = notificationsOf(caseType, closed.number, before, closed, site);
    expect(told.filter(({ to: at }) => at.kind === 'customer')).toEqual([]);
    expect(askedAtClosing(before, closed, site)).toEqual([]);
  });

  it('requires no confirmation if the customer is told by phone (CK-1, CL-3)', () => {
    const telephone = [{ word: { by: 'telephone' } }];
    expect(decided(decideInterim(aCase(byPhone), { text }, agent, context))).toMatchObject(telephone);
    expect(decided(decideClose(aCase(byPhone, resolved), { text }, agent, context))).toMatchObject(telephone);
    expect(decided(decideResend(unsent, { text, way: 'telephone' }, agent, context))).toMatchObject(
      telephone,
    );
    // With an address that the customer gave it is an e-mail, which somebody has to send.
    const typed = { text, mailTo: to };
    expect(refused(decideInterim(aCase(byPhone), typed, agent, context)).fields).toEqual(['sentMyself']);
  });

  it('is sent by the mail server if the site has one, whatever was confirmed (CK-1)', () => {
    const served = { ...context, sendsMail: true };
    for (const typed of [{ text }, { text, sentMyself }])
      expect(decided(decideInterim(aCase(), typed, agent, served))).toMatchObject([
        { word: { by: 'email' } },
      ]);
  });
});

describe('A closure with a long lead time at a site without a mail server', () => {
  const close = (typed: object, by = supervisor) =>
    decideClose(aCase(inMarch), { text, reason: 'No stock.', ...typed }, by, context);

  it('is requested without a confirmation, because nothing is sent before the approval (CK-1, CL-5)', () => {
    expect(decided(close({}, agent))).toMatchObject([{ kind: 'closing-asked', word: { by: 'email', to } }]);
  });

  it('is recorded by the supervisor with the whole message that they saw and sent (CK-1, CL-5)', () => {
    for (const typed of [{}, { sentMyself }, { letter: whole }])
      expect(refused(close(typed)).fields).toEqual(['sentMyself']);
    expect(refused(close({ letter: '', sentMyself })).fields).toEqual(['letter']);
    expect(decided(close({ letter: whole, sentMyself }))).toMatchObject([
      { kind: 'closed', text: whole, word: { by: 'own-mail', to }, longLead: { reason: 'No stock.' } },
    ]);
    // What lacks is asked for before there is anything to send.
    expect(refused(close({ reason: '' })).fields).toEqual(['reason']);
  });

  it('is approved once the supervisor confirms that they sent the message (CK-1, CL-5)', () => {
    const approve = (typed: object, site = context) =>
      decideApprove(aCase(inMarch, asked), { ...typed }, supervisor, site);
    for (const typed of [{}, { sentMyself }, { letter: whole }])
      expect(refused(approve(typed)).fields).toEqual(['sentMyself']);
    const { subject } = email;
    expect(decided(approve({ letter: whole, sentMyself }))).toMatchObject([
      {
        kind: 'closed',
        text: whole,
        word: { by: 'own-mail', to, subject },
        longLead: { askedBy: 'someone' },
      },
    ]);
    expect(refused(approve({ letter: whole, mailTo: 'pat', sentMyself })).fields).toEqual(['mailTo']);
    // With a mail server it goes as it was asked for, whatever else is sent along.
    const other = { letter: 'x', mailTo: 'eve@example.com', sentMyself };
    expect(decided(approve(other, { ...context, sendsMail: true }))).toMatchObject([{ text, word: email }]);
  });
});

describe('A message that was not sent because the site has no mail server', () => {
  const unsent: CaseEvent = { kind: 'mail-not-sent', of: 1 };
  const status: CaseEvent = { kind: 'status-sent', text, word: email };

  it('can be sent again until it is sent or its repeat is recorded (CK-1)', () => {
    expect(messageToResend(aCase(status))).toBeUndefined();
    expect(messageToResend(aCase(status, unsent))).toBe(1);
    expect(messageToResend(aCase(status, unsent, { kind: 'mail-sent', of: 1 }))).toBeUndefined();
    const word = { ...email, by: 'own-mail' } as const;
    expect(
      messageToResend(aCase(status, unsent, { kind: 'word-repeated', of: 1, text, word })),
    ).toBeUndefined();
  });
});
