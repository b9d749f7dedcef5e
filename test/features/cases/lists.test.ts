import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { aCase, details, escalated, opened } from '../../support/cases';
import { cardOf, Conversation, fieldsOf, formOf, refusalOf } from '../../support/conversation';
import { DAY } from '../../support/site';

const registry = registryOf(allCommands);
const ofPr = (pr: string) => details({ pr });
const numbersOf = (rows: readonly { readonly button?: { readonly data: object } }[]) =>
  rows.map(({ button }) => (button?.data as { case: string }).case);

describe('The lists of cases', () => {
  it('show in "my cases" the open ones that the person holds, each with what is due next', async () => {
    const conversation = new Conversation(registry);
    const mine = await conversation.hold(aCase());
    await conversation.hold(aCase(opened('av2', { assignee: 'av2-other', details: ofPr('7000000002') })));
    const list = cardOf(await conversation.say('av2-agent', 'my cases'), 'list');
    expect(numbersOf(list.rows)).toEqual([mine]);
    expect(list.rows[0]?.title).toBe('CS0000001 · Order status');
    expect(list.rows[0]?.facts).toContain('In progress, Level 2, high priority');
    expect(list.rows[0]?.facts.join()).toMatch(/due in \d+(\.\d)? business days?/);
    expect(list.rows[0]?.tone).toBe('plain');
  });

  it('mark a case whose clock warns and one whose clock is missed (CK-11)', async () => {
    const conversation = new Conversation(registry);
    await conversation.hold(aCase());
    conversation.now += 1.6 * DAY;
    expect(cardOf(await conversation.say('av2-agent', 'my cases'), 'list').rows[0]?.tone).toBe('warning');
    conversation.now += DAY;
    const [row] = cardOf(await conversation.say('av2-agent', 'my cases'), 'list').rows;
    expect(row?.tone).toBe('attention');
    expect(row?.facts.join()).toContain('missed by');
  });

  it('say when there is nothing to show', async () => {
    const list = cardOf(await new Conversation(registry).say('av2-agent', 'my cases'), 'list');
    expect(list.rows).toEqual([]);
    expect(list.empty).not.toBe('');
  });

  it('show in "queue" unassigned cases first, for the person\'s groups or the group named', async () => {
    const conversation = new Conversation(registry);
    const held = await conversation.hold(aCase());
    const waiting = await conversation.hold(
      aCase(opened('av2', { assignee: undefined, details: ofPr('7000000002') })),
    );
    const atLevel3 = await conversation.hold(
      aCase(opened('av2', { details: ofPr('7000000003') }), escalated('av3')),
    );
    expect(numbersOf(cardOf(await conversation.say('av2-other', 'queue'), 'list').rows)).toEqual([
      waiting,
      held,
    ]);
    expect(numbersOf(cardOf(await conversation.say('av2-other', 'queue AV3'), 'list').rows)).toEqual([
      atLevel3,
    ]);
  });

  it('suggest the closest group when "queue" names an unknown one', async () => {
    const refused = refusalOf(await new Conversation(registry).say('av2-other', 'queue avv3'));
    expect(refused).toMatchObject({ code: 'no-such-group', params: { group: 'avv3', nearest: 'av3' } });
  });

  it('show ten cases and say that there are more', async () => {
    const conversation = new Conversation(registry);
    for (let made = 0; made < 12; made += 1) {
      await conversation.hold(aCase(opened('av2', { details: ofPr(`700000${1000 + made}`) })));
    }
    const list = cardOf(await conversation.say('av2-agent', 'my cases'), 'list');
    expect(list.rows).toHaveLength(10);
    expect(list.more).toContain('10');
  });

  it('search by words in "find", ask for them if there are none, and keep hostile words as text', async () => {
    const conversation = new Conversation(registry);
    const number = await conversation.hold(aCase());
    expect(numbersOf(cardOf(await conversation.say('cic-agent', 'find o-ring w25g1v'), 'list').rows)).toEqual(
      [number],
    );
    expect(fieldsOf(formOf(await conversation.say('cic-agent', 'find'))).has('words')).toBe(true);
    expect(cardOf(await conversation.say('cic-agent', 'find ${x} <at>y</at>'), 'list').rows).toEqual([]);
  });

  it('cut a long description between characters', async () => {
    const conversation = new Conversation(registry);
    const description = '👩‍🔧'.repeat(300);
    await conversation.hold(aCase(opened('av2', { details: details({ description }) })));
    const [row] = cardOf(await conversation.say('av2-agent', 'my cases'), 'list').rows;
    expect(row?.subtitle).toBe(`${'👩‍🔧'.repeat(119)}…`);
  });
});
