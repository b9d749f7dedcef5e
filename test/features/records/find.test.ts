import { cardOf, CHANNEL } from '../../support/conversation';
import type { Conversation } from '../../support/conversation';
import { openConversation } from '../../support/open-conversation';
import { ask, site } from '../plans/plan-talk';
import { inChannelOf } from '../reports/report-talk';

async function found(conversation: Conversation, who: string, words: string) {
  const { rows } = cardOf(await conversation.say(who, `find ${words}`), 'list');
  return rows.map(({ title, subtitle }) => [title, subtitle]);
}

describe('The find command', () => {
  it('finds problem reports for their reporter and the program office (AC-6)', async () => {
    const conversation = openConversation();
    await conversation.say('av2-agent', 'report problem My queue was empty.');
    await conversation.say('po-agent', 'answer problem PB1 The index is mended.');
    const row = ['PB0000001', 'Problem report: My queue was empty.'];
    for (const [who, words] of [
      ['av2-agent', 'queue empty'],
      ['po-other', 'mended'],
      ['po-other', 'PB0000001'],
    ] as const)
      expect(await found(conversation, who, words)).toEqual([row]);
    expect(await found(conversation, 'av2-supervisor', 'queue')).toEqual([]);
  });

  it("finds a person's own records among many of others", async () => {
    const conversation = openConversation();
    await conversation.say('av2-agent', 'report problem My queue was empty.');
    for (let nth = 0; nth < 30; nth += 1) await conversation.say('di2-agent', `report problem queue ${nth}`);
    expect(await found(conversation, 'av2-agent', 'queue')).toHaveLength(1);
  });

  it('finds membership requests for the requester and the people who may answer (AC-3)', async () => {
    const conversation = openConversation();
    await conversation.say('di2-agent', 'join av2');
    const row = ['MR1', 'Di2 Agent asks to join aviation av2'];
    for (const who of ['di2-agent', 'av2-gatekeeper'])
      expect(await found(conversation, who, 'di2 av2')).toEqual([row]);
    expect(await found(conversation, 'av2-agent', 'di2 av2')).toEqual([]);
  });

  it('shows in a channel only what everyone there may read', async () => {
    const conversation = openConversation();
    await conversation.say('av2-agent', 'report problem My queue was empty.');
    await conversation.say('di2-agent', 'join av2');
    conversation.place = CHANNEL;
    for (const words of ['queue', 'di2']) expect(await found(conversation, 'po-agent', words)).toEqual([]);
  });

  it('finds action plans for anyone (ME-8)', async () => {
    const talk = await site();
    await ask(talk);
    const rows = await found(talk, 'di2-agent', 'aviation');
    expect(rows).toContainEqual(['AP0000003', expect.stringContaining('Action plan: ')]);
  });

  it('finds report orders only in their own conversation (ME-7)', async () => {
    const conversation = await inChannelOf('av2');
    await conversation.say('av2-gatekeeper', 'report monthly aviation');
    expect(await found(conversation, 'av2-agent', 'monthly aviation')).toEqual([
      ['RO1', 'Monthly report of Aviation'],
    ]);
    conversation.place = openConversation().place;
    expect(await found(conversation, 'av2-gatekeeper', 'monthly aviation')).toEqual([]);
  });

  it('says that other records than cases were found', async () => {
    const conversation = openConversation();
    await conversation.say('av2-agent', 'report problem My queue was empty.');
    const titleOf = async (words: string) =>
      cardOf(await conversation.say('av2-agent', `find ${words}`), 'list').title;
    expect(await titleOf('queue')).toBe('Cases and other records with “queue”');
    expect(await titleOf('pump')).toBe('Cases with “pump”');
  });
});
