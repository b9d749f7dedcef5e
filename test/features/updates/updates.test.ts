import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import type { Happened } from '../../support/cases';
import { aCase, details, escalated, opened } from '../../support/cases';
import { cardOf, Conversation, faultsOf, fieldsOf, formOf, refusalOf } from '../../support/conversation';

const registry = registryOf(allCommands);

async function atLevel2() {
  const conversation = new Conversation(registry);
  await conversation.hold(aCase());
  return conversation;
}

describe('The interim response', () => {
  it('begins with a polite text that has the case number and the time of the next message (CK-1)', async () => {
    const form = formOf(await (await atLevel2()).say('av2-agent', 'interim cs1'));
    expect(form.submit.title).toBe('Send interim response');
    const text = fieldsOf(form).get('text')?.value ?? '';
    expect(text).toContain('Dear Pat Customer,');
    expect(text).toContain('CS0000001');
    // High: a recurring status every ten business days from Monday 2 November, Veterans Day left out.
    expect(text).toContain('by Tue 17 Nov 2026');
  });

  it('is recorded as the agent wrote it', async () => {
    const conversation = await atLevel2();
    const form = formOf(await conversation.press('av2-agent', 'case.interim', { case: 'CS0000001' }));
    const card = cardOf(await conversation.send('av2-agent', form, { text: 'We are on it.' }), 'case');
    expect(card.case.timeline.at(-1)).toMatchObject({ kind: 'interim-sent', text: 'We are on it.' });
  });

  it("can't be sent empty, and a text that the agent removed is not restored (CK-1)", async () => {
    const conversation = await atLevel2();
    const form = formOf(await conversation.say('av2-agent', 'interim cs1'));
    const refused = formOf(await conversation.send('av2-agent', form, { text: '' }));
    expect(Object.keys(faultsOf(refused))).toEqual(['text']);
    expect(fieldsOf(refused).get('text')?.value).toBe('');
  });

  it('is not sent if no customer is waiting (CK-4)', async () => {
    const conversation = new Conversation(registry);
    await conversation.hold(aCase(opened('av2', { details: details({ externalContact: false }) })));
    expect(refusalOf(await conversation.say('av2-agent', 'interim cs1')).code).toBe('wrong-state');
  });
});

describe('The email of a message', () => {
  it('can be seen and edited before it is sent: address, subject, and text (CK-1)', async () => {
    const conversation = await atLevel2();
    const form = formOf(await conversation.say('av2-agent', 'interim cs1'));
    expect([...fieldsOf(form)].map(([id, { value }]) => [id, value]).slice(0, 2)).toEqual([
      ['mailTo', 'pat@example.mil'],
      ['mailSubject', "Case CS0000001: we're working on your inquiry"],
    ]);
    const typed = { mailTo: 'pat.new@example.mil', mailSubject: 'CS0000001: your O-ring' };
    const card = cardOf(await conversation.send('av2-agent', form, typed), 'case');
    expect(card.case.timeline.at(-1)).toMatchObject({
      word: { by: 'email', to: 'pat.new@example.mil', subject: 'CS0000001: your O-ring' },
    });
    expect(card.banner?.text).toContain('It goes to pat.new@example.mil by email.');
  });

  it('is refused at its field for an invalid address, and everything typed is kept', async () => {
    const conversation = await atLevel2();
    const form = formOf(await conversation.say('av2-agent', 'status cs1'));
    const typed = { mailTo: 'pat, evil@example.com', mailSubject: 'no number', text: 'Kept.' };
    const refused = formOf(await conversation.send('av2-agent', form, typed));
    expect(Object.keys(faultsOf(refused))).toEqual(['mailTo', 'mailSubject']);
    expect([...fieldsOf(refused).values()].map(({ value }) => value)).toEqual(Object.values(typed));
  });

  it('is not made if the contact has only a phone, and both the form and the record say so (CL-3)', async () => {
    const conversation = new Conversation(registry);
    const contact = { name: 'Pat Customer', phone: '+1 804 555 0100' };
    await conversation.hold(aCase(opened('av2', { details: details({ contact }) })));
    const form = formOf(await conversation.say('av2-agent', 'interim cs1'));
    expect(form.intro).toContain('Tell them by phone at +1 804 555 0100');
    const card = cardOf(await conversation.send('av2-agent', form), 'case');
    expect(card.case.timeline.at(-1)).toMatchObject({ kind: 'interim-sent', word: { by: 'telephone' } });
    expect(card.banner?.text).toContain('recorded as given by phone');
  });

  it('that was refused can be sent again from its form, which has the original text (CL-3)', async () => {
    const conversation = new Conversation(registry);
    const word = { by: 'email', to: 'old@example.mil', subject: 'CS0000001: status' } as const;
    const lost: readonly Happened[] = [
      { kind: 'status-sent', text: 'It ships.', word },
      { kind: 'mail-refused', of: 1, why: 'refused' },
    ];
    await conversation.hold(aCase(opened(), ...lost));
    const form = formOf(await conversation.press('av2-agent', 'case.resend', { case: 'CS0000001' }));
    expect(form.intro).toContain('old@example.mil was not accepted');
    const asked = formOf(await conversation.send('av2-agent', form, { mailTo: 'new@example.mil' }));
    expect(Object.keys(faultsOf(asked))).toEqual(['way']);
    expect(fieldsOf(asked).get('text')?.value).toBe('It ships.');
    const typed = { way: 'email', mailTo: 'new@example.mil' };
    const card = cardOf(await conversation.send('av2-agent', asked, typed), 'case');
    expect(card.case.timeline.at(-1)).toMatchObject({
      kind: 'word-repeated',
      of: 1,
      text: 'It ships.',
      word: { by: 'email', to: 'new@example.mil', subject: 'CS0000001: status' },
    });
    expect(refusalOf(await conversation.say('av2-agent', 'resend cs1')).code).toBe('wrong-state');
  });
});

describe('The status to the customer', () => {
  it('is sent from its form with the text typed, even while Level 3 holds the case (CK-2)', async () => {
    const conversation = new Conversation(registry);
    await conversation.hold(aCase(escalated('av3')));
    const form = formOf(await conversation.say('av2-agent', 'status cs1 Award expected 4 December.'));
    const card = cardOf(await conversation.send('av2-agent', form), 'case');
    expect(card.case.timeline.at(-1)).toMatchObject({
      kind: 'status-sent',
      text: expect.stringMatching(
        /^Dear Pat Customer,\n[^]*CS0000001[^]*\nAward expected 4 December\.\n[^]*\nRespectfully,\n/u,
      ) as unknown,
    });
  });

  it('opens its form if the text is missing', async () => {
    const form = formOf(await (await atLevel2()).say('av2-agent', 'status cs1'));
    expect(faultsOf(form)).toEqual({});
    expect(fieldsOf(form).get('text')?.required).toBe(true);
  });
});

describe('The quality status update', () => {
  async function atLevel3() {
    const conversation = new Conversation(registry);
    await conversation.hold(aCase(escalated('av3'), { kind: 'assigned', to: 'av3-agent', how: 'assigned' }));
    return conversation;
  }

  it('has a bottom line, quotes, and an ESD or EAD with its date (L3-4)', async () => {
    const conversation = await atLevel3();
    const form = formOf(await conversation.say('av3-agent', 'update cs1 Award in December.'));
    expect(form.submit.title).toBe('Send update');
    expect([...fieldsOf(form).keys()]).toEqual(['bluf', 'quotes', 'dateKind', 'date']);
    expect(fieldsOf(form).get('bluf')?.value).toBe('Award in December.');
    const sent = { quotes: 'Two received', dateKind: 'EAD', date: '2026-12-04' };
    const card = cardOf(await conversation.send('av3-agent', form, sent), 'case');
    expect(card.case.timeline.at(-1)).toMatchObject({
      kind: 'quality-update',
      bluf: 'Award in December.',
      ...sent,
    });
  });

  it('is refused without a bottom line and a date, each at its field (L3-4)', async () => {
    const conversation = await atLevel3();
    const form = formOf(await conversation.say('av3-agent', 'update cs1'));
    const refused = formOf(await conversation.send('av3-agent', form, { quotes: 'None yet' }));
    expect(Object.keys(faultsOf(refused))).toEqual(['bluf', 'dateKind', 'date']);
    expect(fieldsOf(refused).get('quotes')?.value).toBe('None yet');
  });
});
