import { renderCard } from '../../../src/cards/shared/render';
import { refusalText } from '../../../src/cards/shared/refusal-text';
import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { aCase, opened } from '../../support/cases';
import { cardOf, Conversation, refusalOf } from '../../support/conversation';
import { nodesOf } from '../../support/card-nodes';
import { aWorld, DAY, START } from '../../support/site';

const registry = registryOf(allCommands);
const LATE = START + 2 * DAY + 1;

async function missed(now = LATE): Promise<Conversation> {
  const conversation = new Conversation(registry);
  await conversation.hold(aCase(opened('av2', { assignee: undefined })));
  conversation.now = now;
  return conversation;
}
const wordsOf = (card: Parameters<typeof renderCard>[0]): string =>
  JSON.stringify(renderCard(card, aWorld(LATE)).content);
const titlesOf = (card: Parameters<typeof renderCard>[0]): unknown[] =>
  nodesOf(renderCard(card, aWorld(LATE)).content)
    .filter(({ type }) => type === 'Action.Execute')
    .map(({ title }) => title);

describe('Acknowledging missed clocks', () => {
  it.each(['acknowledge CS0000001', 'have it CS0000001', 'i have it cs1'])(
    'works by typed line, and the case shows who acknowledged it and when: %s (CK-11)',
    async (line) => {
      const conversation = await missed();
      const card = cardOf(await conversation.say('av2-gatekeeper', line), 'case');
      expect(wordsOf(card)).toContain('Acknowledged by Av2 Gatekeeper, Wed 4 Nov, 09:00 EST');
      expect(titlesOf(card)).not.toContain('Acknowledge');
    },
  );

  it('says which missed clocks that covers, and which it does not (CK-11)', async () => {
    const conversation = await missed();
    const bannerFor = async (by: string) =>
      cardOf(await conversation.say(by, 'acknowledge cs1'), 'case').banner?.text;
    expect(await bannerFor('av2-other')).toBe(
      'Av2 Other acknowledged: Interim response. No longer escalated. Not acknowledged, because someone else is responsible: Assignment.',
    );
    expect(await bannerFor('av2-gatekeeper')).toBe(
      'Av2 Gatekeeper acknowledged: Assignment. No longer escalated.',
    );
  });

  it('is a button beside the clocks of a case with a breach, for those allowed', async () => {
    const conversation = await missed();
    const card = cardOf(await conversation.say('av2-gatekeeper', 'CS0000001'), 'case');
    expect(titlesOf(card)).toContain('Acknowledge');
    expect(titlesOf(cardOf(await conversation.say('av3-agent', 'CS0000001'), 'case'))).not.toContain(
      'Acknowledge',
    );
  });

  it('by two people at once counts for the first, and the other sees who that was (CK-11)', async () => {
    const conversation = await missed();
    const both = await Promise.all(
      ['av2-gatekeeper', 'av2-supervisor'].map((who) =>
        conversation.press(who, 'case.acknowledge', { case: 'CS0000001' }),
      ),
    );
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['refusal', 'reply']);
    const loser = both.find(({ kind }) => kind === 'refusal');
    const { title, text } = refusalText(refusalOf(loser!));
    expect(title).toMatch(/^Av2 (Gatekeeper|Supervisor) already acknowledged it$/);
    expect(text).toContain('acknowledged CS0000001 on 4 Nov 2026, 09:00 EST');
    const entries = (await conversation.cases.get('CS0000001'))!.state.timeline;
    expect(entries.filter(({ kind }) => kind === 'breach-acknowledged')).toHaveLength(1);
  });

  it('says what to do if nothing is missed yet', async () => {
    const conversation = await missed(START + DAY);
    const refused = refusalOf(await conversation.say('av2-gatekeeper', 'have it CS0000001'));
    expect(refusalText(refused).title).toBe('No clock of CS0000001 is missed');
  });
});
