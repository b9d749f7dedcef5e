import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { aCase } from '../../support/cases';
import { cardOf, Conversation, faultsOf, fieldsOf, formOf, refusalOf } from '../../support/conversation';
import { HOSTILE_TEXTS } from '../../support/new-case-inputs';

const registry = registryOf(allCommands);

describe('A note', () => {
  it('is added by one typed message, and its line breaks are kept', async () => {
    const conversation = new Conversation(registry);
    await conversation.hold(aCase());
    const card = cardOf(await conversation.say('av2-agent', 'note cs1 Stock: none\nPR: released'), 'case');
    expect(card.case.timeline.at(-1)).toMatchObject({ kind: 'noted', text: 'Stock: none\nPR: released' });
    expect(card.case.details.description).toBe('When does the O-ring ship?');
  });

  it('is added by its button and form, and never changes the description (CA-6)', async () => {
    const conversation = new Conversation(registry);
    const number = await conversation.hold(aCase());
    const form = formOf(await conversation.press('av2-agent', 'case.note', { case: number, version: '1' }));
    expect(form.submit.title).toBe('Add note');
    expect(faultsOf(form)).toEqual({});
    const card = cardOf(await conversation.send('av2-agent', form, { text: 'Checked' }), 'case');
    expect(card.case.timeline.at(-1)).toMatchObject({ kind: 'noted', text: 'Checked' });
    expect(card.case.details.description).toBe('When does the O-ring ship?');
  });

  it.each(HOSTILE_TEXTS)('keeps %j as text', async (text) => {
    const conversation = new Conversation(registry);
    await conversation.hold(aCase());
    const card = cardOf(await conversation.say('av2-agent', `note cs1 ${text}`), 'case');
    expect(card.case.timeline.at(-1)).toMatchObject({ kind: 'noted', text });
  });

  it('has help that explains its formatting', async () => {
    const help = cardOf(await new Conversation(registry).say('av2-agent', 'help note'), 'message');
    expect(help.text).toContain('**bold**, _italic_, lines that start with “- ” or “1. ”');
  });

  it('that is too long comes back whole in its form', async () => {
    const conversation = new Conversation(registry);
    await conversation.hold(aCase());
    const long = 'long '.repeat(1_000).trim();
    const form = formOf(await conversation.say('av2-agent', `note cs1 ${long}`));
    expect(faultsOf(form)['text']).toContain('4999');
    expect(fieldsOf(form).get('text')?.value).toBe(long);
  });

  it('is refused before the form opens for a person not involved in the case', async () => {
    const conversation = new Conversation(registry);
    const number = await conversation.hold(aCase());
    expect(refusalOf(await conversation.press('di3-agent', 'case.note', { case: number })).code).toBe(
      'not-permitted',
    );
  });
});
