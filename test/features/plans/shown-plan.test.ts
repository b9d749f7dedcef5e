import type { CardValue } from '../../../src/cards/shared/card-value';
import { renderCard } from '../../../src/cards/shared/render';
import { nodesOf, textOf } from '../../support/card-nodes';
import { cardOf, faultsOf, formOf } from '../../support/conversation';
import type { Conversation } from '../../support/conversation';
import { WRITTEN } from '../../support/plans';
import { ask, at, close, formFor, site } from './plan-talk';

const QUESTION = { scope: 'msc:aviation', period: '2026-10' };
const MEASURE = { ...QUESTION, measure: 'level-2-and-3-crt' };
const LINE = 'Action plan AP0000001: Kim Lee, by Fri 20 Nov 2026';

type Pressed = Readonly<{ title: string; verb: string; data: Readonly<Record<string, string>> }>;
/** What can be pressed on a card as it is drawn, buttons and lines alike, whose title begins so. */
const pressable = (talk: Conversation, card: CardValue, title: string): readonly Pressed[] =>
  nodesOf(renderCard(card, talk.context()).content)
    .filter((node) => node['type'] === 'Action.Execute' && String(node['title']).startsWith(title))
    .map((node) => node as unknown as Pressed);
const pressOn = (talk: Conversation, who: string, card: CardValue, title: string) => {
  const [one, ...others] = pressable(talk, card, title);
  expect(others).toEqual([]);
  return talk.press(who, one?.verb ?? `nothing called ${title}`, one?.data);
};
const scorecard = async (talk: Conversation, question = QUESTION) =>
  cardOf(await talk.press('av2-agent', 'metrics.show', question), 'metrics');
const measureCard = async (talk: Conversation, question = MEASURE) =>
  cardOf(await talk.press('av2-agent', 'metrics.measure', question), 'measure');

describe('An open action plan', () => {
  it.each(['met', 'withdrawn'])(
    "is shown with its measure on the scorecard and on the measure's card until it is %s (ME-8)",
    async (how) => {
      const talk = await site();
      const seen = async () =>
        [await scorecard(talk), await measureCard(talk)].map(
          (card) => textOf(renderCard(card, talk.context()).content).split(LINE).length - 1,
        );
      expect(await seen()).toEqual([0, 0]);
      await talk.send('analyst', await formFor(talk), WRITTEN);
      expect(await seen()).toEqual([1, 1]);

      const form = formOf(await talk.press('analyst', 'plan.close', { plan: 'AP0000001' }));
      await talk.send('analyst', form, { how, why: 'It was looked at.' });
      expect(await seen()).toEqual([0, 0]);
    },
  );

  it('is shown with its measure even in a month with nothing to count or a month that met the goal (ME-6, ME-8)', async () => {
    const talk = await site();
    await talk.send('analyst', await formFor(talk), WRITTEN);
    const reached = async (period: string) => {
      const { shown } = await measureCard(talk, { ...MEASURE, period });
      expect(shown.plan?.id).toBe('AP0000001');
      expect((await scorecard(talk, { ...QUESTION, period })).plans).toHaveLength(1);
      return shown.scored.reached;
    };
    expect(await reached('2026-09')).toBeUndefined();
    await close(talk, 2, at('2026-09-18T12:00-04:00'), 'av2', 'aviation', 3);
    expect(await reached('2026-09')).toBe(true);
  });

  it("opens from its line on the scorecard and from its measure's button (ME-8)", async () => {
    const talk = await site();
    await talk.send('analyst', await formFor(talk), WRITTEN);
    for (const card of [await scorecard(talk), await measureCard(talk)]) {
      const { plan, page } = cardOf(await pressOn(talk, 'nobody', card, 'Action plan'), 'plan');
      expect([plan.id, page]).toEqual(['AP0000001', 1]);
    }
  });

  it('is requested by the button of a missed measure that has none (ME-8)', async () => {
    const talk = await site();
    const form = formOf(await pressOn(talk, 'analyst', await measureCard(talk), 'Action plan'));
    await talk.send('analyst', form, WRITTEN);
    expect((await measureCard(talk)).shown.plan?.missed.month).toBe('2026-10');
  });

  it("belongs to one exact scope: the enterprise, a group, or a person doesn't show an MSC's plan (ME-8)", async () => {
    const talk = await site();
    await talk.send('analyst', await formFor(talk), WRITTEN);
    for (const scope of ['enterprise', 'group:av2', 'me'])
      expect((await scorecard(talk, { ...QUESTION, scope })).plans).toEqual([]);
  });

  it('is never about one person: no button offers it, and none is written (ME-8)', async () => {
    const talk = await site();
    const question = { ...MEASURE, scope: 'person:av2-agent' };
    const card = await measureCard(talk, question);
    expect(card.shown.scored.reached).toBe(false);
    expect(pressable(talk, card, 'Action plan')).toEqual([]);
    const form = formOf(await talk.press('po-agent', 'plan.new', question));
    expect(faultsOf(form)).toEqual({
      scope: expect.stringContaining('not for one person'),
    });
  });

  it.each([
    ['Aviation', 'analyst', 'action plan level 2 and 3 crt aviation'],
    ['Enterprise', 'po-agent', 'action plan level 2 and 3 crt enterprise'],
  ])('for %s leads from “The figures” to the card of exactly its measure (ME-8)', async (name, who, line) => {
    const talk = await site();
    const card = cardOf(await talk.send(who, await formFor(talk, who, line), WRITTEN), 'plan');
    const { shown } = cardOf(await pressOn(talk, who, card, 'Metrics'), 'measure');
    const { count, met } = card.plan.missed;
    expect(shown).toMatchObject({
      scope: { name },
      period: { name: 'October 2026' },
      scored: { key: 'level-2-and-3-crt', count, met },
      plan: { id: card.plan.id },
    });
  });

  it('leads from “The figures” to the latest month that it was measured by (ME-8)', async () => {
    const talk = await site();
    await talk.send('analyst', await formFor(talk), WRITTEN);
    await close(talk, 30, at('2026-11-18T12:00-05:00'), 'av2', 'aviation', 3);
    talk.now = at('2026-12-01T09:00-05:00');
    await ask(talk);
    const card = cardOf(await talk.say('analyst', 'action plan AP1'), 'plan');
    expect(card.plan.entries.map(({ kind }) => kind)).toEqual(['planned', 'missed-again']);
    const { shown } = cardOf(await pressOn(talk, 'analyst', card, 'Metrics'), 'measure');
    expect(shown).toMatchObject({ period: { name: 'November 2026' }, scored: { count: 1, met: 0 } });
  });
});
