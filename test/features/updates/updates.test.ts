import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { aCase, details, escalated, opened } from '../../support/cases';
import { cardOf, Conversation, faultsOf, fieldsOf, formOf, refusalOf } from '../../support/conversation';

const registry = registryOf(allCommands);

async function atLevel2() {
  const conversation = new Conversation(registry);
  await conversation.hold(aCase());
  return conversation;
}

describe('the interim response', () => {
  it('begins with a polite text that gives the number and by when word comes (CK-1)', async () => {
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

  it('is not sent empty: the text that was taken away is not put back by itself (CK-1)', async () => {
    const conversation = await atLevel2();
    const form = formOf(await conversation.say('av2-agent', 'interim cs1'));
    const refused = formOf(await conversation.send('av2-agent', form, { text: '' }));
    expect(Object.keys(faultsOf(refused))).toEqual(['text']);
    expect(fieldsOf(refused).get('text')?.value).toBe('');
  });

  it('is not sent where no customer waits (CK-4)', async () => {
    const conversation = new Conversation(registry);
    await conversation.hold(aCase(opened('av2', { details: details({ externalContact: false }) })));
    expect(refusalOf(await conversation.say('av2-agent', 'interim cs1')).code).toBe('wrong-state');
  });
});

describe('the status to the customer', () => {
  it('is sent by one line, also while Level 3 holds the case (CK-2)', async () => {
    const conversation = new Conversation(registry);
    await conversation.hold(aCase(escalated('av3')));
    const card = cardOf(await conversation.say('av2-agent', 'status cs1 Award expected 4 December.'), 'case');
    expect(card.case.timeline.at(-1)).toMatchObject({
      kind: 'status-sent',
      text: 'Award expected 4 December.',
    });
  });

  it('opens its form where the text is missing', async () => {
    const form = formOf(await (await atLevel2()).say('av2-agent', 'status cs1'));
    expect(faultsOf(form)).toEqual({});
    expect(fieldsOf(form).get('text')?.required).toBe(true);
  });
});

describe('the quality status update', () => {
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
