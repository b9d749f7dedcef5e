import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { aCase } from '../../support/cases';
import { Conversation } from '../../support/conversation';

const registry = registryOf(allCommands);

describe('A line that changes nothing', () => {
  const said = async (line: string) => {
    const conversation = new Conversation(registry);
    await conversation.hold(aCase());
    const outcome = await conversation.say('av2-agent', line);
    expect((await conversation.case('CS0000001')).timeline).toHaveLength(1);
    if (outcome.kind !== 'reply' || outcome.reply.card.card !== 'message') throw new Error('No message');
    return outcome.reply.card;
  };

  it('says so, and leads to the case when the line says not to do something', async () => {
    const { title, buttons } = await said("don't note cs1 vendor called");
    expect(title).toBe('Nothing was done');
    expect(buttons[0]).toEqual({ title: 'Open CS0000001', verb: 'case.show', data: { case: 'CS0000001' } });
  });

  it.each(['delete cs1', 'cancel cs1', 'undo', 'erase everything'])(
    'such as %j says that cases are kept, and what to do instead (RE-1)',
    async (line) => {
      const { title, text, buttons } = await said(line);
      expect(title).toContain("can't be deleted");
      expect(text).toContain('so nothing was changed.');
      expect(buttons.map((each) => each.verb)).toEqual(
        expect.arrayContaining(['case.correct', 'case.reopen']),
      );
    },
  );
});
