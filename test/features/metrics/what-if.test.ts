import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { aCase, details, opened } from '../../support/cases';
import { cardOf, Conversation, faultsOf, fieldsOf, formOf, refusalOf } from '../../support/conversation';
import { DAY, START } from '../../support/site';

const registry = registryOf(allCommands);

/** Aviation closed one case in two days and one in about ten, Distribution one in four, all in November 2026. */
async function conversation() {
  const talk = new Conversation(registry);
  talk.now = START + 20 * DAY;
  const closings = [
    ['av2', 'aviation', 2],
    ['av2', 'aviation', 17],
    ['di2', 'distribution', 4],
  ] as const;
  for (const [nth, [group, msc, days]] of closings.entries()) {
    const first = opened(group, { details: details({ msc, pr: `700000001${nth}` }) });
    await talk.hold(aCase(first, { kind: 'closed', text: '', at: START + days * DAY }));
  }
  return talk;
}

const shown = async (line: string, who = 'av2-agent') =>
  cardOf(await (await conversation()).say(who, line), 'what-if').whatIf;

describe('The what-if question', () => {
  it('shows the scope and each of its groups under the other goal, beside the current numbers (ME-6, ME-7)', async () => {
    const { tried, goal, days, measure, period } = await shown('what if CRT were 3 days');
    expect({ goal, days, measure, period: period.name }).toEqual({
      goal: { percent: 85, days: 8 },
      days: 3,
      measure: 'enterprise-crt',
      period: 'November 2026',
    });
    expect(tried.map(({ scope, now, then }) => [scope.name, now.count, now.met, then.met])).toEqual([
      ['Enterprise', 3, 2, 1],
      ['aviation av2', 2, 1, 1],
      ['distribution di2', 1, 1, 0],
    ]);
  });

  it.each([
    ['what if crt were 6', 'Enterprise', 'enterprise-crt', 6, 'November 2026'],
    ['What if the CRT goal was 6 business days?', 'Enterprise', 'enterprise-crt', 6, 'November 2026'],
    ['what if CRT were six days for aviation', 'Aviation', 'enterprise-crt', 6, 'November 2026'],
    [
      'what if crt were 6 days for aviation last quarter',
      'Aviation',
      'enterprise-crt',
      6,
      'July to September 2026',
    ],
    [
      'what if crt were 6 days last 30 days',
      'Enterprise',
      'enterprise-crt',
      6,
      '24 October 2026 to 22 November 2026',
    ],
    ['what if level 2 and 3 crt were 12', 'Enterprise', 'level-2-and-3-crt', 12, 'November 2026'],
    [
      'what if L2+L3 resolution time were 12 days in di2 since 1 October',
      'distribution di2',
      'level-2-and-3-crt',
      12,
      '1 October 2026 to 22 November 2026',
    ],
    ['what if the goal were 260 days or less', 'Enterprise', 'enterprise-crt', 260, 'November 2026'],
    ['what if we had 5 days', 'Enterprise', 'enterprise-crt', 5, 'November 2026'],
    ['what if my crt were 1 day FY26', 'Av2 Agent', 'enterprise-crt', 1, 'FY26'],
  ])('is understood as “%s” (ME-7)', async (line, scope, measure, days, period) => {
    const read = await shown(line);
    expect([read.scope.name, read.measure, read.days, read.period.name]).toEqual([
      scope,
      measure,
      days,
      period,
    ]);
  });

  it('leaves out a group with nothing to count, and says so if the scope has nothing (ME-6)', async () => {
    const { tried } = await shown('what if level 2 and 3 crt were 12 for distribution');
    expect(tried.map(({ scope }) => scope.name)).toEqual(['Distribution', 'distribution di2']);
    const none = await shown('what if crt were 6 for energy');
    expect(none.tried.map(({ now }) => now)).toEqual([{ count: 0, met: 0 }]);
  });

  it('opens its form with what was typed if the days are missing, without faults yet', async () => {
    const talk = await conversation();
    const form = formOf(await talk.say('av2-agent', 'what if crt for aviation last quarter'));
    expect(faultsOf(form)).toEqual({});
    expect(form.refused).toBeUndefined();
    const fields = fieldsOf(form);
    expect([fields.get('scope')?.value, fields.get('period')?.value, fields.get('days')?.value]).toEqual([
      'aviation',
      'last quarter',
      '',
    ]);
    const { whatIf } = cardOf(await talk.send('av2-agent', form, { days: '6' }), 'what-if');
    expect([whatIf.scope.name, whatIf.period.name, whatIf.days]).toEqual([
      'Aviation',
      'July to September 2026',
      6,
    ]);
  });

  it.each(['0', '261', '6.5', '-3', '1000000'])(
    'refuses a goal of %s days at the field (ME-7)',
    async (days) => {
      const talk = await conversation();
      const form = formOf(await talk.say('av2-agent', `what if crt were ${days} days for aviation`));
      expect(faultsOf(form)).toEqual({
        days: 'Enter a whole number from 1 to 260, such as 6.',
      });
      expect(fieldsOf(form).get('days')?.value).toBe(days);
      expect(fieldsOf(form).get('scope')?.value).toBe('aviation');
    },
  );

  it('reports every fault of its form at once, each at its field, and keeps what was typed', async () => {
    const talk = await conversation();
    const form = formOf(await talk.say('av2-agent', 'what if'));
    const typed = { days: 'soon', measure: 'satisfaction', scope: 'narnia', period: 'Q1' };
    const back = formOf(await talk.send('av2-agent', form, typed));
    expect(Object.keys(faultsOf(back)).sort()).toEqual(['days', 'measure', 'period', 'scope']);
    expect(faultsOf(back)['period']).toContain('January to March 2026 or October to December 2026');
    expect(fieldsOf(back).get('scope')?.value).toBe('narnia');
  });

  it('says which part of a line was not understood, above the form with the rest', async () => {
    const talk = await conversation();
    const form = formOf(await talk.say('av2-agent', 'what if crt were 6 days for narnia'));
    expect(form.refused).toContain("I didn't understand “narnia”");
    expect(fieldsOf(form).get('days')?.value).toBe('6');
  });

  it("can't be asked for satisfaction, which has no days", async () => {
    const talk = await conversation();
    const form = formOf(await talk.say('av2-agent', 'what if csat were 6 days'));
    expect(Object.keys(faultsOf(form))).toEqual(['measure']);
  });

  it('asks which one if a line could mean two things, and continues from the button', async () => {
    const talk = await conversation();
    const which = cardOf(await talk.say('av2-agent', 'what if crt were 6 days for dis'), 'message');
    expect(which.buttons.map(({ title }) => title)).toEqual([
      'Distribution, the whole MSC',
      'Disposition, the whole MSC',
      'distribution di2 (di2)',
      'distribution di3 (di3)',
    ]);
    const [first] = which.buttons;
    expect(first).toMatchObject({
      verb: 'metrics.what-if',
      data: { scope: 'msc:distribution', period: '2026-11', measure: 'enterprise-crt', days: '6' },
    });
    const pressed = cardOf(await talk.press('av2-agent', first!.verb, first!.data), 'what-if');
    expect(pressed.whatIf).toMatchObject({ days: 6, scope: { name: 'Distribution' } });
  });

  it("shows a button's scope by name in the form, and uses exactly that scope (ME-7)", async () => {
    const talk = await conversation();
    const keys = { scope: 'msc:aviation', period: '2026-07-01..2026-09-30', measure: 'level-2-and-3-crt' };
    const form = formOf(await talk.press('av2-agent', 'metrics.what-if', keys));
    const fields = fieldsOf(form);
    expect(fields.get('scope')?.value).toBe('Aviation');
    expect(fields.get('period')?.value).toBe('July to September 2026');
    const { whatIf } = cardOf(await talk.send('av2-agent', form, { days: '6' }), 'what-if');
    expect(whatIf.scope).toEqual({ kind: 'msc', key: 'aviation', name: 'Aviation' });
    expect(whatIf.period.name).toBe('July to September 2026');
    const none = formOf(
      await talk.press('av2-agent', 'metrics.what-if', { scope: 'group:gone', period: 'xx' }),
    );
    expect(fieldsOf(none).get('scope')?.value).toBe('group:gone');
  });

  it("shows a person's metrics only to those who may see them (AC-5)", async () => {
    const talk = await conversation();
    const line = 'what if crt were 6 days for Av2 Agent';
    expect(cardOf(await talk.say('av2-supervisor', line), 'what-if').whatIf.scope.kind).toBe('person');
    expect(refusalOf(await talk.say('di2-agent', line)).code).toBe('not-permitted');
    const keys = { scope: 'person:av2-agent', days: '6' };
    expect(refusalOf(await talk.press('di2-agent', 'metrics.what-if', keys)).code).toBe('not-permitted');
  });

  it('uses the goal in effect at the end of the period (ME-7, RE-3)', async () => {
    const { goal } = await shown('what if level 2 and 3 crt were 12 last year');
    expect(goal).toEqual({ percent: 85, days: 16 });
  });
});
