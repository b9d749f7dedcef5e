import type { Scored, Scorecard } from '../../../src/domain/metrics/scorecard';
import type { Happened } from '../../support/cases';
import { aCase, details, opened } from '../../support/cases';
import { cardOf, Conversation } from '../../support/conversation';
import { registryOf } from '../../../src/commands/registry';
import type { Outcome } from '../../../src/commands/command';
import { metricsCommand } from '../../../src/features/metrics/metrics.command';
import { verifyMetricsCommand } from '../../../src/features/metrics/verify-metrics.command';
import { START } from '../../support/site';

const DAY = 86_400_000;

function conversation() {
  const talk = new Conversation(registryOf([metricsCommand, verifyMetricsCommand]));
  talk.now = START + 20 * DAY; // Sunday 22 November 2026
  let count = 0;
  return {
    talk,
    /** Files a case of these events, opened in a group of an MSC. */
    file: async (group: string, msc: 'aviation' | 'distribution', ...events: Happened[]) => {
      count += 1;
      const first = opened(group, { details: details({ msc, pr: `700000000${count}` }) });
      await talk.hold(aCase(first, ...events));
    },
  };
}
const scorecardOf = (outcome: Outcome): Scorecard => cardOf(outcome, 'metrics').scorecard;
const scoredOf = ({ measures }: Scorecard): readonly Scored[] =>
  measures.flatMap((one) => (one.state === 'not-loaded' ? [] : [one]));
function replied(outcome: Outcome) {
  if (outcome.kind !== 'reply') throw new Error(JSON.stringify(outcome.refusal));
  return outcome.reply;
}
const refusalOf = (outcome: Outcome) => (outcome.kind === 'refusal' ? outcome.refusal : undefined);
const closedAt = (at: number): Happened => ({ kind: 'closed', text: '', at });
const counted = (scorecard: Scorecard): number => scoredOf(scorecard)[0]!.count;

describe('The metrics card', () => {
  it('shows the enterprise this month, each metric with the number of cases behind it (ME-1, ME-6)', async () => {
    const { talk, file } = conversation();
    await file('av2', 'aviation', closedAt(START + 2 * DAY));
    await file('di2', 'distribution', closedAt(START + 18 * DAY));
    await file('av2', 'aviation');
    const scorecard = scorecardOf(await talk.say('av2-agent', 'metrics'));
    expect(scorecard.scope.name).toBe('Enterprise');
    expect(scorecard.period.name).toBe('November 2026');
    expect(scorecard.measures[0]).toMatchObject({ key: 'enterprise-crt', count: 2, met: 1, percent: 50 });
    expect(scorecard.open.count).toBe(1);
  });

  it.each([
    ['metrics aviation', 'Aviation', 1],
    ['metrics AVIATION this month', 'Aviation', 1],
    ['metrics aviaton', 'Aviation', 1],
    ['metrics distribution last month', 'Distribution', 0],
    ['metrics di2 November 2026', 'distribution di2', 1],
    ['metrics distribution di2', 'distribution di2', 1],
    ['metrics enterprise FY27', 'Enterprise', 2],
    ['metrics 2026-11-01 to 2026-11-30', 'Enterprise', 2],
    ['metrics since 2026-11-10', 'Enterprise', 1],
    ['metrics land & maritime', 'Land and Maritime', 0],
  ])('for “%s” is about %s with %i closed cases (ME-6)', async (line, name, count) => {
    const { talk, file } = conversation();
    await file('av2', 'aviation', closedAt(START + 2 * DAY));
    await file('di2', 'distribution', closedAt(START + 18 * DAY));
    const scorecard = scorecardOf(await talk.say('av2-agent', line));
    expect(scorecard.scope.name).toBe(name);
    expect(counted(scorecard)).toBe(count);
  });

  it('says that there is nothing to count for a period without cases (ME-6)', async () => {
    const { talk } = conversation();
    const measures = scoredOf(scorecardOf(await talk.say('av2-agent', 'metrics last year')));
    expect(measures.every(({ count, percent }) => count === 0 && percent === undefined)).toBe(true);
  });

  it('counts a recently changed case once, even if it is open and listed twice (ME-5)', async () => {
    const { talk, file } = conversation();
    await file('av2', 'aviation', { kind: 'noted', text: 'Called.', at: START + 10 * DAY });
    expect(scorecardOf(await talk.say('av2-agent', 'metrics')).open.count).toBe(1);
  });

  it('counts open cases of an MSC and of a group, however long they have been inactive (ME-5)', async () => {
    const { talk, file } = conversation();
    await file('av2', 'aviation');
    await file('di2', 'distribution');
    for (const scope of ['aviation', 'av2', 'di2'])
      expect(scorecardOf(await talk.say('av2-agent', `metrics ${scope} last week`)).open.count).toBe(1);
    expect(scorecardOf(await talk.say('av2-agent', 'metrics last week')).open.count).toBe(2);
  });

  it('takes a scope and a period from a button', async () => {
    const { talk } = conversation();
    const pressed = await talk.press('av2-agent', 'metrics.show', { scope: 'av3', period: 'last month' });
    expect(scorecardOf(pressed)).toMatchObject({ scope: { key: 'av3' }, period: { name: 'October 2026' } });
  });

  it('refuses an invalid period after a valid scope, and says what would be right', async () => {
    const { talk } = conversation();
    expect(refusalOf(await talk.say('av2-agent', 'metrics aviation someday'))).toMatchObject({
      code: 'not-understood',
      params: { part: 'someday' },
    });
  });

  it('names the part that is neither period nor scope, and suggests no group unless one is close', async () => {
    const { talk } = conversation();
    expect(refusalOf(await talk.say('av2-agent', 'metrics 2026-13'))?.params['part']).toBe('2026-13');
    expect(refusalOf(await talk.say('av2-agent', 'metrics nowhere'))?.params['nearest']).toBe('');
  });

  it('refuses an unknown scope and names the closest group', async () => {
    const { talk } = conversation();
    expect(refusalOf(await talk.say('av2-agent', 'metrics av9 last month'))).toMatchObject({
      code: 'not-understood',
      params: { part: 'av9', nearest: expect.stringMatching(/^av/) },
    });
  });

  it('counts for a person what they closed and what was owed while they held it (ME-6)', async () => {
    const { talk, file } = conversation();
    await file(
      'av2',
      'aviation',
      { kind: 'interim-sent', text: 'Soon.', at: START + DAY },
      closedAt(START + 2 * DAY),
    );
    await file('di2', 'distribution', closedAt(START + 2 * DAY));
    const mine = scorecardOf(await talk.say('av2-agent', 'metrics me'));
    expect(mine.scope).toEqual({ kind: 'person', key: 'av2-agent', name: 'Av2 Agent' });
    const figures = scoredOf(mine)
      .filter(({ count }) => count > 0)
      .map(({ key, count }) => [key, count]);
    expect(figures).toEqual([
      ['enterprise-crt', 1],
      ['level-2-and-3-crt', 1],
      ['interim-response', 1],
    ]);
    expect(counted(scorecardOf(await talk.say('av2-other', 'metrics me this month')))).toBe(0);
  });

  it.each([
    ['av2-agent', true],
    ['av2-supervisor', true],
    ['av2-gatekeeper', true],
    ['po-agent', true],
    ['analyst', true],
    ['av2-other', false],
    ['di2-supervisor', false],
    ['nobody', false],
  ])('for one person is shown to %s: %s (AC-5)', async (reader, may) => {
    const { talk } = conversation();
    const outcome = await talk.say(reader, 'metrics Av2 Agent this month');
    expect(outcome.kind).toBe(may ? 'reply' : 'refusal');
    if (!may) expect(refusalOf(outcome)).toMatchObject({ code: 'not-permitted' });
  });

  it('for a person in another MSC is not shown to an analyst (AC-5)', async () => {
    const { talk } = conversation();
    expect(refusalOf(await talk.say('analyst', 'metrics Di2 Agent'))?.code).toBe('not-permitted');
  });
});

describe('Verifying metrics', () => {
  it('finds no difference between the metrics and the cases of a period (ME-6, RE-1)', async () => {
    const { talk, file } = conversation();
    await file('av2', 'aviation', closedAt(START + 2 * DAY));
    await talk.say('av2-agent', 'metrics');
    talk.wallStep = 10_000;
    const { card } = replied(await talk.say('po-agent', 'verify metrics this month'));
    expect(card).toMatchObject({
      card: 'message',
      tone: 'good',
      title: 'Metrics verified · November 2026',
      text: expect.stringMatching(
        /^No differences\.\n\n1 case and \d+ totals were checked\.\n\nThere's more/,
      ),
      buttons: [
        { title: 'Continue', data: { period: 'this month', next: '2026-11-01' } },
        { title: 'Metrics' },
      ],
    });
  });

  it('continues from its button until everything is checked, and says what differs (ME-6)', async () => {
    const { talk, file } = conversation();
    await file('av2', 'aviation', closedAt(START + 2 * DAY));
    await talk.say('av2-agent', 'metrics');
    await talk.kept.rollups.insert('2026-11-05|group|av3', {
      span: '2026-11-05',
      kind: 'group',
      key: 'av3',
      tallies: { 'closed/3': { count: 1, met: 1, sumMs: 0, bins: [1] } },
    });
    talk.wallStep = 10_000;
    const texts: string[] = [];
    let data: Readonly<Record<string, string>> | undefined = { period: '2026-11-01 to 2026-11-07' };
    while (data !== undefined) {
      const { card } = replied(await talk.press('po-agent', 'metrics.verify', data));
      if (card.card !== 'message') throw new Error(card.card);
      texts.push(card.text);
      data = card.buttons.find(({ title }) => title === 'Continue')?.data;
    }
    expect(texts).toHaveLength(8);
    expect(texts.filter((text) => !text.startsWith('No differences.'))).toEqual([
      expect.stringContaining('2026-11-05|group|av3: stored 1 counted, 1 met; from the cases 0 counted'),
    ]);
    expect(texts.at(-1)).toContain('Everything was checked.');
  });

  it('is allowed only for the program office (AC-2)', async () => {
    const { talk } = conversation();
    expect(refusalOf(await talk.say('av2-supervisor', 'verify metrics'))).toMatchObject({
      code: 'not-permitted',
      params: { who: 'the program office' },
    });
  });
});

describe('Metrics that are not up to date', () => {
  it('say up to what time every change is included (ME-6)', async () => {
    const { talk, file } = conversation();
    await file('av2', 'aviation', closedAt(START + 2 * DAY));
    // No time to count: the wall clock runs past the bound at once.
    talk.wallStep = 10_000;
    const late = scorecardOf(await talk.say('av2-agent', 'metrics'));
    expect(late.asOf).toBe(START + 2 * DAY);
    expect(counted(late)).toBe(0);
    talk.wallStep = 0;
    const now = scorecardOf(await talk.say('av2-agent', 'metrics'));
    expect(now).not.toHaveProperty('asOf');
    expect(counted(now)).toBe(1);
  });
});
