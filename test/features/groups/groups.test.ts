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

describe('groups', () => {
  it('lists each with its key, level, MSC, BPID and who runs it (AG-1)', async () => {
    const list = cardOf(await new Conversation(registry).say('av2-agent', 'groups'), 'list');
    const row = list.rows.find(({ title }) => title === 'aviation av3');
    expect(row?.subtitle).toBe('av3 · Level 3 · Aviation · BPID BP-av3');
    expect(row?.facts).toContain('Gatekeepers: Av3 Gatekeeper');
    expect(row?.facts).toContain('⚠ No channel is connected.');
  });
});

describe('connecting a channel', () => {
  it.each(['av3-gatekeeper', 'av3-supervisor', 'po-agent'])('is done by %s', async (person) => {
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

  it('is refused to others, who are told who could (AC-2)', async () => {
    const conversation = new Conversation(registry);
    conversation.place = CHANNEL;
    for (const person of ['av3-agent', 'av2-gatekeeper']) {
      const refused = refusalOf(await conversation.say(person, 'connect av3'));
      expect(refused).toMatchObject({ code: 'not-permitted' });
      expect(refused.params['who']).toContain('aviation av3');
    }
    expect(conversation.directories.current().group('av3')?.channel).toBeUndefined();
  });

  it('needs a channel', async () => {
    const conversation = new Conversation(registry);
    for (const line of ['connect av3', 'connect']) {
      expect(refusalOf(await conversation.say('av3-gatekeeper', line)).code).toBe('not-a-channel');
    }
  });

  it('asks which group, and takes an unknown one back into its form', async () => {
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
    expect(faultsOf(unlike)['group']).toBe('There is no group “qqqq”.');
  });
});
