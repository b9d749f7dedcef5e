import { refusalText } from '../../../src/cards/shared/refusal-text';
import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import type { CardValue } from '../../../src/cards/shared/card-value';
import { cardOf, Conversation, faultsOf, fieldsOf, formOf, refusalOf } from '../../support/conversation';
import { newCaseInputs } from '../../support/new-case-inputs';

const registry = registryOf(allCommands);
const agentsOf = (conversation: Conversation, key: string) =>
  conversation.directories.current().group(key)?.agents;
const titles = (card: Extract<CardValue, { card: 'message' }>) => card.buttons.map(({ title }) => title);

describe('Joining a group (AC-3)', () => {
  it('asks its gatekeepers, supervisors, and channel, once while the request is open (AC-3)', async () => {
    const conversation = new Conversation(registry);
    const asked = cardOf(await conversation.say('nobody', 'join AV3', 'c1'), 'message');
    expect(asked.title).toBe('You asked to join aviation av3');
    expect(asked.text).toContain('MR1');
    expect(asked.text).toContain('Av3 Gatekeeper');
    expect(conversation.nudged).toEqual(['MR1']);
    const [pending] = await conversation.memberships.pending(10);
    expect(pending?.notifications.map(({ to }) => to)).toEqual([
      { kind: 'person', person: 'av3-gatekeeper' },
      { kind: 'person', person: 'av3-supervisor' },
      { kind: 'person', person: 'analyst' },
      { kind: 'group', group: 'av3' },
    ]);
    // The same activity again gets the same answer; another request is not made.
    expect(cardOf(await conversation.say('nobody', 'join AV3', 'c1'), 'message').title).toBe(asked.title);
    const again = cardOf(await conversation.say('nobody', 'join av3'), 'message');
    expect(again.title).toBe('You already asked to join aviation av3');
    expect(await conversation.memberships.open(['av3'], 10)).toHaveLength(1);
  });

  it('is the only thing open to a person whom only Teams knows (AC-3)', async () => {
    const conversation = new Conversation(registry);
    const denied = refusalOf(await conversation.say('stranger', 'my cases'));
    expect(denied.code).toBe('not-in-directory');
    expect(refusalText(denied).text).toContain('Type join');
    const form = formOf(await conversation.say('stranger', 'join'));
    cardOf(await conversation.send('stranger', form, { group: 'av2' }), 'message');
    const shown = cardOf(await conversation.say('av2-supervisor', 'requests mr1'), 'message');
    expect(shown.title).toBe('MR1: stranger of Teams asks to join aviation av2');
    expect(shown.text).toContain('Not in the directory yet');
    cardOf(await conversation.press('av2-supervisor', 'groups.approve', { request: 'MR1' }), 'message');
    const directory = conversation.directories.current();
    expect(directory.person('stranger')).toEqual({
      id: 'stranger',
      name: 'stranger of Teams',
      email: '',
      roles: [],
    });
    expect(agentsOf(conversation, 'av2')).toContain('stranger');
    cardOf(await conversation.say('stranger', 'my cases'), 'list');
  });

  it('is refused to a member, and an unknown group comes back in the form', async () => {
    const conversation = new Conversation(registry);
    for (const member of ['av3-agent', 'av3-gatekeeper', 'av3-supervisor'])
      expect(refusalOf(await conversation.say(member, 'join av3')).code).toBe('already-member');
    const form = formOf(await conversation.say('nobody', 'join avv3'));
    expect(faultsOf(form)['group']).toContain('Did you mean av3?');
    const choices = fieldsOf(formOf(await conversation.say('av3-agent', 'join'))).get('group')?.choices;
    expect(choices?.map(({ value }) => value)).not.toContain('av3');
    expect(choices?.map(({ value }) => value)).toContain('av2');
  });

  it('asks the program office if the group has no gatekeeper or supervisor (AC-3)', async () => {
    const conversation = new Conversation(registry);
    const { groups } = conversation.directories.current();
    conversation.directories.replaceGroups(
      groups.map((group) => (group.key === 'av3' ? { ...group, gatekeepers: [], supervisors: [] } : group)),
    );
    await conversation.say('nobody', 'join av3');
    const [pending] = await conversation.memberships.pending(10);
    expect(pending?.notifications.map(({ to }) => to)).toContainEqual({ kind: 'person', person: 'po-agent' });
  });
});

describe('Answering a membership request (AC-3)', () => {
  it.each(['av3-gatekeeper', 'av3-supervisor', 'po-agent'])('is allowed for %s (AC-2, AC-3)', async (who) => {
    const conversation = new Conversation(registry);
    await conversation.say('nobody', 'join av3');
    const card = cardOf(await conversation.say(who, 'approve request mr1', 'yes'), 'message');
    expect(card.text).toContain('approved it');
    expect(titles(card)).toEqual([]);
    expect(agentsOf(conversation, 'av3')).toContain('nobody');
    const [pending] = await conversation.memberships.pending(10);
    expect(pending?.notifications.at(-1)).toMatchObject({
      topic: 'answered',
      to: { kind: 'person', person: 'nobody' },
    });
    // The same activity again gets the same answer.
    expect(cardOf(await conversation.say(who, 'approve request mr1', 'yes'), 'message').text).toBe(card.text);
  });

  it('is refused to others with the names of those who can (AC-2, AC-3)', async () => {
    const conversation = new Conversation(registry);
    await conversation.say('nobody', 'join av3');
    for (const who of ['av3-agent', 'av2-gatekeeper', 'nobody'])
      for (const line of [
        'approve request MR1',
        'decline request MR1 no',
        'requests MR1',
        'decline request MR1',
      ]) {
        const refused = refusalOf(await conversation.say(who, line));
        expect(refused.code).toBe('not-permitted');
        expect(refused.params['action']).toBe('Request MR1');
        expect(refused.params['who']).toBe(
          'a gatekeeper or supervisor of aviation av3 (Av3 Gatekeeper, Av3 Supervisor), the business process analyst of Aviation (Analyst), or the program office',
        );
      }
    expect(agentsOf(conversation, 'av3')).not.toContain('nobody');
  });

  it('happens once: of two people at once, one decides and the other sees who did (AC-3)', async () => {
    const conversation = new Conversation(registry);
    await conversation.say('nobody', 'join av3');
    const form = formOf(await conversation.press('av3-supervisor', 'groups.decline', { request: 'MR1' }));
    const outcomes = await Promise.all([
      conversation.press('av3-gatekeeper', 'groups.approve', { request: 'MR1' }),
      conversation.send('av3-supervisor', form, { reason: 'The group is full' }),
    ]);
    expect(cardOf(outcomes[0], 'message').text).toContain('Av3 Gatekeeper approved it');
    expect(formOf(outcomes[1]).refused).toContain('Av3 Gatekeeper approved it');
    const late = refusalOf(await conversation.press('po-agent', 'groups.approve', { request: 'MR1' }));
    expect(refusalText(late).text).toContain('Av3 Gatekeeper approved it');
    const shut = refusalOf(await conversation.press('po-agent', 'groups.decline', { request: 'MR1' }));
    expect(shut.code).toBe('request-answered');
  });

  it('with a decline requires a reason, which the person sees before asking again (AC-3)', async () => {
    const conversation = new Conversation(registry);
    await conversation.say('nobody', 'join av3');
    const form = formOf(await conversation.say('av3-gatekeeper', 'decline request MR1'));
    expect(
      faultsOf(formOf(await conversation.send('av3-gatekeeper', form, { reason: ' ' })))['reason'],
    ).toContain('Say why');
    expect(
      faultsOf(formOf(await conversation.send('av3-gatekeeper', form, { reason: 'a\u0007b' })))['reason'],
    ).toContain('control characters');
    const card = cardOf(await conversation.send('av3-gatekeeper', form, { reason: 'Ask av2' }), 'message');
    expect(card.text).toContain('Reason: Ask av2');
    expect(agentsOf(conversation, 'av3')).not.toContain('nobody');
    const again = cardOf(await conversation.say('nobody', 'join av3'), 'message');
    expect(again.title).toBe('You asked to join aviation av3');
  });

  it("refuses a request that doesn't exist, however its number is written", async () => {
    const conversation = new Conversation(registry);
    for (const line of ['approve request MR7', 'requests 7x', 'decline request 7', 'approve request 7'])
      expect(['no-such-request', 'faulty-fields']).toContain(
        refusalOf(await conversation.say('av3-gatekeeper', line)).code,
      );
  });

  it('asks which request is meant if none is named, offers the open ones, and accepts a bare number (AC-3)', async () => {
    const conversation = new Conversation(registry);
    await conversation.say('nobody', 'join av3');
    const asked = formOf(await conversation.say('av3-gatekeeper', 'approve request'));
    expect(asked.title).toBe('Approve: which request?');
    expect(faultsOf(asked)).toEqual({});
    // It is opened first, so that who asks is seen before they are approved.
    expect(asked.others[0]).toEqual({ title: 'MR1', verb: 'groups.requests', data: { request: 'MR1' } });
    const wrong = formOf(await conversation.say('av3-gatekeeper', 'decline request him'));
    expect(faultsOf(wrong)['request']).toContain('MR12');
    expect(fieldsOf(wrong).get('request')?.value).toBe('him');
    expect(wrong.others[0]).toMatchObject({ verb: 'groups.decline', data: { request: 'MR1' } });
    const declined = await conversation.say('av3-gatekeeper', 'decline request 1 Ask av2 first');
    expect(cardOf(declined, 'message').text).toContain('Reason: Ask av2 first');
    expect(formOf(await conversation.say('av3-gatekeeper', 'approve request')).intro).toContain(
      'None are waiting',
    );
  });

  it('starts from a list of open requests for gatekeepers and supervisors, oldest first (AC-3)', async () => {
    const conversation = new Conversation(registry);
    await conversation.say('nobody', 'join av3');
    conversation.now += 1;
    await conversation.say('av2-agent', 'join av3');
    const list = cardOf(await conversation.say('av3-gatekeeper', 'requests'), 'list');
    expect(list.rows.map(({ title }) => title)).toEqual(['MR1: Nobody', 'MR2: Av2 Agent']);
    expect(list.rows[0]?.button).toMatchObject({ verb: 'groups.requests', data: { request: 'MR1' } });
    const shown = cardOf(
      await conversation.press('av3-gatekeeper', 'groups.requests', { request: 'MR2' }),
      'message',
    );
    expect(titles(shown)).toEqual(['Approve', 'Decline']);
    expect(cardOf(await conversation.say('av2-gatekeeper', 'requests'), 'list').rows).toEqual([]);
    expect(cardOf(await conversation.say('nobody', 'requests'), 'list').empty).toBe(
      "You aren't a gatekeeper or supervisor, so you have no requests to approve.",
    );
  });
});

describe('The primary group (AC-3)', () => {
  it("is one of the person's own groups, first in the list of groups, and the group of a new case (AC-3)", async () => {
    const conversation = new Conversation(registry);
    await conversation.say('av2-agent', 'join av2b');
    await conversation.say('av2b-gatekeeper', 'approve request MR1');
    const before = formOf(await conversation.say('av2-agent', 'new case'));
    expect(fieldsOf(before).get('group')?.value).toBe('');
    const card = cardOf(await conversation.say('av2-agent', 'primary AV2B'), 'message');
    expect(card.title).toBe('aviation av2b is your primary group');
    const list = cardOf(await conversation.say('av2-agent', 'groups'), 'list');
    expect(list.rows.slice(0, 3).map(({ title, facts }) => [title, facts[0]])).toEqual([
      ['aviation av2b', 'Your primary group'],
      ['aviation av2', 'Your group'],
      ['enterprise cic', 'Gatekeepers: Cic Gatekeeper'],
    ]);
    const form = formOf(await conversation.say('av2-agent', 'new case'));
    expect(fieldsOf(form).get('group')?.value).toBe('av2b');
    const made = cardOf(
      await conversation.press('av2-agent', 'case.new', { ...newCaseInputs(), submitted: 'yes' }),
      'case',
    );
    expect(made.case.group).toBe('av2b');
    const other = cardOf(
      await conversation.send('av2-agent', form, {
        ...newCaseInputs(),
        pr: '',
        nsn: '',
        requisition: '',
        group: 'av2',
        acknowledged: 'CS0000001',
      }),
      'case',
    );
    expect(other.case.group).toBe('av2');
  });

  it("can only be one of the person's own groups, and is asked for in a form (AC-3)", async () => {
    const conversation = new Conversation(registry);
    const form = formOf(await conversation.say('av2-agent', 'primary'));
    expect(fieldsOf(form).get('group')?.choices).toEqual([{ title: 'aviation av2', value: 'av2' }]);
    const foreign = formOf(await conversation.send('av2-agent', form, { group: 'av3' }));
    expect(faultsOf(foreign)['group']).toContain('join av3');
    expect(conversation.directories.current().person('av2-agent')?.primary).toBeUndefined();
  });
});
