import { CASE, last, START } from './aviation-call';
import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { CHANNEL_OF, startTown } from './town';
import type { Town } from './town';

const HOUR = 3_600_000;
let town: Town;

/** The figures of the running bot, by their names with labels. */
async function figures(): Promise<ReadonlyMap<string, number>> {
  const answer = await fetch(`http://127.0.0.1:${town.app.server.port}/metrics`);
  const lines = (await answer.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
}

describe('The telemetry of the whole bot', () => {
  beforeEach(async () => {
    town = await startTown(START, sqliteUnderTest());
  });
  afterEach(async () => {
    await town.end();
  });

  it("gives its turns, its sends by result, the sweep's delay, and what is waiting", async () => {
    const form = last(await town.say('201', 'new case'));
    await town.press('201', form, 'Create case', CASE);
    await town.say('201', 'case CS0000099');
    const before = await figures();
    expect(before.get('casekeeper_turn_seconds_count{outcome="answered"}')).toBe(2);
    expect(before.get('casekeeper_turn_seconds_count{outcome="refused"}')).toBe(1);
    expect(before.get('casekeeper_sweep_lag_seconds')).toBe(0);

    // The interim response of a High case is missed after two business days, in a house whose sweep has not run since.
    town.now = START + 49 * HOUR;
    const late = await figures();
    expect(late.get('casekeeper_sweep_lag_seconds')).toBeGreaterThan(0);

    await town.beat();
    expect(await town.standing(CHANNEL_OF['L2-AVN'])).not.toEqual([]);
    const after = await figures();
    expect(after.get('casekeeper_sweep_lag_seconds')).toBe(0);
    expect(after.get('casekeeper_send_seconds_count{kind="post",result="sent"}')).toBeGreaterThan(0);
    expect(after.get('casekeeper_outbox_notices{state="waiting"}')).toBe(0);
    expect(after.get('casekeeper_outbox_oldest_seconds{state="waiting"}')).toBe(0);
    expect(after.get('casekeeper_scrape_failed')).toBe(0);
    expect(town.faults).toEqual([]);
  });
});
