import type { MeasureShown } from '../../../src/cards/metrics/measure-shown';
import type { Outcome } from '../../../src/commands/command';
import { registryOf } from '../../../src/commands/registry';
import { measureCommand } from '../../../src/features/metrics/measure.command';
import type { Happened } from '../../support/cases';
import { aCase, details, opened } from '../../support/cases';
import { Conversation } from '../../support/conversation';
import { START } from '../../support/site';

const DAY = 86_400_000;
const closedAt = (at: number): Happened => ({ kind: 'closed', text: '', at });

/** A conversation on Sunday 22 November 2026, with cases opened on the 2nd that were closed so many days later. */
async function conversation(...days: number[]) {
  const talk = new Conversation(registryOf([measureCommand]));
  talk.now = START + 20 * DAY;
  for (const [place, day] of days.entries()) {
    const first = opened('av2', { details: details({ msc: 'aviation', pr: `700000000${place}` }) });
    await talk.hold(aCase(first, closedAt(START + day * DAY)));
  }
  const asked = { scope: 'msc:aviation', period: '2026-11', measure: 'enterprise-crt' };
  const ask = (given: Record<string, string> = {}, who = 'av2-agent') =>
    talk.press(who, 'metrics.measure', { ...asked, ...given });
  return { talk, ask };
}
function shownOf(outcome: Outcome): MeasureShown {
  if (outcome.kind !== 'reply' || outcome.reply.card.card !== 'measure')
    throw new Error(`no measure: ${JSON.stringify(outcome)}`);
  return outcome.reply.card.shown;
}
const refusalOf = (outcome: Outcome) => (outcome.kind === 'refusal' ? outcome.refusal : undefined);

describe('The card of one measure', () => {
  it('shows the metric beside twelve periods that end with the one asked for (ME-6)', async () => {
    const { ask } = await conversation(1, 2, 18);
    const shown = shownOf(await ask());
    expect(shown.scope).toEqual({ kind: 'msc', key: 'aviation', name: 'Aviation' });
    expect(shown.scored).toMatchObject({ key: 'enterprise-crt', count: 3, met: 2, reached: false });
    expect(shown.points).toHaveLength(12);
    expect(shown.points[0]).toMatchObject({ days: { from: '2025-12-01', to: '2025-12-31' }, count: 0 });
    expect(shown.points.at(-1)).toMatchObject({ days: { from: '2026-11-01', to: '2026-11-30' }, count: 3 });
  });

  it('goes back in periods as long as the one asked for (ME-6)', async () => {
    const { ask } = await conversation(1);
    const { points } = shownOf(await ask({ period: '2026-10-01..2026-12-31' }));
    expect(points[0]?.days).toEqual({ from: '2024-01-01', to: '2024-03-31' });
  });

  it('shows the distribution of Case Resolution Time up to twice the goal, with its median and its average (ME-1, ME-2)', async () => {
    const { ask } = await conversation(1, 2, 18);
    const { distribution } = shownOf(await ask({ measure: 'level-2-and-3-crt' }));
    expect(distribution).toMatchObject({ goalDays: 16, count: 3, over: 0 });
    expect(distribution?.bins.at(-1)?.days).toBe(32);
    expect(distribution?.medianDays).toBeGreaterThan(0);
    expect(distribution?.meanDays).toBeGreaterThan(0);
    expect(shownOf(await ask({ measure: 'interim-response' }))).not.toHaveProperty('distribution');
  });

  it('draws no trend of one period and no distribution of nothing (ME-6)', async () => {
    const { talk, ask } = await conversation(1, 2);
    expect(Object.keys(shownOf(await ask()).pictures)).toEqual(['distribution']);
    expect(shownOf(await ask({ period: '2026-09' })).pictures).toEqual({});
    await talk.hold(aCase(opened('av2', { details: details({ msc: 'aviation' }) })));
    const both = shownOf(await ask({ period: '2026-11-03..2026-11-03' }));
    expect(both.points.at(-1)?.count).toBe(1);
  });

  it("leaves out pictures that can't be drawn", async () => {
    const { talk, ask } = await conversation(1, 2);
    Object.assign(talk.pictures, { draw: () => Promise.resolve(undefined) });
    const shown = shownOf(await ask());
    expect(shown.pictures).toEqual({});
    expect(shown.scored.count).toBe(2);
  });

  it("recognizes a client that can't draw charts", async () => {
    const { talk, ask } = await conversation(1);
    expect(shownOf(await ask()).drawsCharts).toBe(true);
    talk.platform = 'ios';
    expect(shownOf(await ask()).drawsCharts).toBe(false);
    talk.platform = 'web';
    expect(shownOf(await ask()).drawsCharts).toBe(true);
  });

  it("shows a person's metrics to those who may see them (AC-5)", async () => {
    const { ask } = await conversation(1);
    expect(refusalOf(await ask({ scope: 'person:av2-agent' }, 'di2-agent'))?.code).toBe('not-permitted');
    expect(shownOf(await ask({ scope: 'person:av2-agent' })).scope.kind).toBe('person');
  });

  it.each([
    ['measure crt aviation', 'enterprise-crt', 'Aviation', 'November 2026'],
    ['measure Level 2 and 3 CRT av2 last month', 'level-2-and-3-crt', 'aviation av2', 'October 2026'],
    ['measure csat', 'satisfaction', 'Enterprise', 'November 2026'],
    ['measure interim response FY26', 'interim-response', 'Enterprise', 'FY26'],
    ['measure level 3 recurring updates me', 'level-3-recurring-update', 'Av2 Agent', 'November 2026'],
  ])('can be typed as “%s”', async (line, key, scope, period) => {
    const { talk } = await conversation(1);
    const shown = shownOf(await talk.say('av2-agent', line));
    expect([shown.scored.key, shown.scope.name, shown.period.name]).toEqual([key, scope, period]);
  });

  it('lists the measures if none is named', async () => {
    const { talk } = await conversation();
    for (const line of ['measure', 'measure aviation last month']) {
      const [fault] = refusalOf(await talk.say('av2-agent', line))!.faults;
      expect(fault).toMatchObject({
        field: 'measure',
        message: expect.stringContaining('CSAT, level 2 assignment'),
      });
    }
    const unread = refusalOf(await talk.say('av2-agent', 'measure turnover'));
    expect(unread).toMatchObject({ code: 'not-understood', params: { part: 'turnover' } });
  });

  it('asks which of two measures is meant', async () => {
    const { talk } = await conversation();
    const which = await talk.say('av2-agent', 'measure updates');
    if (which.kind !== 'reply' || which.reply.card.card !== 'message') throw new Error('not asked');
    expect(which.reply.card.buttons.map(({ verb }) => verb)).toContain('metrics.measure');
  });

  it('lists the open cases if they are the measure (ME-5)', async () => {
    const { talk } = await conversation(1);
    const listed = await talk.say('av2-agent', 'measure open cases aviation');
    expect(listed).toMatchObject({ reply: { card: { card: 'list', title: 'Open cases · Aviation' } } });
  });

  it.each([
    [{ measure: 'turnover' }, 'not-understood'],
    [{ measure: '' }, 'faulty-fields'],
    [{ scope: 'group:nowhere' }, 'no-such-group'],
    [{ period: '2026-13' }, 'bad-period'],
  ])("refuses button data that isn't valid: %j", async (given, code) => {
    const { ask } = await conversation(1);
    expect(refusalOf(await ask(given))?.code).toBe(code);
  });
});
