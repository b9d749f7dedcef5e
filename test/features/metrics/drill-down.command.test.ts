import type { ListRow } from '../../../src/cards/shared/card-value';
import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import type { Happened } from '../../support/cases';
import { aCase, details, opened } from '../../support/cases';
import { cardOf, Conversation, faultsOf, fieldsOf, formOf, refusalOf } from '../../support/conversation';
import { DAY, START } from '../../support/site';

const NOVEMBER = { scope: 'enterprise', period: '2026-11' };
const CRT = { ...NOVEMBER, measure: 'enterprise-crt' };

function conversation() {
  const talk = new Conversation(registryOf(allCommands));
  talk.now = START + 20 * DAY; // Sunday 22 November 2026
  let count = 0;
  return {
    talk,
    /** Files a case of av2 with these events, and gives its number. */
    file: (...events: Happened[]) => {
      count += 1;
      const first = opened('av2', {
        assignee: 'av2-agent',
        details: details({ pr: `70000000${10 + count}` }),
      });
      return talk.hold(aCase(first, ...events));
    },
  };
}
type Talk = Conversation;
const closedAt = (at: number): Happened => ({ kind: 'closed', text: '', at });
const list = async (talk: Talk, data: Readonly<Record<string, string>>, who = 'av2-agent') =>
  cardOf(await talk.press(who, 'metrics.cases', data), 'list');
const plain = (text = ''): string => text.replaceAll('\u00a0', ' ');

describe('The cases behind a metric', () => {
  it('are listed worst first, with met or missed, by how much, the account, and the holder (ME-6, CK-10)', async () => {
    const { talk, file } = conversation();
    const soon = await file(closedAt(START + 2 * DAY));
    const late = await file(closedAt(START + 18 * DAY));
    const { title, intro, rows } = await list(talk, CRT);
    expect(title).toBe('Case Resolution Time, Levels 1 to 3 · Enterprise');
    expect(plain(intro)).toBe(
      'November 2026\n1 of 2 cases: 50%. Goal 85% in 8 business days or less: missed.\nWorst first: 1 to 2 of 2.',
    );
    expect(rows).toEqual([
      {
        title: `${late} · DoDAAC W25G1V`,
        subtitle: 'Order status · Av2 Agent, aviation av2',
        facts: ['Missed: closed in 13 business days, 5 over the goal of 8'],
        tone: 'attention',
        button: { title: 'Open', verb: 'case.show', data: { case: late } },
      },
      expect.objectContaining({
        title: `${soon} · DoDAAC W25G1V`,
        facts: ['Met: closed in 2 business days, 6 under the goal of 8'],
        tone: 'good',
      }),
    ]);
  });

  it('add up across pages to the metric, each shown once (ME-6)', async () => {
    const { talk, file } = conversation();
    const filed: string[] = [];
    for (let nth = 0; nth < 23; nth += 1) filed.push(await file(closedAt(START + nth * 0.8 * DAY)));
    const rows: ListRow[] = [];
    const intros: string[] = [];
    let data: Readonly<Record<string, string>> | undefined = CRT;
    while (data !== undefined) {
      const page = await list(talk, data);
      rows.push(...page.rows);
      intros.push(plain(page.intro).split('\n').at(-1) ?? '');
      data = page.buttons.find(({ title }) => title === 'More')?.data;
    }
    expect(intros).toEqual(
      [1, 11, 21].map((from) => `Worst first: ${from} to ${Math.min(from + 9, 23)} of 23.`),
    );
    expect(rows.map(({ title }) => title.slice(0, 9)).sort()).toEqual(filed.sort());
    const figure = await talk.metrics.figure({
      scope: { kind: 'enterprise', name: 'Enterprise' },
      period: { from: START - 2 * DAY, before: START + 28 * DAY, name: 'November' },
      measure: 'enterprise-crt',
    });
    expect(rows.filter(({ tone }) => tone === 'good')).toHaveLength(figure.met);
    expect(rows).toHaveLength(figure.count);
    const missed = rows.findIndex(({ tone }) => tone === 'good');
    expect(rows.slice(missed).every(({ tone }) => tone === 'good')).toBe(true);
  });

  it('can be narrowed to a priority by a button and widened again, except for resolution, which has none (CK-1, ME-4)', async () => {
    const { talk, file } = conversation();
    await file({ kind: 'interim-sent', text: 'Soon.', at: START + DAY });
    const interim = { ...NOVEMBER, measure: 'interim-response' };
    const { buttons, rows } = await list(talk, interim);
    expect(buttons.map(({ title }) => title)).toEqual(['Metrics', 'Emergency', 'High', 'Medium', 'Low']);
    expect(rows[0]?.facts).toEqual(['Met: done 1 business day before it was due', 'High priority']);
    const of = async (title: string) => list(talk, buttons.find((one) => one.title === title)!.data);
    expect((await of('High')).rows).toHaveLength(1);
    const low = await of('Low');
    expect(low).toMatchObject({ rows: [], empty: 'Nothing to count in this period.' });
    expect(plain(low.intro)).toBe('November 2026 · Low\nGoal 100% in time.');
    expect(low.buttons.map(({ title }) => title)).toEqual(['Metrics', 'All priorities']);
    expect((await list(talk, CRT)).buttons.map(({ title }) => title)).toEqual(['Metrics']);
  });

  it('show the difference between done late and never done, and how late each one is (CK-1, BT-1)', async () => {
    const { talk, file } = conversation();
    const missed = { kind: 'clock-missed', clock: 'interim-response#1', dueAt: START + 2 * DAY } as const;
    // Monday 9:00 in New York: due on Wednesday, sent on Friday. Veterans Day does not count.
    await file(
      { ...missed, at: START + 2 * DAY + 1 },
      { kind: 'interim-sent', text: 'Late.', at: START + 4 * DAY },
    );
    await file({ ...missed, at: START + 2 * DAY + 1 });
    const { rows } = await list(talk, { ...NOVEMBER, measure: 'interim-response' });
    expect(rows.map(({ facts }) => facts[0])).toEqual([
      'Missed: not done, 11.6 business days over so far',
      'Missed: done 2 business days late',
    ]);
  });

  it("show the difference between a case that is a second late and one that isn't late (ME-1, BT-5)", async () => {
    const { talk, file } = conversation();
    // Eight business days from Monday 9:00 are over on Friday week at 9:00, as Veterans Day does not count.
    const due = START + 11 * DAY;
    await file(closedAt(due));
    await file(closedAt(due + 1_000));
    const { rows } = await list(talk, CRT);
    expect(rows.map(({ facts }) => facts[0])).toEqual([
      'Missed: closed in 8 business days, less than 0.1 over the goal of 8',
      'Met: closed in 8 business days, exactly the goal of 8',
    ]);
  });

  it('show the degree that the customer gave for satisfaction, least satisfied first (ME-3)', async () => {
    const { talk, file } = conversation();
    const answered = (degree: '1' | '4'): Happened => ({
      kind: 'satisfaction-answered',
      degree,
      supervisors: [],
      at: START + 3 * DAY,
    });
    await file(closedAt(START + 2 * DAY), answered('4'));
    await file(closedAt(START + 2 * DAY), answered('1'));
    const { rows } = await list(talk, { ...NOVEMBER, measure: 'satisfaction' });
    expect(rows.map(({ facts }) => facts)).toEqual([['Missed: extremely dissatisfied'], ['Met: satisfied']]);
  });

  it('lead back to the same scorecard they were opened from (ME-6)', async () => {
    const { talk, file } = conversation();
    await file(closedAt(START + 2 * DAY));
    const { buttons } = await list(talk, { ...CRT, scope: 'group:av2', period: '2026-11-01..2026-11-20' });
    const back = buttons.find(({ title }) => title === 'Metrics')!;
    const { scorecard } = cardOf(await talk.press('av2-agent', back.verb, back.data), 'metrics');
    expect(scorecard.scope).toMatchObject({ kind: 'group', key: 'av2' });
    expect(scorecard.measures[0]).toMatchObject({ count: 1 });
    expect(back.data).toEqual({ scope: 'group:av2', period: '2026-11-01..2026-11-20' });
  });

  it("for one person are shown only to those who may see that person's metrics (AC-5)", async () => {
    const { talk, file } = conversation();
    await file(closedAt(START + 2 * DAY));
    const data = { ...CRT, scope: 'person:av2-agent' };
    expect((await list(talk, data, 'av2-supervisor')).rows).toHaveLength(1);
    expect(refusalOf(await talk.press('di2-agent', 'metrics.cases', data)).code).toBe('not-permitted');
  });

  it.each([
    [{ ...CRT, measure: 'made-up' }, 'Enter a measure'],
    [{ ...CRT, measure: 'open-cases' }, 'Enter a measure'],
    [{ ...CRT, priority: 'urgent' }, 'Choose a priority'],
  ])("are asked for again if the metric isn't valid: %j", async (data, words) => {
    const { talk } = conversation();
    const form = formOf(await talk.press('av2-agent', 'metrics.cases', data));
    expect(`${form.refused ?? ''} ${JSON.stringify(faultsOf(form))}`).toContain(words);
  });

  it.each([
    ['cases behind crt', 'Enterprise', 'November 2026'],
    ['cases behind Case Resolution Time, Levels 1 to 3 aviation', 'Aviation', 'November 2026'],
    ['cases behind enterprise crt av2 last month', 'aviation av2', 'October 2026'],
    ['cases behind CSAT me 2026-10-01 to 2026-10-15', 'Av2 Agent', '1 October 2026 to 15 October 2026'],
  ])('can be typed too: “%s” (ME-6)', async (line, scope, period) => {
    const { talk } = conversation();
    const { title, intro } = cardOf(await talk.say('av2-agent', line), 'list');
    expect(title).toContain(` · ${scope}`);
    expect(intro).toContain(period);
  });

  it('ask for the measure if the line has none, keep what was typed, and show what was chosen (ME-6)', async () => {
    const { talk } = conversation();
    const form = formOf(await talk.say('av2-agent', 'cases behind aviation'));
    expect(fieldsOf(form).get('scope')?.value).toBe('aviation');
    expect(fieldsOf(form).get('measure')?.choices).toHaveLength(8);
    const sent = await talk.send('av2-agent', form, { measure: 'satisfaction', period: 'last month' });
    expect(cardOf(sent, 'list').title).toBe('Customer satisfaction (CSAT) · Aviation');
    expect(
      faultsOf(formOf(await talk.send('av2-agent', form, { measure: 'satisfaction', period: 'soon' }))),
    ).toEqual({
      period: expect.stringContaining('this month, last quarter'),
    });
  });

  it('for one person are refused to others on a typed line too (AC-5)', async () => {
    const { talk } = conversation();
    const refused = refusalOf(await talk.say('di2-agent', 'cases behind crt Av2 Agent last month'));
    expect(refused.code).toBe('not-permitted');
    expect(refusalOf(await talk.say('av2-agent', 'cases behind crt nowhere')).code).toBe('not-understood');
  });

  it('start over for an invalid page, and ignore the row count that a button carries', async () => {
    const { talk, file } = conversation();
    await file(closedAt(START + 2 * DAY));
    const { rows, intro } = await list(talk, { ...CRT, next: 'nonsense', shown: '-4' });
    expect(rows).toHaveLength(1);
    expect(intro).toContain('1 to 1 of 1');
  });
});
