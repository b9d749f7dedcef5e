import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import type { Happened } from '../../support/cases';
import { aCase, details, opened } from '../../support/cases';
import { cardOf, Conversation, refusalOf } from '../../support/conversation';
import { DAY, START } from '../../support/site';

const BASE = { scope: 'enterprise', period: '2026-10' };

function conversation() {
  const talk = new Conversation(registryOf(allCommands));
  talk.now = START + 70 * DAY; // Monday 11 January 2027
  let count = 0;
  return {
    talk,
    file: (at: number, reason = 'order-status', ...events: Happened[]) => {
      count += 1;
      const first = opened('av2', {
        assignee: 'av2-agent',
        details: details({ reason, pr: `70000000${10 + count}` }),
      });
      return talk.hold(aCase({ ...first, at }, ...events));
    },
  };
}
const list = async (talk: Conversation, data: Readonly<Record<string, string>>, who = 'av2-agent') =>
  cardOf(await talk.press(who, 'metrics.open', { ...BASE, ...data }), 'list');
const numbers = (rows: readonly { readonly title: string }[]) => rows.map(({ title }) => title.slice(0, 9));

describe('The open cases behind a metric', () => {
  it('of one age are listed oldest first, each with its age and its account (ME-5)', async () => {
    const { talk, file } = conversation();
    const old = await file(START);
    const older = await file(START - DAY);
    await file(START + 68 * DAY);
    const { title, intro, rows } = await list(talk, { age: 'aged' });
    expect(title).toBe('Open cases · Enterprise');
    expect(intro).toBe('Age in business days: over 30\nOldest first: 1 to 2 of 2.');
    expect(numbers(rows)).toEqual([older, old]);
    expect(rows[1]).toMatchObject({
      title: `${old} · Order status`,
      subtitle: expect.stringMatching(/^DoDAAC W25G1V · /),
      facts: expect.arrayContaining(['Open for 46 business days']),
      button: { verb: 'case.show', data: { case: old } },
    });
    expect((await list(talk, { age: 'to-8' })).rows).toHaveLength(1);
    expect((await list(talk, { age: 'to-16' })).empty).toBe('No open cases here.');
  });

  it('can be asked for in words too (ME-5)', async () => {
    const { talk, file } = conversation();
    const number = await file(START);
    const typed = cardOf(await talk.say('av2-agent', 'open cases av2'), 'list');
    expect(typed.title).toBe('Open cases · aviation av2');
    expect(numbers(typed.rows)).toEqual([number]);
  });

  it('for a reason, or for a state of their clocks, are as many as the scorecard says (ME-5)', async () => {
    const { talk, file } = conversation();
    await file(START, 'backorder', {
      kind: 'clock-missed',
      clock: 'interim-response#1',
      dueAt: START + 2 * DAY,
      at: START + 2 * DAY + 1,
    });
    await file(START + 69 * DAY, 'quality');
    const { scorecard } = cardOf(await talk.press('av2-agent', 'metrics.show', BASE), 'metrics');
    const { bySla, topReasons, byAge, count } = scorecard.open;
    for (const [sla, number] of Object.entries(bySla))
      expect((await list(talk, { sla })).rows).toHaveLength(number);
    for (const reason of topReasons)
      expect((await list(talk, { reason: reason.key })).rows).toHaveLength(reason.count);
    for (const band of byAge) expect((await list(talk, { age: band.key })).rows).toHaveLength(band.count);
    expect((await list(talk, {})).rows).toHaveLength(count);
    expect((await list(talk, { sla: 'missed' })).intro).toMatch(/^Clock status: missed\n.*1 to 1 of 1/u);
    expect((await list(talk, { reason: 'backorder' })).intro).toMatch(/^Reason: Backorder\n/u);
  });

  it.each([['aged'], ['']])(
    'are shown page by page, each once, even those opened at the same instant (age “%s”) (ME-5)',
    async (age) => {
      const { talk, file } = conversation();
      const filed: string[] = [];
      for (let nth = 0; nth < 23; nth += 1) filed.push(await file(START + (nth % 3)));
      const found: string[] = [];
      const intros: string[] = [];
      let data: Readonly<Record<string, string>> | undefined = { age };
      while (data !== undefined) {
        const { rows, intro, buttons } = await list(talk, data);
        found.push(...numbers(rows));
        intros.push(intro?.split('\n').at(-1) ?? '');
        data = buttons.find(({ title }) => title === 'More')?.data;
      }
      expect([...found].sort()).toEqual(filed.sort());
      expect(intros.at(-1)).toBe('Oldest first: 21 to 23 of 23.');
    },
  );

  it('can be typed too, for a scope (ME-5)', async () => {
    const { talk, file } = conversation();
    await file(START);
    const { title, rows } = cardOf(await talk.say('av2-agent', 'open cases aviation'), 'list');
    expect([title, rows.length]).toEqual(['Open cases · Aviation', 1]);
    expect(cardOf(await talk.say('av2-agent', 'open cases me'), 'list').rows).toHaveLength(1);
    expect(cardOf(await talk.say('av2-agent', 'open cases distribution'), 'list').rows).toHaveLength(0);
  });

  it('lead back to the scorecard they were opened from, with its period (ME-6)', async () => {
    const { talk } = conversation();
    const { buttons } = await list(talk, { scope: 'group:av2' });
    expect(buttons).toEqual([
      { title: 'Metrics', verb: 'metrics.show', data: { scope: 'group:av2', period: '2026-10' } },
    ]);
  });

  it("for one person are shown only to those who may see that person's metrics (AC-5)", async () => {
    const { talk, file } = conversation();
    await file(START);
    const data = { ...BASE, scope: 'person:av2-agent' };
    expect((await list(talk, data, 'av2-agent')).rows).toHaveLength(1);
    expect(refusalOf(await talk.press('di2-agent', 'metrics.open', data)).code).toBe('not-permitted');
  });
});
