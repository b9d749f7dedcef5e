import { cardOf, formOf } from '../../support/conversation';
import { WRITTEN } from '../../support/plans';
import { formFor, site } from './plan-talk';

const QUESTION = { scope: 'msc:aviation', period: '2026-10' };
const MEASURE = { ...QUESTION, measure: 'level-2-and-3-crt' };

describe('an open action plan', () => {
  it('stands with its measure on the scorecard and on the card of the measure until it is closed (ME-8)', async () => {
    const talk = await site();
    const seen = async (): Promise<readonly (string | undefined)[]> => {
      const scorecard = cardOf(await talk.press('av2-agent', 'metrics.show', QUESTION), 'metrics');
      const measure = cardOf(await talk.press('av2-agent', 'metrics.measure', MEASURE), 'measure');
      return [scorecard.plans[0]?.id, measure.shown.plan?.id];
    };
    expect(await seen()).toEqual([undefined, undefined]);
    await talk.send('analyst', await formFor(talk), WRITTEN);
    expect(await seen()).toEqual(['AP0000001', 'AP0000001']);

    const close = formOf(await talk.press('analyst', 'plan.close', { plan: 'AP0000001' }));
    await talk.send('analyst', close, { how: 'withdrawn', why: 'The goal was changed.' });
    expect(await seen()).toEqual([undefined, undefined]);
  });

  it('is of its very scope: neither the enterprise nor a person has that of an MSC (ME-8)', async () => {
    const talk = await site();
    await talk.send('analyst', await formFor(talk), WRITTEN);
    for (const scope of ['enterprise', 'group:av2', 'me']) {
      const card = cardOf(await talk.press('av2-agent', 'metrics.show', { ...QUESTION, scope }), 'metrics');
      expect(card.plans).toEqual([]);
    }
  });

  it('leads to the figure that it is about (ME-8)', async () => {
    const talk = await site();
    const { plan } = cardOf(await talk.send('analyst', await formFor(talk), WRITTEN), 'plan');
    const { shown } = cardOf(
      await talk.press('analyst', 'metrics.measure', { ...MEASURE, period: plan.missed.month }),
      'measure',
    );
    expect(shown).toMatchObject({ scored: { count: 1, met: 0 }, plan: { id: plan.id } });
  });
});
