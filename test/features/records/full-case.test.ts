import { registryOf } from '../../../src/commands/registry';
import { renderCard } from '../../../src/cards/shared/render';
import { refusalText } from '../../../src/cards/shared/refusal-text';
import type { Outcome } from '../../../src/commands/command';
import { allCommands } from '../../../src/features/all-commands';
import { details, aCase, opened } from '../../support/cases';
import { textOf } from '../../support/card-nodes';
import { cardOf, Conversation, formOf, refusalOf } from '../../support/conversation';
import { caseOfMegabytes } from '../../support/large-case';
import { aWorld } from '../../support/site';

const registry = registryOf(allCommands);

async function withCase(megabytes: number) {
  const conversation = new Conversation(registry);
  await conversation.hold(caseOfMegabytes(megabytes));
  await conversation.hold(aCase(opened('av2', { details: details({ pr: '7000000002' }) })));
  return conversation;
}

function shownIn(outcome: Outcome): string {
  if (outcome.kind === 'refusal') throw new Error(outcome.refusal.code);
  return textOf(renderCard(outcome.reply.card, aWorld()).content);
}

describe('A case whose record grows', () => {
  it('shows a warning on its card and in the reply from 6 MB on, and still accepts a note', async () => {
    const conversation = await withCase(6.3);
    const warning = 'This case is nearly full (6.3 MB of 8 MB)';
    expect(shownIn(await conversation.say('av2-agent', 'cs1'))).toContain(warning);
    const noted = shownIn(await conversation.say('av2-agent', 'note cs1 They called again.'));
    expect(noted).toContain('note was added');
    expect(noted).toContain(warning);
  });

  it('accepts no note, link to a document, or message from 8 MB on, and says what to do instead', async () => {
    const conversation = await withCase(8.1);
    const before = (await conversation.case('CS0000001')).timeline.length;
    for (const line of ['note cs1 More.', 'attach cs1 https://example.mil/a', 'status cs1', 'escalate cs1']) {
      const refused = refusalOf(await conversation.say('av2-agent', line));
      expect(refused.code).toBe('case-full');
      expect(refusalText(refused)).toMatchObject({
        title: 'CS0000001 is full',
        text: expect.stringContaining('Create a new case, link the two') as string,
      });
    }
    const sent = { case: 'CS0000001', text: 'More.', submitted: 'yes' };
    const form = formOf(await conversation.press('av2-agent', 'case.note', sent));
    expect(form.refused).toContain('CS0000001 is full');
    expect((await conversation.case('CS0000001')).timeline).toHaveLength(before);
  });

  it('can still be viewed, linked, resolved, and closed when it is full, and then stays closed', async () => {
    const conversation = await withCase(8.1);
    for (const line of ['cs1', 'history cs1', 'clocks cs1', 'customer cs1', 'my cases', 'find W25G1V'])
      expect((await conversation.say('av2-agent', line)).kind).toBe('reply');
    expect(shownIn(await conversation.say('av2-agent', 'cs1'))).toContain('This case is full');
    cardOf(await conversation.say('av2-agent', 'link cs1 cs2 Goes on there.'), 'case');
    const resolving = formOf(await conversation.say('av2-agent', 'resolve cs1'));
    cardOf(
      await conversation.send('av2-agent', resolving, { kind: 'other', notes: 'Told when it ships.' }),
      'case',
    );
    const closing = formOf(await conversation.say('av2-agent', 'close cs1'));
    cardOf(await conversation.send('av2-agent', closing, { text: 'It ships on Friday.' }), 'case');
    expect(await conversation.case('CS0000001')).toMatchObject({ state: 'closed', links: ['CS0000002'] });
    expect(refusalOf(await conversation.say('av2-agent', 'reopen cs1 Again.')).code).toBe('case-full');
  });
});
