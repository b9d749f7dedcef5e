import { stateOf } from '../../../src/domain/plans/plan';
import { cardOf, faultsOf, formOf, refusalOf } from '../../support/conversation';
import { WRITTEN } from '../../support/plans';
import { DAY } from '../../support/site';
import { ask, at, close, entriesOf, formFor, NOW, site, valuesOf } from './plan-talk';

describe('Writing an action plan', () => {
  it('shows what was missed, stores what is sent, and shows the plan to its writer (ME-8)', async () => {
    const talk = await site();
    const form = await formFor(talk);
    expect(form.title).toBe('Action plan: Case Resolution Time, Levels 2 and 3, Aviation');
    expect(form.intro).toBe('0% in October 2026, 0 of 1 case; the goal is 85% in 16 business days or less.');
    const shown = cardOf(await talk.send('analyst', form, WRITTEN), 'plan');
    expect(shown).toMatchObject({
      may: true,
      plan: { id: 'AP0000001', missed: { month: '2026-10', worst: ['CS0000001'] } },
    });
    expect(await entriesOf(talk)).toMatchObject([{ kind: 'planned', ...WRITTEN, by: 'analyst', at: NOW }]);
  });

  it.each([
    ['action plan level 2 and 3 crt aviation', 'level-2-and-3-crt', 'msc:aviation'],
    ['action plan aviation Level 2 and 3 CRT', 'level-2-and-3-crt', 'msc:aviation'],
    ['action plan level-2-and-3-crt avia', 'level-2-and-3-crt', 'msc:aviation'],
    ['action plan case resolution time, levels 2 and 3', 'level-2-and-3-crt', 'enterprise'],
    ['action plan crt enterprise', 'enterprise-crt', 'enterprise'],
    ['action plan CRT av2', 'enterprise-crt', 'group:av2'],
  ])('by typing “%s” is for %s, %s (ME-8)', async (line, measure, scope) => {
    const talk = await site();
    const form = await formFor(talk, 'po-agent', line);
    expect(form.submit.data).toMatchObject({ measure, scope, period: '2026-10' });
  });

  it("is for the person's own scope if none is named: an analyst's MSC, or a gatekeeper's or supervisor's group (ME-8)", async () => {
    const talk = await site();
    expect((await formFor(talk, 'analyst', 'action plan crt')).submit.data['scope']).toBe('msc:aviation');
    expect((await formFor(talk, 'av2-supervisor', 'action plan crt')).submit.data['scope']).toBe('group:av2');
    expect((await formFor(talk, 'po-agent', 'action plan crt')).submit.data['scope']).toBe('enterprise');
  });

  it.each([
    ['', '2026-10'],
    ['2026-10', '2026-10'],
    ['last quarter', '2026-09'],
    ['2026-10-01..2026-10-31', '2026-10'],
    ['this month', '2026-11'],
  ])('from a button with the period “%s” is for %s (ME-8)', async (period, month) => {
    const talk = await site();
    const data = {
      measure: 'level-2-and-3-crt',
      scope: 'msc:aviation',
      ...(period === '' ? {} : { period }),
    };
    const when = month === '2026-10' ? undefined : at(`${month}-02T12:00-05:00`);
    if (when !== undefined) await close(talk, 30, when, 'av2', 'aviation', 3);
    const pressed = await talk.press('analyst', 'plan.new', data);
    expect(formOf(pressed).submit.data['period']).toBe(month);
  });

  it('for a month that is still running says so, and the complete month can close it (ME-8)', async () => {
    const talk = await site();
    await close(talk, 30, NOW - DAY, 'av2', 'aviation', 3);
    const data = { measure: 'level-2-and-3-crt', scope: 'msc:aviation', period: 'this month' };
    await talk.send('analyst', formOf(await talk.press('analyst', 'plan.new', data)), WRITTEN);
    expect((await talk.plans.get('AP0000001'))?.state.missed).toMatchObject({
      month: '2026-11',
      soFar: true,
    });
  });

  it("is refused to anyone but the measure's owner by line, button, and form, with who can (ME-8, AC-5)", async () => {
    const talk = await site();
    const form = await formFor(talk);
    for (const who of ['av2-agent', 'di2-supervisor', 'nobody']) {
      const refused = refusalOf(await talk.say(who, 'action plan level 2 and 3 crt aviation'));
      expect(refused).toMatchObject({
        code: 'not-permitted',
        params: { who: 'a business process analyst of Aviation (Analyst), or the program office' },
      });
      // A form that was sent comes back with why, and with what was typed.
      const sent = formOf(await talk.send(who, form, WRITTEN));
      expect(sent.refused).toContain("isn't available to you here");
      expect(valuesOf(sent)).toEqual(WRITTEN);
    }
    expect(await talk.plans.open(10)).toEqual([]);
  });

  it('with faults comes back with each one at its field, nothing lost, and no number used up (ME-8, ES-9)', async () => {
    const talk = await site();
    const typed = { what: 'Two more agents.', who: '', byWhen: '2026-10-31' };
    const back = formOf(await talk.send('analyst', await formFor(talk), typed));
    expect(faultsOf(back)).toEqual({
      who: 'Enter who will do it: a name or an office.',
      byWhen: 'Sat 31 Oct 2026 is in the past. Enter a date from Tue 3 Nov 2026 to Sat 3 Nov 2029.',
    });
    expect(valuesOf(back)).toEqual(typed);
    const shown = cardOf(await talk.send('analyst', back, { who: 'Kim Lee', byWhen: '2026-11-20' }), 'plan');
    expect(shown.plan.id).toBe('AP0000001');
  });

  it('is done once if the form comes twice (ME-8)', async () => {
    const talk = await site();
    const form = await formFor(talk);
    for (let time = 0; time < 2; time += 1) {
      const { plan } = cardOf(await talk.send('analyst', form, WRITTEN, 'c1'), 'plan');
      expect(plan.entries).toHaveLength(1);
    }
    expect(await talk.plans.open(10)).toHaveLength(1);
  });
});

describe('Revising an open action plan', () => {
  it('writes one that was asked for, by the same line or by a form opened earlier (ME-8)', async () => {
    const talk = await site();
    const before = await formFor(talk);
    await ask(talk);
    const [plan] = await talk.plans.openFor({ kind: 'msc', key: 'aviation', name: 'Aviation' });
    expect(plan && stateOf(plan)).toBe('asked');
    const kept = cardOf(await talk.send('analyst', before, { ...WRITTEN, who: 'Old form' }), 'plan');
    expect(kept.plan.entries.map(({ kind }) => kind)).toEqual(['asked', 'planned']);
    const form = await formFor(talk);
    expect(form.title).toMatch(/^Action plan AP000000\d: /u);
  });

  it('opens with the current text, and keeps the earlier versions (ME-8, RE-1)', async () => {
    const talk = await site();
    await talk.send('analyst', await formFor(talk), WRITTEN);
    const form = await formFor(talk, 'po-agent');
    expect(valuesOf(form)).toEqual(WRITTEN);
    // Said once: above the fields it would stand a second time.
    expect(form.intro).not.toContain('Two more agents.');
    const typed = formOf(await talk.send('po-agent', form, { what: 'Three more agents.', who: '' }));
    expect(typed.intro).toContain(
      'Action plan AP0000001: Kim Lee, by Fri 20 Nov 2026. It was: Two more agents.',
    );
    await talk.send('po-agent', form, { what: 'Three more agents.' });
    expect((await entriesOf(talk)).map((entry) => ('what' in entry ? [entry.what, entry.by] : []))).toEqual([
      ['Two more agents.', 'analyst'],
      ['Three more agents.', 'po-agent'],
    ]);
  });

  it('by two people at once keeps one, and the other reads it before sending theirs (ME-8)', async () => {
    const talk = await site();
    const form = await formFor(talk);
    const both = await Promise.all([
      talk.send('analyst', form, { ...WRITTEN, what: 'By the analyst.' }),
      talk.send('po-agent', form, { ...WRITTEN, what: 'By the office.' }),
    ]);
    const back = both.flatMap((outcome) =>
      outcome.kind === 'reply' && outcome.reply.card.card === 'form' ? [outcome.reply.card.form] : [],
    );
    expect(back).toHaveLength(1);
    expect(await talk.plans.open(10)).toHaveLength(1);
    const [other] = back;
    if (other === undefined) return;
    expect(other.refused).toContain('was changed by someone else');
    const mine = valuesOf(other)['what'] ?? '';
    const [first] = await entriesOf(talk, other.submit.data['plan']);
    expect(first !== undefined && 'what' in first && other.intro?.includes(first.what)).toBe(true);
    const who = mine === 'By the office.' ? 'po-agent' : 'analyst';
    const { plan } = cardOf(await talk.send(who, other), 'plan');
    expect(plan.entries.map((entry) => ('what' in entry ? entry.what : ''))).toHaveLength(2);
    expect(plan.entries.at(-1)).toMatchObject({ what: mine, by: who });
  });

  it('is refused once it has been closed, and what was typed stays (ME-8)', async () => {
    const talk = await site();
    await talk.send('analyst', await formFor(talk), WRITTEN);
    const form = await formFor(talk);
    const closing = formOf(await talk.say('po-agent', 'close action plan AP1'));
    await talk.send('po-agent', closing, { how: 'withdrawn', why: 'Another plan covers it.' });
    const back = formOf(await talk.send('analyst', form, { what: 'Four more.' }));
    expect(back.refused).toContain('AP0000001 is closed: withdrawn');
    expect(valuesOf(back)['what']).toBe('Four more.');
    // Sent once more it is a plan of its own.
    expect(cardOf(await talk.send('analyst', back), 'plan').plan.entries).toHaveLength(1);
  });
});
