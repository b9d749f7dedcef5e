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
import { START } from '../../support/site';

const registry = registryOf(allCommands);
const KEY = /ck-[0-9a-f]{16}-[0-9a-f]{64}/;
const OFFICER = 'po-agent';

async function issued(talk: Conversation, system: string): Promise<string> {
  const card = cardOf(await talk.say(OFFICER, `new api key ${system}`), 'message');
  return KEY.exec(card.text)?.[0] ?? '';
}

describe('API keys', () => {
  it.each(['api keys', 'new api key depot', 'new api key', 'revoke api key depot'])(
    'can be used only by the program office: “%s” (AC-2)',
    async (line) => {
      const talk = new Conversation(registry);
      for (const person of ['av2-agent', 'av2-supervisor', 'analyst', 'nobody']) {
        expect(refusalOf(await talk.say(person, line))).toMatchObject({
          code: 'not-permitted',
          params: { who: 'the program office' },
        });
      }
      expect(await talk.apiKeys.list()).toEqual([]);
    },
  );

  it('are shown once when new, and belong to the system', async () => {
    const talk = new Conversation(registry);
    const key = await issued(talk, 'Depot-Orders');
    expect(await talk.apiKeys.systemOf(key, START)).toBe('depot-orders');
    const list = cardOf(await talk.say(OFFICER, 'api keys'), 'list');
    expect(JSON.stringify(list)).not.toContain(key.slice(-64));
    expect(list.rows).toMatchObject([
      {
        title: 'depot-orders',
        subtitle: 'Created 2 Nov 2026, 09:00 EST by Po Agent',
        facts: ['Last used 2 Nov 2026, 09:00 EST'],
      },
    ]);
  });

  it("are removed from the chat once the person confirms they have the key, because no one can delete the bot's messages", async () => {
    const talk = new Conversation(registry);
    const card = cardOf(await talk.say(OFFICER, 'new api key depot'), 'message');
    expect(card.buttons).toEqual([{ title: 'I copied it', verb: 'keys.list', data: {} }]);
    const list = cardOf(await talk.press(OFFICER, 'keys.list'), 'list');
    expect(JSON.stringify(list)).not.toMatch(KEY);
  });

  it("can't be revoked for a system without one, and the form says so at once, at its field", async () => {
    const talk = new Conversation(registry);
    await issued(talk, 'depot');
    expect(faultsOf(formOf(await talk.say(OFFICER, 'revoke api key dpot')))['system']).toContain(
      '“dpot” has no key',
    );
    expect(faultsOf(formOf(await talk.say(OFFICER, 'revoke api key Depot')))).toEqual({});
    expect(faultsOf(formOf(await talk.say(OFFICER, 'revoke api key')))).toEqual({});
  });

  it('are limited to one per system: a second is refused at its field, and the first stays', async () => {
    const talk = new Conversation(registry);
    const key = await issued(talk, 'depot');
    const form = formOf(await talk.say(OFFICER, 'new api key DEPOT'));
    expect(faultsOf(form)['system']).toContain('Revoke it first');
    expect(await talk.apiKeys.systemOf(key, START)).toBe('depot');
  });

  it.each([
    ['x', 'too short'],
    ['x'.repeat(41), 'too long: the limit is said'],
    ['1st', 'a digit first'],
    ['two words', 'a blank'],
    ['<at>x</at>', 'a mention'],
    ['${system}', 'a template'],
    ['\u202edepot', 'a right-to-left mark'],
    ['depot😀', 'an emoji'],
  ])('refuse the system name %j: %s', async (name) => {
    const talk = new Conversation(registry);
    const asked = formOf(await talk.say(OFFICER, 'new api key'));
    const form = formOf(await talk.send(OFFICER, asked, { system: name }));
    expect(faultsOf(form)['system']).toContain('2 to 40 letters');
    expect(fieldsOf(form).get('system')?.value).toBe(name);
    expect(await talk.apiKeys.list()).toEqual([]);
  });

  it('are not shown where others can read them', async () => {
    const talk = new Conversation(registry);
    talk.place = CHANNEL;
    for (const line of ['new api key depot', 'new api key']) {
      expect(refusalOf(await talk.say(OFFICER, line)).code).toBe('not-a-personal-chat');
    }
    expect(await talk.apiKeys.list()).toEqual([]);
  });

  it('are revoked after a confirmation, open nothing from then on, and can be created again', async () => {
    const talk = new Conversation(registry);
    const key = await issued(talk, 'depot');
    const asked = formOf(await talk.say(OFFICER, 'revoke api key Depot'));
    expect(await talk.apiKeys.systemOf(key, START)).toBe('depot');
    const done = cardOf(await talk.send(OFFICER, asked), 'message');
    expect(done.title).toBe('API key of depot revoked');
    expect(await talk.apiKeys.systemOf(key, START)).toBeUndefined();
    const list = cardOf(await talk.say(OFFICER, 'api keys'), 'list');
    expect(list.rows[0]?.facts[1]).toMatch(/^Revoked /);
    const anew = await issued(talk, 'depot');
    expect(await talk.apiKeys.systemOf(key, START)).toBeUndefined();
    expect(await talk.apiKeys.systemOf(anew, START)).toBe('depot');
  });

  it('are not revoked for a system that has none', async () => {
    const talk = new Conversation(registry);
    const asked = formOf(await talk.say(OFFICER, 'revoke api key ghost'));
    expect(faultsOf(formOf(await talk.send(OFFICER, asked, { system: 'ghost' })))['system']).toContain(
      '“ghost” has no key',
    );
  });
});
