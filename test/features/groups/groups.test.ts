import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import {
  cardOf,
  CHANNEL,
  Conversation,
  faultsOf,
  fieldsOf,
  formOf,
  refusalOf,
} from '../../support/conversation';

const registry = registryOf(allCommands);

describe('The list of groups', () => {
  it("shows each one's key, level, MSC, BPID, gatekeepers, and supervisors (AG-1)", async () => {
    const list = cardOf(await new Conversation(registry).say('av2-agent', 'groups'), 'list');
    const row = list.rows.find(({ title }) => title === 'aviation av3');
    expect(row?.subtitle).toBe('av3 · Level 3 · Aviation · BPID BP-av3');
    expect(row?.facts).toContain('Gatekeepers: Av3 Gatekeeper');
    expect(row?.facts).toContain('⚠ No channel is connected.');
  });
});

describe('Connecting a channel', () => {
  it.each(['av3-gatekeeper', 'av3-supervisor', 'po-agent'])('is allowed for %s', async (person) => {
    const conversation = new Conversation(registry);
    conversation.place = CHANNEL;
    const card = cardOf(await conversation.say(person, 'connect AV3'), 'message');
    expect(card.title).toBe('Connected to aviation av3');
    expect(conversation.directories.current().group('av3')?.channel).toEqual({
      conversationId: '19:channel@thread.tacv2',
      serviceUrl: 'http://127.0.0.1:1/',
      tenantId: 'tenant',
    });
  });

  it('is refused to others with the names of those who can (AC-2)', async () => {
    const conversation = new Conversation(registry);
    conversation.place = CHANNEL;
    for (const person of ['av3-agent', 'av2-gatekeeper']) {
      const refused = refusalOf(await conversation.say(person, 'connect av3'));
      expect(refused).toMatchObject({ code: 'not-permitted' });
      expect(refused.params['who']).toContain('aviation av3');
    }
    expect(conversation.directories.current().group('av3')?.channel).toBeUndefined();
  });

  it('is possible only in a channel', async () => {
    const conversation = new Conversation(registry);
    for (const line of ['connect av3', 'connect']) {
      expect(refusalOf(await conversation.say('av3-gatekeeper', line)).code).toBe('not-a-channel');
    }
  });

  it('asks which group, and returns an unknown one in its form', async () => {
    const conversation = new Conversation(registry);
    conversation.place = CHANNEL;
    const form = formOf(await conversation.say('av3-gatekeeper', 'connect'));
    expect(
      fieldsOf(form)
        .get('group')
        ?.choices?.map(({ value }) => value),
    ).toEqual(['av3']);
    const unknown = formOf(await conversation.say('av3-gatekeeper', 'connect avv3'));
    expect(faultsOf(unknown)['group']).toContain('Did you mean av3?');
    const unlike = formOf(await conversation.say('av3-gatekeeper', 'connect qqqq'));
    expect(faultsOf(unlike)['group']).toBe("Group “qqqq” wasn't found.");
  });
});
