import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { aCase, escalated } from '../../support/cases';
import { cardOf, Conversation, faultsOf, fieldsOf, formOf, refusalOf } from '../../support/conversation';

const registry = registryOf(allCommands);

async function atLevel3() {
  const conversation = new Conversation(registry);
  await conversation.hold(aCase(escalated('av3'), { kind: 'assigned', to: 'av3-agent', how: 'assigned' }));
  return conversation;
}

describe('referring back', () => {
  it('gives the case back with what is missing, and always names both supervisors (L3-2)', async () => {
    const conversation = await atLevel3();
    const form = formOf(await conversation.say('av3-agent', 'refer back cs1'));
    expect(form.submit.title).toBe('Refer back');
    expect(Object.keys(faultsOf(formOf(await conversation.send('av3-agent', form))))).toEqual(['missing']);
    const typed = { missing: '- tail number\n- date of need', supervisors: '' };
    const card = cardOf(await conversation.send('av3-agent', form, typed), 'case');
    expect(card.case).toMatchObject({ level: 2, group: 'av2', assignee: 'av2-agent' });
    expect(card.case.timeline.at(-1)).toMatchObject({
      kind: 'referred-back',
      missing: ['tail number', 'date of need'],
      supervisors: ['av2-supervisor', 'av3-supervisor'],
    });
  });

  it('is done by one line where it says what is missing', async () => {
    const conversation = await atLevel3();
    const card = cardOf(await conversation.say('av3-agent', 'refer back CS1 the tail number'), 'case');
    expect(card.case.timeline.at(-1)).toMatchObject({ missing: ['the tail number'] });
  });

  it('is Level 3’s to do', async () => {
    const conversation = await atLevel3();
    const refused = refusalOf(await conversation.say('av2-agent', 'refer back cs1 nothing'));
    expect(refused.code).toBe('not-permitted');
  });
});

describe('responding', () => {
  it('returns the case to who held it at Level 2 (L3-1, L3-5)', async () => {
    const conversation = await atLevel3();
    const form = formOf(await conversation.press('av3-agent', 'case.respond', { case: 'CS0000001' }));
    const award = { kind: 'award', date: '2026-12-04', text: 'Awarded to the only bidder.' };
    const card = cardOf(await conversation.send('av3-agent', form, award), 'case');
    expect(card.case).toMatchObject({ level: 2, group: 'av2', assignee: 'av2-agent' });
    expect(card.banner?.text).toContain('aviation av2');
  });

  it('keeps a delay of 45 days or less with Level 3 (L3-5)', async () => {
    const conversation = await atLevel3();
    const form = formOf(await conversation.say('av3-agent', 'respond cs1'));
    expect(form.intro).toContain('45');
    const delay = { kind: 'delay', date: '2026-12-04', text: 'Quote expired; solicited again.' };
    const card = cardOf(await conversation.send('av3-agent', form, delay), 'case');
    expect(card.case.level).toBe(3);
    expect(card.banner?.text).toContain('stays with Level 3');
  });

  it('names a missing kind, date and text at their fields and keeps what was typed (L3-5)', async () => {
    const conversation = await atLevel3();
    const form = formOf(await conversation.say('av3-agent', 'respond cs1 Some words'));
    expect(fieldsOf(form).get('text')?.value).toBe('Some words');
    const refused = formOf(await conversation.send('av3-agent', form, { kind: 'award', text: '' }));
    expect(Object.keys(faultsOf(refused)).sort()).toEqual(['date', 'text']);
  });
});
