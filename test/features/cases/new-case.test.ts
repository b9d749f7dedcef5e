import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { cardOf, Conversation, faultsOf, fieldsOf, formOf, refusalOf } from '../../support/conversation';
import { HOSTILE_TEXTS, newCaseInputs } from '../../support/new-case-inputs';

const registry = registryOf(allCommands);

async function opened(conversation: Conversation, person = 'av2-agent') {
  return formOf(await conversation.say(person, 'new case'));
}

describe('A new case', () => {
  it('has a labeled field for everything that is captured (AC-1, CA-2, CA-5, CA-8, CA-9)', async () => {
    const form = await opened(new Conversation(registry));
    expect([...fieldsOf(form).values()].map(({ label }) => label)).toEqual([
      'Known customer',
      'Account',
      'Contact name',
      'Contact email',
      'Contact phone',
      'How the customer contacted us',
      'Is the customer waiting for an answer?',
      'MSC',
      'IPD',
      'Priority',
      'NSN',
      'PR number',
      'Requisition number',
      'Reason',
      'Description',
      'Problem notes',
    ]);
    expect(form.submit.title).toBe('Create case');
    expect(form.refused).toBeUndefined();
    expect(faultsOf(form)).toEqual({});
    expect(fieldsOf(form).get('msc')?.value).toBe('aviation');
  });

  it('shows the self-help resources before it is created (CA-4)', async () => {
    const form = await opened(new Conversation(registry));
    expect(form.selfHelp?.map(({ title }) => title)).toContain('FedMall');
  });

  it('uses the text after the command as the description', async () => {
    const form = formOf(await new Conversation(registry).say('av2-agent', 'new case Where is my pump?'));
    expect(fieldsOf(form).get('description')?.value).toBe('Where is my pump?');
  });

  it('is created with a number and shown on its card (CA-1, CA-7)', async () => {
    const conversation = new Conversation(registry);
    const form = await opened(conversation);
    const card = cardOf(await conversation.send('av2-agent', form, newCaseInputs()), 'case');
    expect(card.case).toMatchObject({
      number: 'CS0000001',
      level: 2,
      group: 'av2',
      origin: 'level-2',
      assignee: 'av2-agent',
      details: { nsn: '5331-00-618-5361', ipd: 2, account: { kind: 'DoDAAC', code: 'W25G1V' } },
    });
    expect(card.banner?.text).toBe('CS0000001 was created.');
    expect(conversation.nudged).toEqual(['CS0000001']);
  });

  it('is validated all at once, with each fault at its field and nothing typed lost (ES-9)', async () => {
    const conversation = new Conversation(registry);
    const typed = newCaseInputs({
      account: '??',
      contactName: '',
      contactEmail: 'no address',
      ipd: '16',
      nsn: '12',
      reason: '',
      problemNotes: '',
    });
    const form = formOf(await conversation.send('av2-agent', await opened(conversation), typed));
    expect(Object.keys(faultsOf(form))).toEqual([
      'account',
      'contactName',
      'contactEmail',
      'ipd',
      'nsn',
      'reason',
      'problemNotes',
    ]);
    expect(form.refused).not.toBe('');
    for (const [id, value] of Object.entries(typed)) expect(fieldsOf(form).get(id)?.value).toBe(value);
    expect(await conversation.cases.get('CS0000001')).toBeUndefined();
  });

  it('shows similar open cases, and is created only once the agent has seen them (CA-3)', async () => {
    const conversation = new Conversation(registry);
    const form = await opened(conversation);
    await conversation.send('av2-agent', form, newCaseInputs());
    const other = newCaseInputs({ pr: '7009999999', description: 'Asked again' });
    const again = formOf(await conversation.send('av2-agent', form, other));
    expect(again.similar?.map(({ title }) => title)).toEqual([expect.stringContaining('CS0000001')]);
    expect(again.submit.title).toBe('Create anyway');
    expect(fieldsOf(again).get('description')?.value).toBe('Asked again');
    const card = cardOf(await conversation.send('av2-agent', again), 'case');
    expect(card.case.number).toBe('CS0000002');
    expect(card.case.timeline[0]).toMatchObject({ kind: 'opened', linkedTo: ['CS0000001'] });
  });

  it.each(['PR7001234567', '07001234567', ' pr 700-123-4567', '7001234567'])(
    'with the PR number %j of an open case is refused, in any spelling (ES-6)',
    async (pr) => {
      const conversation = new Conversation(registry);
      const form = await opened(conversation);
      await conversation.send('av2-agent', form, newCaseInputs({ pr: 'PR 7001234567' }));
      const refused = formOf(await conversation.send('av2-agent', form, newCaseInputs({ pr })));
      expect(faultsOf(refused)['pr']).toContain('CS0000001');
    },
  );

  it("with a PR number that doesn't have the policy's form is refused at its field (ES-6)", async () => {
    const conversation = new Conversation(registry);
    const form = await opened(conversation);
    const sent = await conversation.send('av2-agent', form, newCaseInputs({ pr: '7001234567A' }));
    expect(faultsOf(formOf(sent))['pr']).toBe(
      '"7001234567A" isn\'t a valid PR number. Enter 8 to 10 digits.',
    );
  });

  it('is dropped by Cancel, and nothing is saved', async () => {
    const conversation = new Conversation(registry);
    const [cancel] = (await opened(conversation)).others;
    const left = cardOf(await conversation.press('av2-agent', cancel?.verb ?? ''), 'message');
    expect(left.text).toBe('Nothing was saved.');
    expect(left.buttons.map(({ title }) => title)).toContain('New case');
  });

  it('shows similar cases again if they differ from those already seen (CA-3)', async () => {
    const conversation = new Conversation(registry);
    const form = await opened(conversation);
    const none = { nsn: '', requisition: '' };
    await conversation.send('av2-agent', form, newCaseInputs({ ...none, pr: '7001111111' }));
    await conversation.send('av2-agent', form, newCaseInputs({ pr: '', requisition: 'W25G1V63210002' }));
    const asked = newCaseInputs({ ...none, pr: '7001111111' });
    const first = await conversation.send('av2-agent', await opened(conversation), asked);
    const changed = { nsn: '5331006185361', pr: '' };
    const second = formOf(await conversation.send('av2-agent', formOf(first), changed));
    expect(second.similar?.map(({ title }) => title)).toEqual([expect.stringContaining('CS0000002')]);
  });

  it('is refused at the PR number if another open case has it, with no option to create it anyway (ES-6)', async () => {
    const conversation = new Conversation(registry);
    const form = await opened(conversation);
    await conversation.send('av2-agent', form, newCaseInputs());
    const refused = formOf(await conversation.send('av2-agent', await opened(conversation), newCaseInputs()));
    expect(refused.submit.title).toBe('Create case');
    expect(faultsOf(refused)['pr']).toContain('CS0000001');
    expect(fieldsOf(refused).get('description')?.value).toBe('When does the O-ring ship?');
  });

  it('is created once if its activity comes twice', async () => {
    const conversation = new Conversation(registry);
    const form = await opened(conversation);
    for (const inputs of [newCaseInputs(), newCaseInputs()]) {
      const card = cardOf(await conversation.send('av2-agent', form, inputs, 'activity-1'), 'case');
      expect(card.case.number).toBe('CS0000001');
    }
    const unlike = newCaseInputs({ nsn: '', pr: '', requisition: '' });
    for (const inputs of [unlike, unlike]) {
      const card = cardOf(await conversation.send('av2-agent', form, inputs, 'activity-2'), 'case');
      expect(card.case.number).toBe('CS0000002');
    }
  });

  it('is refused to Level 3 with the names of those who can create it (CA-1)', async () => {
    const conversation = new Conversation(registry);
    expect(refusalOf(await conversation.say('av3-agent', 'new case')).code).toBe('not-permitted');
    const sent = await conversation.press('av3-agent', 'case.new', { ...newCaseInputs(), submitted: 'yes' });
    expect(formOf(sent).refused).toContain('Create case');
    expect(await conversation.cases.get('CS0000001')).toBeUndefined();
  });

  it('at Level 1 may state the problem in the description only (CA-2)', async () => {
    const conversation = new Conversation(registry);
    const form = await opened(conversation, 'cic-agent');
    expect(fieldsOf(form).get('problemNotes')?.required).toBe(false);
    const card = cardOf(
      await conversation.send('cic-agent', form, newCaseInputs({ problemNotes: '' })),
      'case',
    );
    expect(card.case).toMatchObject({ level: 1, group: 'cic', origin: 'level-1' });
  });

  it.each(HOSTILE_TEXTS)('keeps %j as text', async (text) => {
    const conversation = new Conversation(registry);
    const form = await opened(conversation);
    const inputs = newCaseInputs({ description: text, contactName: text });
    const card = cardOf(await conversation.send('av2-agent', form, inputs), 'case');
    expect(card.case.details).toMatchObject({ description: text, contact: { name: text } });
  });

  it('refuses a text that is too long or an unknown choice at its field, and keeps it', async () => {
    const conversation = new Conversation(registry);
    const long = 'x'.repeat(5_000);
    const inputs = newCaseInputs({ description: long, contactName: long, msc: long, reason: '__proto__' });
    const form = formOf(await conversation.send('av2-agent', await opened(conversation), inputs));
    expect(Object.keys(faultsOf(form)).sort()).toEqual(['contactName', 'description', 'msc', 'reason']);
    expect(fieldsOf(form).get('description')?.value).toBe(long);
  });
});
