import type { Outcome } from '../../../src/commands/command';
import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { aCase, type Happened } from '../../support/cases';
import { cardOf, Conversation, faultsOf, formOf, refusalOf } from '../../support/conversation';

const registry = registryOf(allCommands);
const resolved: Happened = { kind: 'resolved', notes: 'Ships.' };
const closed: Happened = { kind: 'closed', text: 'Ships.' };

async function closedCase() {
  const conversation = new Conversation(registry);
  await conversation.hold(aCase(resolved, closed));
  return conversation;
}

describe('Reopening a case', () => {
  it('is refused with the open case that has its PR and a way to link the two (ES-6)', async () => {
    const conversation = await closedCase();
    const holder = await conversation.hold(aCase());
    const shown = async (outcome: Promise<Outcome>) => {
      const said = await outcome;
      if (said.kind !== 'reply' || said.reply.card.card !== 'message') throw new Error('No message');
      return said.reply.card;
    };
    const { title, text, buttons } = await shown(
      conversation.say('av2-agent', 'reopen cs1 Customer wrote again'),
    );
    expect(title).toBe('CS0000001 was not reopened');
    expect(text).toContain(`is on ${holder}`);
    expect(text).toContain('Customer wrote again');
    expect(text).not.toContain('correct');
    expect(buttons).toMatchObject([
      { verb: 'case.show', data: { case: holder } },
      { verb: 'case.link', data: { case: 'CS0000001', other: holder } },
      { verb: 'case.show', data: { case: 'CS0000001' } },
    ]);
    const form = formOf(await conversation.press('av2-agent', 'case.reopen', { case: 'CS0000001' }));
    expect((await shown(conversation.send('av2-agent', form, { why: 'Wrong part.' }))).buttons).toHaveLength(
      3,
    );
    expect((await conversation.case('CS0000001')).state).toBe('closed');
  });

  it('asks for a reason in a form, and keeps the history (RE-1)', async () => {
    const conversation = await closedCase();
    const form = formOf(await conversation.press('av2-agent', 'case.reopen', { case: 'CS0000001' }));
    expect(faultsOf(formOf(await conversation.send('av2-agent', form)))['why']).toContain('Explain why');
    const card = cardOf(await conversation.send('av2-agent', form, { why: 'The wrong part came.' }), 'case');
    expect(card.case).toMatchObject({ state: 'in-progress', assignee: 'av2-agent' });
    expect(card.case.timeline.map(({ kind }) => kind)).toEqual(['opened', 'resolved', 'closed', 'reopened']);
  });

  it('is possible by a typed line with the reason, and is answered with the case (RE-1)', async () => {
    const conversation = await closedCase();
    const card = cardOf(await conversation.say('av2-other', 'reopen cs1 The wrong part came.'), 'case');
    expect(card.banner?.text).toBe('Reopened.');
  });

  it('by two people at once happens once, and the other sees the current state', async () => {
    const conversation = await closedCase();
    const answers = await Promise.all([
      conversation.say('av2-agent', 'reopen cs1 Wrong part.'),
      conversation.say('av2-other', 'reopen cs1 Wrong part.'),
    ]);
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['refusal', 'reply']);
    expect(refusalOf(answers.find(({ kind }) => kind === 'refusal')!).code).toBe('wrong-state');
  });
});
