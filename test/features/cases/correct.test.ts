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

describe('Correcting a case', () => {
  it('shows the current values in one form, and keeps unchanged values (CA-10)', async () => {
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

  it.each([
    ['ipd 03 the customer said so', { ipd: '03', why: 'the customer said so' }],
    ['pr 7000000099', { pr: '7000000099' }],
    ['pr to 7000000099, ipd: 3 misread', { pr: '7000000099', ipd: '3', why: 'misread' }],
    ['requisition W25G1U63210009 typo', { requisition: 'W25G1U63210009', why: 'typo' }],
    ['nsn 5331-00-618-5362', { nsn: '5331-00-618-5362' }],
    ['reason backorder the vendor said so', { reason: 'backorder', why: 'the vendor said so' }],
    ['reason proof of delivery request', { reason: 'proof-of-delivery' }],
    ['reason the weather', { why: 'the weather' }],
    ['the pr was misread', { why: 'the pr was misread' }],
  ])('keeps what was typed: %j (CA-10)', async (said, values) => {
    const conversation = await holding();
    const form = formOf(await conversation.say('av2-agent', `correct cs1 ${said}`));
    const shown = Object.fromEntries([...fieldsOf(form)].map(([id, { value }]) => [id, value]));
    const before = formOf(await conversation.say('av2-agent', 'correct cs1'));
    const kept = Object.fromEntries([...fieldsOf(before)].map(([id, { value }]) => [id, value]));
    expect(shown).toEqual({ ...kept, ...values });
    expect((await conversation.case('CS0000001')).timeline).toHaveLength(1);
  });

  it('says once, at the reason, that nothing has changed, and reports only an invalid value if there is one (CA-10)', async () => {
    const conversation = await holding();
    const form = formOf(await conversation.say('av2-agent', 'correct cs1'));
    const faults = async (typed: Record<string, string>) =>
      faultsOf(formOf(await conversation.send('av2-agent', form, typed)));
    const nothing = { why: "Nothing has changed. Correct what's wrong above, or go back." };
    expect(await faults({ why: 'Misread.' })).toEqual(nothing);
    expect(await faults({ why: '' })).toEqual(nothing);
    expect(Object.keys(await faults({ why: 'Misread.', requisition: 'x' }))).toEqual(['requisition']);
  });

  it('offers the MSC only at Level 1, and otherwise says who decides it (CA-10, ES-1)', async () => {
    const conversation = await holding();
    const form = formOf(await conversation.say('av2-agent', 'correct CS0000001'));
    expect([...fieldsOf(form).keys()]).not.toContain('msc');
    expect(form.intro).toContain(
      'The MSC, Aviation, comes from aviation av2. To change it, reassign the case (reassign CS0000001).',
    );
    const sent = formOf(await conversation.send('av2-agent', form, { msc: 'distribution', why: 'Theirs.' }));
    expect(sent.refused).toContain('Reassign the case to a group in Distribution');
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

  it('requires a reason (CA-10)', async () => {
    const conversation = await holding();
    const form = formOf(await conversation.say('av2-agent', 'correct CS0000001'));
    const sent = formOf(await conversation.send('av2-agent', form, { requisition: 'W25G1U63210009' }));
    expect(faultsOf(sent)).toEqual({ why: "Explain why you're correcting it." });
  });

  it('refuses the PR of another open case (CA-10, ES-6)', async () => {
    const conversation = await holding();
    await conversation.hold(aCase(opened('av2', { details: details({ pr: '7000000002' }) })));
    const form = formOf(await conversation.say('av2-agent', 'correct CS0000001'));
    const typed = { pr: 'PR 07000000002', why: 'Misread.' };
    const refused = formOf(await conversation.send('av2-agent', form, typed));
    expect(faultsOf(refused)['pr']).toContain('is open with this PR number');
  });

  it('allows a message to a customer who is added later (CK-4, CA-10)', async () => {
    const conversation = await holding(quiet);
    const form = formOf(await conversation.say('av2-agent', 'correct CS0000001'));
    const typed = { externalContact: 'true', why: 'The customer wrote today.' };
    await conversation.send('av2-agent', form, typed);
    const interim = formOf(await conversation.say('av2-agent', 'interim CS0000001'));
    const card = cardOf(await conversation.send('av2-agent', interim), 'case');
    expect(card.case.timeline.at(-1)?.kind).toBe('interim-sent');
  });
});
