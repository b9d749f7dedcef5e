import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { aCase, details, escalated, opened } from '../../support/cases';
import { cardOf, Conversation, faultsOf, fieldsOf, formOf, refusalOf } from '../../support/conversation';

const registry = registryOf(allCommands);
const waiting = () => aCase(escalated('av3'));

describe('Claiming a case', () => {
  it.each(['claim cs1', 'take CS0000001'])('works by typed line: %s (AS-1)', async (line) => {
    const conversation = new Conversation(registry);
    await conversation.hold(waiting());
    const card = cardOf(await conversation.say('av3-gatekeeper', line), 'case');
    expect(card.case).toMatchObject({ assignee: 'av3-gatekeeper', state: 'in-progress' });
  });

  it('is refused to an agent in Aviation and allowed for one in Distribution (AS-1)', async () => {
    const conversation = new Conversation(registry);
    await conversation.hold(waiting());
    expect(refusalOf(await conversation.say('av3-agent', 'claim cs1')).code).toBe('not-permitted');
    const di = opened('di2', {
      assignee: undefined,
      details: details({ msc: 'distribution', pr: '7000000002' }),
    });
    await conversation.hold(aCase(di));
    expect(cardOf(await conversation.say('di2-agent', 'claim cs2'), 'case').case.assignee).toBe('di2-agent');
  });
});

describe('Assigning a case', () => {
  it('works from the card in the channel with the chosen member (AS-1)', async () => {
    const conversation = new Conversation(registry);
    const number = await conversation.hold(waiting());
    const data = { case: number, version: '2', assignee: 'av3-agent', submitted: 'yes' };
    const card = cardOf(await conversation.press('av3-gatekeeper', 'case.assign', data), 'case');
    expect(card.case.assignee).toBe('av3-agent');
    expect(card.banner?.text).toBe('Assigned to Av3 Agent.');
  });

  it.each(['assign cs1 Av3 Agent', 'assign CS0000001 av3-agent@example.mil', 'assign #1 3 agent'])(
    'works by typed line: %s',
    async (line) => {
      const conversation = new Conversation(registry);
      await conversation.hold(waiting());
      expect(cardOf(await conversation.say('av3-gatekeeper', line), 'case').case.assignee).toBe('av3-agent');
    },
  );

  it('asks for the member if none was chosen or the name is unknown', async () => {
    const conversation = new Conversation(registry);
    const number = await conversation.hold(waiting());
    const form = formOf(await conversation.say('av3-gatekeeper', 'assign cs1'));
    expect(faultsOf(form)).toEqual({});
    expect(
      fieldsOf(form)
        .get('to')
        ?.choices?.map(({ value }) => value),
    ).toContain('av3-other');
    const empty = { case: number, assignee: '', submitted: 'yes' };
    const refused = formOf(await conversation.press('av3-gatekeeper', 'case.assign', empty));
    expect(Object.keys(faultsOf(refused))).toEqual(['to']);
    const unknown = formOf(await conversation.say('av3-gatekeeper', 'assign cs1 Nobody'));
    expect(faultsOf(unknown)['to']).toContain('Nobody');
  });

  it('tells the second of two people who already has the case (AS-1)', async () => {
    const conversation = new Conversation(registry);
    await conversation.hold(waiting());
    await conversation.say('av3-supervisor', 'assign cs1 Av3 Agent');
    const refused = refusalOf(await conversation.say('av3-gatekeeper', 'assign cs1 Av3 Other'));
    expect(refused).toMatchObject({ code: 'already-assigned', params: { assignee: 'Av3 Agent' } });
  });
});

describe('Reassigning a case', () => {
  it('moves it to another group with a reason (AS-3)', async () => {
    const conversation = new Conversation(registry);
    await conversation.hold(aCase());
    const form = formOf(await conversation.say('av2-agent', 'reassign cs1 av2b'));
    expect(fieldsOf(form).get('group')?.value).toBe('av2b');
    const refused = formOf(await conversation.send('av2-agent', form));
    expect(Object.keys(faultsOf(refused))).toEqual(['why']);
    const card = cardOf(await conversation.send('av2-agent', refused, { why: 'Their item' }), 'case');
    expect(card.case.group).toBe('av2b');
    expect(card.case.assignee).toBeUndefined();
    expect(card.banner?.text).toBe('Reassigned to aviation av2b.');
  });

  it('moves it to a person in the group (AS-3)', async () => {
    const conversation = new Conversation(registry);
    await conversation.hold(aCase());
    const form = formOf(await conversation.say('av2-agent', 'reassign cs1'));
    const card = cardOf(
      await conversation.send('av2-agent', form, { person: 'av2-other', why: 'On leave' }),
      'case',
    );
    expect(card.case.assignee).toBe('av2-other');
    expect(card.banner?.text).toBe('Reassigned to Av2 Other, aviation av2.');
  });

  it('offers only groups at its level', async () => {
    const conversation = new Conversation(registry);
    await conversation.hold(aCase());
    const form = formOf(await conversation.say('av2-agent', 'reassign cs1'));
    expect(
      fieldsOf(form)
        .get('group')
        ?.choices?.map(({ value }) => value),
    ).toEqual(['av2', 'av2b', 'di2']);
  });
});
