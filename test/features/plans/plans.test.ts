import { stateOf } from '../../../src/domain/plans/plan';
import { cardOf, faultsOf, formOf, refusalOf } from '../../support/conversation';
import { WRITTEN } from '../../support/plans';
import { ask, at, entriesOf, formFor, site, valuesOf } from './plan-talk';

describe('The list of action plans', () => {
  it('is open to everyone, overdue first, for everything or for one scope (ME-8)', async () => {
    const talk = await site();
    await ask(talk);
    const empty = cardOf(await talk.say('nobody', 'action plans distribution'), 'list');
    expect([empty.rows, empty.empty]).toEqual([[], 'No action plans are open.']);
    await talk.send('analyst', await formFor(talk), WRITTEN);
    talk.now = at('2026-11-21T09:00-05:00');
    const list = cardOf(await talk.say('nobody', 'action plans'), 'list');
    expect(list.intro).toBe('4 open, 1 overdue. Each stays open until its goal is met.');
    expect(list.rows[0]).toMatchObject({
      subtitle: 'Case Resolution Time, Levels 2 and 3: 0% in October 2026',
      facts: ['overdue: by Fri 20 Nov 2026', 'Kim Lee'],
      tone: 'attention',
    });
    expect(list.rows[1]).toMatchObject({ facts: ['not written yet'], tone: 'warning' });
    const aviation = cardOf(await talk.say('nobody', 'action plans aviation'), 'list');
    expect(aviation.title).toBe('Action plans · Aviation');
    expect(aviation.rows).toHaveLength(2);
    const shown = cardOf(await talk.press('nobody', 'plan.list', list.rows[0]?.button?.data), 'plan');
    expect(shown).toMatchObject({ may: false, page: 1, plan: { scope: { key: 'aviation' } } });
    expect(refusalOf(await talk.say('nobody', 'action plans nowhere')).code).toBe('no-such-group');
  });

  it('opens each plan with its history by number, for everyone (ME-8, RE-1)', async () => {
    const talk = await site();
    await talk.send('analyst', await formFor(talk), WRITTEN);
    for (const line of ['action plan AP0000001', 'action plan ap 1', 'action plans AP1'])
      expect(cardOf(await talk.say('nobody', line), 'plan')).toMatchObject({ page: 1, may: false });
    for (const line of ['action plan AP7', 'action plans AP7', 'close action plan AP7'])
      expect(refusalOf(await talk.say('analyst', line))).toMatchObject({
        code: 'no-such-plan',
        params: { plan: 'AP0000007' },
      });
  });

  it('has the plans for the measures of their scope until they are closed (ME-8)', async () => {
    const talk = await site();
    await ask(talk);
    const aviation = { kind: 'msc', key: 'aviation', name: 'Aviation' } as const;
    const measures = async () => (await talk.plans.openFor(aviation)).map(({ measure }) => measure).sort();
    expect(await measures()).toEqual(['enterprise-crt', 'level-2-and-3-crt']);
    const crt = (await talk.plans.openFor(aviation)).find(({ measure }) => measure === 'enterprise-crt');
    const form = formOf(await talk.press('analyst', 'plan.close', { plan: crt?.id ?? '' }));
    await talk.send('analyst', form, { how: 'met', why: 'Counted by hand.' });
    expect(await measures()).toEqual(['level-2-and-3-crt']);
  });
});

describe('Closing an action plan', () => {
  it('asks for how and why at their fields, and shows the closed plan (ME-8)', async () => {
    const talk = await site();
    await talk.send('analyst', await formFor(talk), WRITTEN);
    const form = formOf(await talk.say('analyst', 'close action plan AP0000001 The queue is gone.'));
    expect(valuesOf(form)).toEqual({ how: '', why: 'The queue is gone.' });
    const back = formOf(await talk.send('analyst', form, { why: '' }));
    expect(Object.keys(faultsOf(back))).toEqual(['how', 'why']);
    const typed = { how: 'met', why: 'The queue is gone.' };
    for (let time = 0; time < 2; time += 1) {
      const { plan } = cardOf(await talk.send('analyst', back, typed, 'c1'), 'plan');
      expect([stateOf(plan), plan.entries.length]).toEqual(['met', 2]);
    }
    const again = refusalOf(await talk.say('analyst', 'close action plan AP0000001'));
    expect(again).toMatchObject({ code: 'plan-closed', params: { state: 'met' } });
  });

  it('is refused to anyone but its owner, before and after the form, and happens once if two do it at once (ME-8)', async () => {
    const talk = await site();
    await talk.send('analyst', await formFor(talk), WRITTEN);
    expect(refusalOf(await talk.say('av2-agent', 'close action plan AP1')).code).toBe('not-permitted');
    const form = formOf(await talk.say('analyst', 'close action plan AP1'));
    const typed = { how: 'met', why: 'The queue is empty.' };
    expect(formOf(await talk.send('av2-agent', form, typed)).refused).toContain(
      "isn't available to you here",
    );
    const both = await Promise.all(['analyst', 'po-agent'].map((who) => talk.send(who, form, typed)));
    expect(
      both.filter((outcome) => outcome.kind === 'reply' && outcome.reply.card.card === 'plan'),
    ).toHaveLength(1);
    expect(await entriesOf(talk)).toHaveLength(2);
  });
});
