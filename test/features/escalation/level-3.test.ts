import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { renderCard } from '../../../src/cards/shared/render';
import { textOf } from '../../support/card-nodes';
import { aCase, escalated } from '../../support/cases';
import { DAY, START } from '../../support/site';
import { cardOf, Conversation, faultsOf, fieldsOf, formOf, refusalOf } from '../../support/conversation';

const registry = registryOf(allCommands);

async function atLevel3() {
  const conversation = new Conversation(registry);
  await conversation.hold(aCase(escalated('av3'), { kind: 'assigned', to: 'av3-agent', how: 'assigned' }));
  return conversation;
}

describe('Referring a case back', () => {
  it('returns it with what is missing, and always names both supervisors (L3-2)', async () => {
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

  it('works in one line that says what is missing', async () => {
    const conversation = await atLevel3();
    const card = cardOf(await conversation.say('av3-agent', 'refer back CS1 the tail number'), 'case');
    expect(card.case.timeline.at(-1)).toMatchObject({ missing: ['the tail number'] });
  });

  it('is allowed only for Level 3', async () => {
    const conversation = await atLevel3();
    const refused = refusalOf(await conversation.say('av2-agent', 'refer back cs1 nothing'));
    expect(refused.code).toBe('not-permitted');
  });
});

describe('A Level 3 response', () => {
  it('returns the case to the person who held it at Level 2 (L3-1, L3-5)', async () => {
    const conversation = await atLevel3();
    const form = formOf(await conversation.press('av3-agent', 'case.respond', { case: 'CS0000001' }));
    const award = { kind: 'award', date: '2026-12-04', text: 'Awarded to the only bidder.' };
    const card = cardOf(await conversation.send('av3-agent', form, award), 'case');
    expect(card.case).toMatchObject({ level: 2, group: 'av2', assignee: 'av2-agent' });
    expect(card.banner?.text).toContain('aviation av2');
  });

  it('with a delay of 45 days or less keeps the case at Level 3 (L3-5)', async () => {
    const conversation = await atLevel3();
    const form = formOf(await conversation.say('av3-agent', 'respond cs1'));
    expect(form.intro).toContain('45');
    const delay = { kind: 'delay', date: '2026-12-04', text: 'Quote expired; solicited again.' };
    const card = cardOf(await conversation.send('av3-agent', form, delay), 'case');
    expect(card.case.level).toBe(3);
    expect(card.banner?.text).toContain('stays with Level 3');
  });

  it('reports a missing kind, date, and text at their fields and keeps what was typed (L3-5)', async () => {
    const conversation = await atLevel3();
    const form = formOf(await conversation.say('av3-agent', 'respond cs1 Some words'));
    expect(fieldsOf(form).get('text')?.value).toBe('Some words');
    const refused = formOf(await conversation.send('av3-agent', form, { kind: 'award', text: '' }));
    expect(Object.keys(faultsOf(refused)).sort()).toEqual(['date', 'text']);
  });

  it.each(['post-award', 'distribution-center'] as const)(
    'to a %s case has its own kinds and dates, each date with its range (L3-5)',
    async (direction) => {
      const conversation = new Conversation(registry);
      const assigned = { kind: 'assigned', to: 'av3-agent', how: 'assigned' } as const;
      await conversation.hold(aCase(escalated('av3', { direction }), assigned));
      conversation.now = START + 2 * DAY;
      const form = formOf(await conversation.say('av3-agent', 'respond cs1 It is on the dock.'));
      const fields = fieldsOf(form);
      expect(fields.get('kind')?.choices?.map(({ value }) => value)).toEqual([
        'information',
        'action-taken',
        'not-possible',
        'delay',
      ]);
      expect(fields.get('date')).toMatchObject({ min: '2026-11-02', max: '2036-11-04' });
      expect(form.intro).not.toContain('45');
      const refused = formOf(await conversation.send('av3-agent', form, { kind: 'action-taken' }));
      expect(Object.keys(faultsOf(refused))).toEqual(['date']);
      expect(fieldsOf(refused).get('text')?.value).toBe('It is on the dock.');
      const early = formOf(
        await conversation.send('av3-agent', refused, { kind: 'delay', date: '2026-11-03' }),
      );
      expect(faultsOf(early)['date']).toContain('Enter a date from Wed 4 Nov 2026 to Tue 4 Nov 2036.');
      const done = { kind: 'action-taken', date: '2026-11-03' };
      const card = cardOf(await conversation.send('av3-agent', early, done), 'case');
      expect(card.case).toMatchObject({ level: 2, assignee: 'av2-agent' });
      expect(textOf(renderCard(card, conversation.context()).content)).toContain('action taken on');
    },
  );

  it('is recorded once if it is sent twice (L3-5, CA-11)', async () => {
    const conversation = new Conversation(registry);
    const assigned = { kind: 'assigned', to: 'av3-agent', how: 'assigned' } as const;
    await conversation.hold(aCase(escalated('av3', { direction: 'post-award' }), assigned));
    const form = formOf(await conversation.say('av3-agent', 'respond cs1'));
    const delay = { kind: 'delay', date: '2026-11-10', text: 'The truck is late.' };
    const card = cardOf(await conversation.send('av3-agent', form, delay), 'case');
    expect(card.case.level).toBe(2);
    await conversation.send('av3-agent', form, delay);
    const { timeline } = await conversation.case('CS0000001');
    expect(timeline.filter(({ kind }) => kind === 'responded')).toHaveLength(1);
  });
});
