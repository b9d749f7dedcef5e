import { faultsOf, fieldsOf, formOf, refusalOf } from '../../support/conversation';
import { at, close, formFor, site, valuesOf } from './plan-talk';

describe('Choosing the measure of an action plan', () => {
  it('comes first if the measure is missing or unknown, and then continues (ME-8)', async () => {
    const talk = await site();
    const form = await formFor(talk, 'analyst', 'action plan');
    expect(faultsOf(form)).toEqual({});
    expect(fieldsOf(form).get('measure')?.choices).toHaveLength(8);
    const scopes = fieldsOf(form).get('scope');
    expect(scopes?.choices?.map(({ value }) => value)).toEqual([
      'msc:aviation',
      'group:av2',
      'group:av2b',
      'group:av3',
      'group:av3b',
    ]);
    const next = { ...form.submit.data, measure: 'level-2-and-3-crt', scope: scopes?.value ?? '' };
    const writing = formOf(await talk.press('analyst', form.submit.verb, next));
    expect([...fieldsOf(writing).keys()]).toEqual(['what', 'who', 'byWhen']);
    expect(faultsOf(writing)).toEqual({});
    const unknown = await formFor(talk, 'analyst', 'action plan happiness');
    expect(faultsOf(unknown)).toEqual({ measure: "“happiness” isn't a measure. Choose one." });
    const several = await formFor(talk, 'analyst', 'action plan assignment for aviation');
    expect(faultsOf(several)).toEqual({
      measure: '“assignment” could be Level 2 assignment or Level 3 assignment. Choose one.',
    });
    expect(valuesOf(several)['scope']).toBe('msc:aviation');
    const nowhere = await formFor(talk, 'analyst', 'action plan crt nowhere');
    expect(valuesOf(nowhere)).toEqual({ measure: 'enterprise-crt', scope: 'nowhere', period: '2026-10' });
    // Who owns nothing is not led through a choice to be refused at its end.
    expect(refusalOf(await talk.say('av2-agent', 'action plan'))).toMatchObject({
      code: 'not-permitted',
      params: { who: 'the program office' },
    });
    expect(faultsOf(nowhere)['scope']).toMatch(/“nowhere” isn't an MSC or an assignment group/u);
  });

  it.each([
    ['person:av2-agent', 'analyst', 'group:av2'],
    ['person:di2-agent', 'analyst', 'msc:aviation'],
    ['person:gone', 'po-agent', 'enterprise'],
    ['me', 'av2-supervisor', 'group:av2'],
  ])(
    "for “%s” says at the field that a plan can't be about a person, and %s sees %s chosen (ME-8)",
    async (scope, who, chosen) => {
      const talk = await site();
      const pressed = formOf(await talk.press(who, 'plan.new', { measure: 'enterprise-crt', scope }));
      const said =
        'An action plan is for the enterprise, an MSC, or a group, not for one person. Choose one.';
      expect(faultsOf(pressed)).toEqual({ scope: said });
      const { choices, value } = fieldsOf(pressed).get('scope')!;
      expect(value).toBe(chosen);
      expect(choices?.map((one) => one.value)).toContain(chosen);
      const next = formOf(
        await talk.press(who, pressed.submit.verb, { ...pressed.submit.data, ...valuesOf(pressed) }),
      );
      expect(faultsOf(next)).toEqual({});
    },
  );

  it('says so with the metric if nothing was missed, and offers another measure (ME-6, ME-8)', async () => {
    const talk = await site();
    const met = await formFor(talk, 'po-agent', 'action plan crt distribution');
    expect(met.refused).toContain(
      'Case Resolution Time, Levels 1 to 3 of Distribution reached its goal with 100% in October 2026.',
    );
    const chosen = { measure: 'enterprise-crt', scope: 'msc:distribution', period: '2026-10' };
    expect(valuesOf(met)).toEqual(chosen);
    const other = { ...met.submit.data, measure: 'enterprise-crt', scope: 'msc:aviation' };
    const next = formOf(await talk.press('po-agent', 'plan.new', other));
    expect(next.title).toBe('Action plan: Case Resolution Time, Levels 1 to 3, Aviation');
    const none = await formFor(talk, 'po-agent', 'action plan csat aviation');
    expect(none.refused).toContain('of Aviation has nothing to count in October 2026');
  });

  it('offers another month, and starts with the latest closed one or the one asked for (ME-8)', async () => {
    const talk = await site();
    await close(talk, 30, at('2026-08-12T12:00-04:00'), 'di2', 'distribution', 3);
    const met = await formFor(talk, 'po-agent', 'action plan crt distribution');
    const { label, choices, value } = fieldsOf(met).get('period')!;
    expect([label, value, choices?.length]).toEqual(['Month', '2026-10', 13]);
    expect(choices?.slice(0, 2)).toEqual([
      { title: 'November 2026', value: '2026-11' },
      { title: 'October 2026', value: '2026-10' },
    ]);
    const august = formOf(
      await talk.press('po-agent', met.submit.verb, {
        ...met.submit.data,
        ...valuesOf(met),
        period: '2026-08',
      }),
    );
    expect(august.intro).toContain('in August 2026, 0 of 1 case');
    expect(august.submit.data['period']).toBe('2026-08');
    const data = { measure: 'enterprise-crt', scope: 'msc:distribution' };
    const offered = async (period: string) =>
      fieldsOf(formOf(await talk.press('po-agent', 'plan.new', { ...data, period }))).get('period')!;
    const old = await offered('2025-02');
    expect([old.value, old.choices?.at(-1)?.title]).toEqual(['2025-02', 'February 2025']);
    const none = await offered('someday');
    expect([none.value, none.fault]).toEqual(['someday', expect.stringContaining('last quarter')]);
  });
});
