import { refusalText } from '../../../src/cards/shared/refusal-text';
import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import type { CardValue } from '../../../src/cards/shared/card-value';
import { cardOf, Conversation, faultsOf, fieldsOf, formOf, refusalOf } from '../../support/conversation';

const registry = registryOf(allCommands);
const talk = () => new Conversation(registry);
const group = (conversation: Conversation, key = 'av2') => conversation.directories.current().group(key);
type Listed = Extract<CardValue, { card: 'list' }>;
const buttons = ({ buttons: all }: Listed) => all.map(({ title }) => title);
const who = 'the business process analyst of Aviation (Analyst) or the program office';

describe('The members of a group (AC-5)', () => {
  it('can be seen by everyone, gatekeepers first, with who can change them (AC-5)', async () => {
    const card = cardOf(await talk().say('cic-agent', 'members av2'), 'list');
    expect(card.rows.map(({ title, subtitle }) => `${title}: ${subtitle}`)).toEqual([
      'Av2 Gatekeeper: Gatekeeper',
      'Av2 Supervisor: Supervisor',
      'Av2 Agent: Agent',
      'Av2 Other: Agent',
    ]);
    expect(card.intro).toContain(`by ${who}`);
    expect(buttons(card)).toEqual([]);
  });

  it.each(['analyst', 'po-agent'])('have buttons for %s (AC-5)', async (by) => {
    const card = cardOf(await talk().say(by, 'members AV2'), 'list');
    expect(buttons(card)).toEqual(['Add member', 'Change role', 'Remove member']);
    expect(buttons(cardOf(await talk().say(by, 'members cic'), 'list')).length).toBe(
      by === 'analyst' ? 0 : 3,
    );
  });

  it("are shown in pages if a card can't hold them all (AC-5)", async () => {
    const conversation = talk();
    const people = Array.from({ length: 12 }, (_, index) => `po-${index}`);
    const { groups } = conversation.directories.current();
    conversation.directories.replaceGroups(
      groups.map((each) => (each.key === 'av2' ? { ...each, agents: people } : each)),
    );
    const first = cardOf(await conversation.say('cic-agent', 'members av2'), 'list');
    expect(first.intro).toContain('1 to 10 of 14');
    const [more] = first.buttons;
    const rest = cardOf(await conversation.press('cic-agent', more!.verb, more!.data), 'list');
    expect(rest.rows).toHaveLength(4);
    expect(rest.intro).toContain('11 to 14 of 14');
    expect(buttons(rest)).toEqual([]);
  });

  it('require a group if the line names none, and an unknown group gets the closest one as a suggestion', async () => {
    expect(fieldsOf(formOf(await talk().say('cic-agent', 'members'))).get('group')?.choices).toHaveLength(8);
    expect(faultsOf(formOf(await talk().say('cic-agent', 'members avv3')))['group']).toContain('av3');
  });
});

describe.each([
  ['add member', 'groups.add-member', { person: 'nobody', role: 'agent' }],
  ['change role', 'groups.change-role', { person: 'av2-agent', role: 'gatekeeper' }],
  ['remove member', 'groups.remove-member', { person: 'av2-agent', cases: 'leave' }],
])('The command %s (AC-5)', (line, verb, typed) => {
  it.each(['av2-gatekeeper', 'av2-supervisor', 'av2-agent', 'di2-gatekeeper', 'nobody'])(
    'is refused to %s with the names of those who can, even in a sent form (AC-5)',
    async (by) => {
      const conversation = talk();
      const refused = refusalOf(await conversation.say(by, `${line} av2`));
      expect(refusalText(refused).text).toContain(`Ask ${who} to do it`);
      await conversation.press(by, verb, { ...typed, group: 'av2', why: 'Reorganized', submitted: 'yes' });
      expect(conversation.directories.timeline('av2')).toEqual([]);
      expect(refusalOf(await conversation.say(by, line)).code).toBe('not-permitted');
    },
  );

  it('offers an analyst only groups in their MSC, and the program office any group (AC-5)', async () => {
    const choices = async (by: string) =>
      fieldsOf(formOf(await talk().say(by, line)))
        .get('group')
        ?.choices?.map(({ value }) => value);
    expect(await choices('analyst')).toEqual(['av2', 'av2b', 'av3', 'av3b']);
    expect(await choices('po-agent')).toHaveLength(8);
  });

  it('requires a reason, and keeps what was typed (AC-5)', async () => {
    const conversation = talk();
    const form = formOf(await conversation.say('analyst', `${line} av2`));
    const again = formOf(await conversation.send('analyst', form, typed));
    expect(faultsOf(again)['why']).toContain('Explain why');
    expect(fieldsOf(again).get('person')?.value).toBe(typed.person);
    expect(conversation.directories.timeline('av2')).toEqual([]);
  });

  it("is recorded in the group's history with who, when, and why (AC-5)", async () => {
    const conversation = talk();
    const form = formOf(await conversation.say('analyst', `${line} av2`));
    const typedAll = { ...typed, why: 'Asked for by the branch chief' };
    const done = await conversation.send('analyst', form, typedAll, 'once');
    expect(cardOf(done, 'message').tone).toBe('good');
    await conversation.send('analyst', form, typedAll, 'once');
    const card = cardOf(await conversation.say('cic-agent', 'group history AV2'), 'list');
    expect(card.rows).toHaveLength(1);
    expect(card.rows[0]?.subtitle).toBe('Asked for by the branch chief');
    expect(card.rows[0]?.facts.slice(0, 2)).toEqual(['Analyst', '2 Nov 2026, 09:00 EST']);
    expect(buttons(cardOf(await conversation.say('cic-agent', 'members av2'), 'list'))).toEqual([
      'Group history',
    ]);
  });
});

describe('A membership change (AC-5)', () => {
  it('finds the person by the email address in the line, and they can work there at once (AC-5)', async () => {
    const conversation = talk();
    const form = formOf(await conversation.say('analyst', 'add member av2 nobody@example.mil'));
    expect(fieldsOf(form).get('person')?.value).toBe('nobody');
    const card = cardOf(
      await conversation.send('analyst', form, { role: 'gatekeeper', why: 'Relief' }),
      'message',
    );
    expect(card.title).toBe('Nobody is now gatekeeper of aviation av2');
    expect(group(conversation)?.gatekeepers).toEqual(['av2-gatekeeper', 'nobody']);
  });

  it("leaves a person who isn't in the directory in the field, and says what to do (AC-5)", async () => {
    const conversation = talk();
    const form = formOf(await conversation.say('analyst', 'add member av2 kim@example.mil'));
    const again = formOf(await conversation.send('analyst', form, { role: 'agent', why: 'Reorganized' }));
    expect(faultsOf(again)['person']).toContain('have them type join');
    expect(fieldsOf(again).get('person')?.value).toBe('kim@example.mil');
  });

  it('by two people who remove each other counts for the first, so a gatekeeper remains (AC-7)', async () => {
    const conversation = talk();
    const { groups } = conversation.directories.current();
    conversation.directories.replaceGroups(
      groups.map((each) =>
        each.key === 'av2' ? { ...each, gatekeepers: ['av2-gatekeeper', 'av2-other'] } : each,
      ),
    );
    const form = formOf(await conversation.say('analyst', 'remove member av2'));
    const outcomes = await Promise.all(
      ['av2-gatekeeper', 'av2-other'].map((person) =>
        conversation.send('analyst', form, { person, cases: 'leave', why: 'Reorganized' }),
      ),
    );
    expect(outcomes.map((outcome) => outcome.kind === 'reply' && outcome.reply.card.card)).toEqual([
      'message',
      'form',
    ]);
    expect(faultsOf(formOf(outcomes[1]!))['person']).toContain('is the only gatekeeper');
  });

  it('is also recorded in the history, once, when a request is approved (AC-3, AC-5)', async () => {
    const conversation = talk();
    await conversation.say('nobody', 'join av2');
    await conversation.say('av2-gatekeeper', 'approve request mr1', 'yes');
    await conversation.say('av2-gatekeeper', 'approve request mr1', 'yes');
    const card = cardOf(await conversation.say('nobody', 'group history av2'), 'list');
    expect(card.rows.map(({ title }) => title)).toEqual(['Nobody: added as agent']);
  });
});

describe('An analyst (AC-5)', () => {
  it('gets a request for a group in their MSC, sees it in the list, and can approve it (AC-5)', async () => {
    const conversation = talk();
    await conversation.say('nobody', 'join av3');
    await conversation.say('nobody', 'join di2');
    const pending = await conversation.memberships.pending(10);
    const told = pending.map(({ notifications }) =>
      notifications.some(({ to }) => to.kind === 'person' && to.person === 'analyst'),
    );
    expect(told).toEqual([true, false]);
    const list = cardOf(await conversation.say('analyst', 'requests'), 'list');
    expect(list.rows.map(({ title }) => title)).toEqual(['MR1: Nobody']);
    const done = cardOf(await conversation.say('analyst', 'approve request MR1'), 'message');
    expect(done.text).toContain('Analyst approved it');
    expect(group(conversation, 'av3')?.agents).toContain('nobody');
    expect(refusalOf(await conversation.say('analyst', 'approve request MR2')).code).toBe('not-permitted');
  });
});
