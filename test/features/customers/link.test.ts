import { renderCard } from '../../../src/cards/shared/render';
import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { aCase, details, opened, type Happened } from '../../support/cases';
import { textOf } from '../../support/card-nodes';
import { cardOf, Conversation, faultsOf, fieldsOf, formOf, refusalOf } from '../../support/conversation';
import { HOSTILE_TEXTS } from '../../support/new-case-inputs';
import { aWorld } from '../../support/site';

const registry = registryOf(allCommands);
const ONE = 'CS0000001';
const TWO = 'CS0000002';

async function withTwo(...more: readonly Happened[]) {
  const conversation = new Conversation(registry);
  await conversation.hold(aCase(opened(), ...more));
  await conversation.hold(aCase(opened('av2b', { details: details({ pr: '7009999999' }) })));
  return conversation;
}

const linksOf = async (conversation: Conversation, number: string) =>
  (await conversation.case(number)).timeline.filter(({ kind }) => kind === 'linked');

describe('Linking two related cases', () => {
  it('works with both numbers and a reason on one line, and shows on both cards and in both timelines (CA-3, RE-1)', async () => {
    const conversation = await withTwo();
    const card = cardOf(await conversation.say('av2-agent', 'link cs1 cs2 Same O-ring.'), 'case');
    expect(card.banner?.text).toBe('Linked to CS0000002.');
    const [one] = await linksOf(conversation, ONE);
    const [two] = await linksOf(conversation, TWO);
    expect(one).toMatchObject({ to: TWO, why: 'Same O-ring.', by: 'av2-agent' });
    expect(two).toMatchObject({ to: ONE, why: 'Same O-ring.', by: 'av2-agent', cause: one?.cause });
    expect(conversation.nudged).toEqual([ONE, TWO]);
    for (const [number, other] of [
      [ONE, TWO],
      [TWO, ONE],
    ] as const) {
      const shown = { card: 'case', case: await conversation.case(number), audience: 'person' } as const;
      const text = textOf(renderCard(shown, aWorld(conversation.now)).content);
      expect(text).toContain(`Linked to ${other} as a related case`);
      expect(text).toMatch(new RegExp(`Linked cases\\W+${other}`, 'u'));
    }
  });

  it.each(['link cases cs1 and cs2 Same.', 'link duplicate cs1 to cs2 Same.', 'link CS-1 #2 Same.'])(
    'works by typing “%s” (CA-3)',
    async (line) => {
      const conversation = await withTwo();
      expect(cardOf(await conversation.say('av2-agent', line), 'case').case.links).toEqual([TWO]);
    },
  );

  it('can be done in a form that says at each field what is wrong and what would be right (CA-3)', async () => {
    const conversation = await withTwo();
    const form = formOf(await conversation.press('av2-agent', 'case.link', { case: ONE }));
    const faultsFor = async (typed: Record<string, string>) =>
      faultsOf(formOf(await conversation.send('av2-agent', form, typed)));
    expect(Object.keys(await faultsFor({}))).toEqual(['other', 'why']);
    expect((await faultsFor({ other: 'cs1', why: 'x' }))['other']).toContain('is this case. Enter');
    expect((await faultsFor({ other: 'cs77', why: 'x' }))['other']).toContain("CS0000077 wasn't found");
    expect((await faultsFor({ other: 'the pump', why: 'x' }))['other']).toContain('Enter one like');
    expect((await faultsFor({ other: 'cs2', why: 'x'.repeat(2_001) }))['why']).toContain('2001 characters');
    const kept = formOf(await conversation.send('av2-agent', form, { other: 'cs77', why: 'Same.' }));
    expect(fieldsOf(kept).get('why')?.value).toBe('Same.');
    expect(await linksOf(conversation, ONE)).toEqual([]);
  });

  it('is possible once for a pair, in either order (CA-3)', async () => {
    const conversation = await withTwo();
    await conversation.say('av2-agent', 'link cs1 cs2 Same.');
    for (const [who, line] of [
      ['av2-agent', 'link cs1 cs2 Again.'],
      ['av2b-agent', 'link cs2 cs1 Again.'],
    ] as const) {
      const again = formOf(await conversation.say(who, line));
      expect(faultsOf(again)['other']).toContain('already linked');
    }
    expect(await linksOf(conversation, ONE)).toHaveLength(1);
    expect(await linksOf(conversation, TWO)).toHaveLength(1);
  });

  it('by two people at once makes one link, and the other person is told (CA-3)', async () => {
    const conversation = await withTwo();
    const answers = await Promise.all([
      conversation.say('av2-agent', 'link cs1 cs2 Same O-ring.'),
      conversation.say('av2b-agent', 'link cs2 cs1 Same order.'),
    ]);
    const [one] = await linksOf(conversation, ONE);
    expect(await linksOf(conversation, TWO)).toMatchObject([{ cause: one?.cause, by: one?.by }]);
    const told = answers.map((answer) => (answer.kind === 'reply' ? answer.reply.card.card : 'refused'));
    expect(told.sort()).toEqual(['case', 'form']);
  });

  it('that stopped halfway is completed as begun by linking again (RE-1)', async () => {
    const conversation = await withTwo();
    let saves = 0;
    conversation.cases.beforeSave = () =>
      ++saves === 2 ? Promise.reject(new Error('The process ended')) : Promise.resolve();
    await expect(conversation.say('av2-agent', 'link cs1 cs2 Same.', 'turn-x')).rejects.toThrow();
    expect(await linksOf(conversation, TWO)).toEqual([]);
    // The same activity comes again, and somebody else does it again.
    cardOf(await conversation.say('av2-agent', 'link cs1 cs2 Same.', 'turn-x'), 'case');
    formOf(await conversation.say('av2-other', 'link cs1 cs2 Later.'));
    const [one] = await linksOf(conversation, ONE);
    expect(await linksOf(conversation, TWO)).toEqual([{ ...one, to: ONE }]);
  });

  it('that stopped halfway is completed by another person in the name of the first (RE-1)', async () => {
    const conversation = await withTwo({ kind: 'linked', to: TWO, why: 'Same.', by: 'av2-agent' });
    const answer = formOf(await conversation.say('av2b-agent', 'link cs2 cs1 Mine.'));
    expect(faultsOf(answer)['other']).toContain('already linked');
    expect(await linksOf(conversation, TWO)).toMatchObject([{ to: ONE, why: 'Same.', by: 'av2-agent' }]);
  });

  it('is for the people who work the case, its opener, or the program office, and not for a closed case (AC-2, CA-3)', async () => {
    const conversation = await withTwo();
    expect(refusalOf(await conversation.say('av3-agent', 'link cs1 cs2 Same.')).code).toBe('not-permitted');
    cardOf(await conversation.say('po-agent', 'link cs1 cs2 Same.'), 'case');
    const over = await withTwo({ kind: 'resolved', notes: 'x' }, { kind: 'closed', text: 'x' });
    expect(refusalOf(await over.say('av2-agent', 'link cs1 cs2 Same.')).code).toBe('wrong-state');
    // A closed case may be what an open one is like.
    cardOf(await over.say('av2b-agent', 'link cs2 cs1 Same.'), 'case');
    expect(await linksOf(over, ONE)).toHaveLength(1);
  });

  it.each(HOSTILE_TEXTS)('keeps %j as text', async (text) => {
    const conversation = await withTwo();
    const form = formOf(await conversation.press('av2-agent', 'case.link', { case: ONE }));
    cardOf(await conversation.send('av2-agent', form, { other: TWO, why: text }), 'case');
    expect(await linksOf(conversation, TWO)).toMatchObject([{ why: text }]);
  });
});
