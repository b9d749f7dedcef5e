import { renderCard } from '../../../src/cards/shared/render';
import type { Outcome } from '../../../src/commands/command';
import { registryOf } from '../../../src/commands/registry';
import { refusalText } from '../../../src/cards/shared/refusal-text';
import { allCommands } from '../../../src/features/all-commands';
import { aCase, escalated } from '../../support/cases';
import { cardOf, Conversation, faultsOf, formOf, refusalOf } from '../../support/conversation';
import { nodesOf } from '../../support/card-nodes';
import { HOSTILE_TEXTS } from '../../support/new-case-inputs';
import { aWorld, DAY, START } from '../../support/site';

const registry = registryOf(allCommands);

/** A case that came to Level 3 on Monday and has nobody there; it is to be assigned within a business day. */
async function waiting(now: number) {
  const conversation = new Conversation(registry);
  await conversation.hold(aCase(escalated('av3')));
  conversation.now = now;
  return conversation;
}
const LATE = START + 2 * DAY;

const titles = (outcome: Outcome, viewer: string): unknown[] => {
  const card = { ...cardOf(outcome, 'case'), viewer };
  return nodesOf(renderCard(card, aWorld(LATE)).content)
    .filter(({ type }) => type === 'Action.Execute')
    .map(({ title }) => title);
};

describe('Asking the supervisors', () => {
  it.each(['escalate to supervisors cs1', 'ask supervisors CS0000001'])(
    'opens its form from the line: %s (L3-3)',
    async (line) => {
      const conversation = await waiting(LATE);
      const form = formOf(await conversation.say('av2-agent', line));
      expect(form.intro).toContain('Level 3 missed: Assignment');
      const empty = formOf(await conversation.send('av2-agent', form));
      expect(Object.keys(faultsOf(empty))).toEqual(['text']);
      const card = cardOf(await conversation.send('av2-agent', form, { text: 'Tail 88 is down.' }), 'case');
      expect(card.case.timeline.at(-1)).toMatchObject({
        kind: 'supervisors-asked',
        supervisors: ['av2-supervisor', 'av3-supervisor'],
        text: 'Tail 88 is down.',
      });
      expect(card.case).toMatchObject({ level: 3, group: 'av3' });
    },
  );

  it('always includes every supervisor, whatever is sent (L3-3)', async () => {
    const conversation = await waiting(LATE);
    const data = { case: 'CS0000001', text: 'A date.', supervisors: '', clocks: '', submitted: 'yes' };
    const card = cardOf(await conversation.press('av2-agent', 'case.ask-supervisors', data), 'case');
    expect(card.case.timeline.at(-1)).toMatchObject({ supervisors: ['av2-supervisor', 'av3-supervisor'] });
  });

  it('is refused before anything is typed while time is left, with when it will be possible (L3-3)', async () => {
    const conversation = await waiting(START + DAY / 2);
    const refused = refusalOf(await conversation.say('av2-agent', 'ask supervisors cs1 Help'));
    expect(refused.code).toBe('level-3-in-time');
    expect(refusalText(refused).text).toContain(
      'ask the supervisors from 3 Nov 2026, 09:01 EST if Assignment',
    );
    expect((await conversation.case('CS0000001')).timeline).toHaveLength(2);
  });

  it('is a button on the case only for Level 2, once Level 3 is late (L3-3, AC-2)', async () => {
    const conversation = await waiting(LATE);
    const card = await conversation.say('av2-agent', 'cs1');
    expect(titles(card, 'av2-agent')).toContain('Ask supervisors');
    expect(titles(card, 'av3-agent')).not.toContain('Ask supervisors');
    const early = { ...cardOf(card, 'case'), viewer: 'av2-agent' };
    const { content } = renderCard(early, aWorld(START + DAY / 2));
    expect(nodesOf(content).map(({ title }) => title)).not.toContain('Ask supervisors');
  });

  it('is a button on the notification that the Level 2 agent gets (L3-3)', () => {
    const late = aCase(escalated('av3'), {
      kind: 'clock-missed',
      clock: 'assignment#1',
      dueAt: START + DAY,
      by: 'casekeeper',
      at: LATE,
    });
    const told = (reader: string): unknown[] =>
      nodesOf(
        renderCard({ card: 'case-notification', case: late, entry: 2, reader }, aWorld(LATE)).content,
      ).map(({ title }) => title);
    expect(told('av2-agent')).toContain('Ask supervisors');
    expect(told('av3-supervisor')).not.toContain('Ask supervisors');
  });

  it.each(HOSTILE_TEXTS)('keeps %j as text', async (text) => {
    const conversation = await waiting(LATE);
    const form = formOf(await conversation.say('av2-agent', 'ask supervisors cs1'));
    const { case: asked } = cardOf(await conversation.send('av2-agent', form, { text }), 'case');
    expect(asked.timeline.at(-1)).toMatchObject({ text });
    const mentions = ['av2-supervisor', 'av3-supervisor'];
    const card = renderCard(
      { card: 'supervisors-asked', case: asked, entry: asked.timeline.length - 1, mentions },
      aWorld(LATE),
    );
    expect(card.mentions.map(({ id }) => id)).toEqual(mentions);
    const named = [...JSON.stringify(card.content).matchAll(/<at>(.*?)<\/at>/gu)].map(([, name]) => name);
    expect(new Set(named)).toEqual(new Set(['Av2 Supervisor', 'Av3 Supervisor']));
  });
});
