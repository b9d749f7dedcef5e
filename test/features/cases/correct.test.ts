import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { aCase, details, opened } from '../../support/cases';
import { cardOf, Conversation, faultsOf, fieldsOf, formOf } from '../../support/conversation';

const registry = registryOf(allCommands);
const quiet = details({ externalContact: false });

async function holding(change = details()): Promise<Conversation> {
  const conversation = new Conversation(registry);
  await conversation.hold(aCase(opened('av2', { details: change })));
  return conversation;
}

describe('correcting a case', () => {
  it('shows the current values in one form, and keeps what was not changed (CA-10)', async () => {
    const conversation = await holding();
    const form = formOf(await conversation.say('av2-agent', 'correct CS0000001'));
    const values = Object.fromEntries([...fieldsOf(form)].map(([id, { value }]) => [id, value]));
    expect(values).toMatchObject({ pr: '7001234567', ipd: '02', externalContact: 'true' });
    const typed = { pr: 'PR-7001239999', why: 'The customer misread it.' };
    const card = cardOf(await conversation.send('av2-agent', form, typed), 'case');
    expect(card.case.timeline.at(-1)).toMatchObject({
      kind: 'case-corrected',
      changes: [{ field: 'pr', from: '7001234567', to: '7001239999' }],
      why: 'The customer misread it.',
    });
  });

  it('asks for the MSC at Level 1 only, and says otherwise whose it is (CA-10, ES-1)', async () => {
    const conversation = await holding();
    const form = formOf(await conversation.say('av2-agent', 'correct CS0000001'));
    expect([...fieldsOf(form).keys()]).not.toContain('msc');
    expect(form.intro).toContain(
      'The MSC, Aviation, is that of aviation av2: to change it, reassign the case (reassign CS0000001).',
    );
    const sent = formOf(await conversation.send('av2-agent', form, { msc: 'distribution', why: 'Theirs.' }));
    expect(sent.refused).toContain('Reassign the case to a group of Distribution');
    await conversation.hold(
      aCase(opened('cic', { assignee: 'cic-agent', details: details({ pr: '7001230000' }) })),
    );
    const atLevel1 = formOf(await conversation.say('cic-agent', 'correct CS0000002'));
    expect(fieldsOf(atLevel1).get('msc')).toMatchObject({
      value: 'aviation',
      choices: [{ value: 'aviation' }, { value: 'distribution' }],
    });
    expect(atLevel1.intro).not.toContain('The MSC');
  });

  it('needs a change and a reason, each said at its field (CA-10)', async () => {
    const conversation = await holding();
    const form = formOf(await conversation.say('av2-agent', 'correct CS0000001'));
    expect(Object.keys(faultsOf(formOf(await conversation.send('av2-agent', form))))).toEqual(['pr', 'why']);
  });

  it('does not take the PR of another open case (CA-10, ES-6)', async () => {
    const conversation = await holding();
    await conversation.hold(aCase(opened('av2', { details: details({ pr: '7000000002' }) })));
    const form = formOf(await conversation.say('av2-agent', 'correct CS0000001'));
    const typed = { pr: 'PR 07000000002', why: 'Misread.' };
    const refused = formOf(await conversation.send('av2-agent', form, typed));
    expect(faultsOf(refused)['pr']).toContain('is open with this PR number');
  });

  it('lets a customer be answered who turned up later (CK-4, CA-10)', async () => {
    const conversation = await holding(quiet);
    const form = formOf(await conversation.say('av2-agent', 'correct CS0000001'));
    const typed = { externalContact: 'true', why: 'The customer wrote today.' };
    await conversation.send('av2-agent', form, typed);
    const interim = formOf(await conversation.say('av2-agent', 'interim CS0000001'));
    const card = cardOf(await conversation.send('av2-agent', interim), 'case');
    expect(card.case.timeline.at(-1)?.kind).toBe('interim-sent');
  });
});
