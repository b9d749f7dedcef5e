import type { MetricsSummary } from '../../../src/domain/metrics/summary';
import type { Happened } from '../../support/cases';
import { aCase, details, opened } from '../../support/cases';
import { Conversation } from '../../support/conversation';
import { registryOf } from '../../../src/commands/registry';
import type { Outcome } from '../../../src/commands/command';
import { metricsCommand } from '../../../src/features/metrics/metrics.command';
import { START } from '../../support/site';

const DAY = 86_400_000;

function conversation() {
  const talk = new Conversation(registryOf([metricsCommand]));
  talk.now = START + 20 * DAY; // Sunday 22 November 2026
  let count = 0;
  return {
    talk,
    /** Files a case of these happenings, opened in a group of an MSC. */
    file: async (group: string, msc: 'aviation' | 'distribution', ...happenings: Happened[]) => {
      count += 1;
      const first = opened(group, { details: details({ msc, pr: `700000000${count}` }) });
      const subject = aCase({ ...first, cause: `open-${count}` }, ...happenings);
      await talk.cases.insert({ case: { ...subject, number: `CS000000${count}` }, notices: [] });
    },
  };
}
const summaryOf = (outcome: Outcome): MetricsSummary => {
  if (outcome.kind !== 'reply' || outcome.reply.card.card !== 'metrics')
    throw new Error(`no metrics: ${JSON.stringify(outcome)}`);
  return outcome.reply.card.summary;
};
const refusalOf = (outcome: Outcome) => (outcome.kind === 'refusal' ? outcome.refusal : undefined);
const closedAt = (at: number): Happened => ({ kind: 'closed', text: '', at });
const counted = ({ measures }: MetricsSummary): number => measures[0]!.count;

describe('metrics', () => {
  it('show the enterprise this month, each figure with the number behind it (ME-1, ME-6)', async () => {
    const { talk, file } = conversation();
    await file('av2', 'aviation', closedAt(START + 2 * DAY));
    await file('di2', 'distribution', closedAt(START + 18 * DAY));
    await file('av2', 'aviation');
    const summary = summaryOf(await talk.say('av2-agent', 'metrics'));
    expect(summary.scope.name).toBe('Enterprise');
    expect(summary.period.name).toBe('November 2026');
    expect(summary.measures[0]).toMatchObject({ key: 'enterprise-crt', count: 2, met: 1, percent: 50 });
    expect(summary.openCount).toBe(1);
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
  ])('“%s” is of %s with %i closed cases (ME-6)', async (line, name, count) => {
    const { talk, file } = conversation();
    await file('av2', 'aviation', closedAt(START + 2 * DAY));
    await file('di2', 'distribution', closedAt(START + 18 * DAY));
    const summary = summaryOf(await talk.say('av2-agent', line));
    expect(summary.scope.name).toBe(name);
    expect(counted(summary)).toBe(count);
  });

  it('say of a period without cases that there is nothing to count (ME-6)', async () => {
    const { talk } = conversation();
    const { measures } = summaryOf(await talk.say('av2-agent', 'metrics last year'));
    expect(measures.every(({ count, percent }) => count === 0 && percent === undefined)).toBe(true);
  });

  it('count a case that was changed since once, also where it is open and listed twice (ME-5)', async () => {
    const { talk, file } = conversation();
    await file('av2', 'aviation', { kind: 'noted', text: 'Called.', at: START + 10 * DAY });
    expect(summaryOf(await talk.say('av2-agent', 'metrics')).openCount).toBe(1);
  });

  it('count open cases of an MSC and of a group however long nothing happened to them (ME-5)', async () => {
    const { talk, file } = conversation();
    await file('av2', 'aviation');
    await file('di2', 'distribution');
    for (const scope of ['aviation', 'av2', 'di2'])
      expect(summaryOf(await talk.say('av2-agent', `metrics ${scope} last week`)).openCount).toBe(1);
    expect(summaryOf(await talk.say('av2-agent', 'metrics last week')).openCount).toBe(2);
  });

  it('take a scope and a period from a button', async () => {
    const { talk } = conversation();
    const pressed = await talk.press('av2-agent', 'metrics.show', { scope: 'av3', period: 'last month' });
    expect(summaryOf(pressed)).toMatchObject({ scope: { key: 'av3' }, period: { name: 'October 2026' } });
  });

  it('refuse a period that is none where the beginning names a scope, and say which would be right', async () => {
    const { talk } = conversation();
    expect(refusalOf(await talk.say('av2-agent', 'metrics aviation someday'))).toMatchObject({
      code: 'bad-period',
      params: { period: 'someday' },
    });
  });

  it('take what begins with a number for a period, and name no group that is not near', async () => {
    const { talk } = conversation();
    expect(refusalOf(await talk.say('av2-agent', 'metrics 2026-13'))?.code).toBe('bad-period');
    expect(refusalOf(await talk.say('av2-agent', 'metrics nowhere'))?.params['nearest']).toBe('');
  });

  it('refuse a scope that nobody knows and name the nearest group', async () => {
    const { talk } = conversation();
    expect(refusalOf(await talk.say('av2-agent', 'metrics av9 last month'))).toMatchObject({
      code: 'no-such-group',
      params: { group: 'av9', nearest: expect.stringMatching(/^av/) },
    });
  });

  it('refuse a beginning that several MSCs share', async () => {
    const { talk } = conversation();
    expect(refusalOf(await talk.say('av2-agent', 'metrics dis'))?.code).toBe('no-such-group');
  });
});
