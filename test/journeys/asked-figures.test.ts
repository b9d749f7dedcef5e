import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { last, START } from './aviation-call';
import { textOf } from './seen-card';
import { startTown } from './town';
import type { Town } from './town';

describe('Metrics asked for in plain words', () => {
  let town: Town;
  beforeAll(async () => {
    town = await startTown(START, sqliteUnderTest());
  });
  afterAll(() => town.end());

  const say = async (line: string) => last(await town.say('201', line));

  it('come from a plain question, and from a choice of what was meant (ME-6)', async () => {
    const scorecard = await say('How are we doing in aviation last month?');
    expect(textOf(scorecard.card)).toContain('September 2026');

    const which = await say('metrics csat avia');
    expect(textOf(which.card)).toContain('“csat avia” could mean several things');
    const meant = await town.press('201', which, 'Aviation, the whole MSC');
    expect(textOf(meant.card)).toContain('Customer satisfaction');

    expect(textOf((await say('how are we doing in narnia?')).card)).toContain("“narnia” wasn't understood");
    expect(textOf((await say('esclate cs1')).card)).toContain('Similar commands');
    expect(town.faults).toEqual([]);
  });

  it('can be tried against another goal in place, with an invalid goal reported at its field (ME-7)', async () => {
    const tried = await say('what if CRT were 6 days for aviation');
    expect(textOf(tried.card)).toContain('What if the goal were 6 business days?');
    expect(textOf(tried.card)).toContain('Nothing to count');
    const again = await town.press('201', tried, 'Try', {
      days: '2',
      scope: 'group:L3-AVN',
      period: '2026-09',
    });
    expect(again.activityId).toBe(tried.activityId);
    expect(textOf(again.card)).toContain('What if the goal were 2 business days?');
    expect(textOf(again.card)).toContain('Aviation Supplier Operations · September 2026');
    const wrong = await town.press('201', again, 'Try', { days: '0' });
    expect(textOf(wrong.card)).toContain('⚠ Enter a whole number from 1 to 260, such as 6.');
    const mended = await town.press('201', wrong, 'Show', { days: '7' });
    expect(textOf(mended.card)).toContain('What if the goal were 7 business days?');
    expect(town.faults).toEqual([]);
  });
});
