import { CASE } from '../../src/storage/repositories/case-record';
import { ADDRESS, StoredAddresses } from '../../src/storage/repositories/address-book';
import type { Engine } from '../../src/storage/store';
import { median, percentile } from '../statistics';
import type { Row } from '../statistics';
import { setting, withEngine } from './app';
import { memoryLine, watchingMemory } from './memory';
import { BEAT_MS, houseOn } from './running-house';
import { chatOf, fill, firstDueMs, numberOf, site, WEDNESDAY, worldOn } from './site';
import { startTeams } from './teams';

const OPEN = setting('BENCH_OPEN_CASES', 10_000);
const DUE = setting('BENCH_DUE', 300);
/** So far apart the cases become due; each is alone then. */
const APART_MS = 150;
/** The first is due when the bot has settled. */
const SETTLING_MS = 5_000;

/** From the instant at which each case is due until its first card is at Teams, milliseconds. */
async function latencies(engine: Engine): Promise<readonly number[]> {
  const teams = await startTeams();
  const still = worldOn({ now: () => WEDNESDAY }, teams.url)();
  const dueMs = firstDueMs(still);
  const dueAt = (nth: number): number => WEDNESDAY + SETTLING_MS + nth * APART_MS;
  await fill(await engine.store(CASE), OPEN, (nth) => (nth < DUE ? dueAt(nth) - dueMs : WEDNESDAY), still);
  const people = new StoredAddresses(await engine.store(ADDRESS));
  for (const { id } of site(teams.url).people)
    await people.put(id, { conversationId: chatOf(id), serviceUrl: teams.url, kind: 'personal' });

  const clock = { began: Date.now() };
  const context = worldOn({ now: () => WEDNESDAY + Date.now() - clock.began }, teams.url);
  const start = await houseOn(engine, teams.url, context);
  clock.began = Date.now();
  const app = await start();
  const postedAt = new Map<string, number>();
  for (let count = 1; postedAt.size < DUE; count += 1) {
    await teams.received(count);
    const { number = '', at } = teams.calls[count - 1] ?? { at: Number.NaN };
    if (!postedAt.has(number)) postedAt.set(number, at - clock.began + WEDNESDAY);
  }
  await app.stop();
  teams.stop();
  return Array.from({ length: DUE }, (_, nth) => (postedAt.get(numberOf(nth)) ?? Number.NaN) - dueAt(nth));
}

/** How long a due alert waits until it is posted: the whole bot in real time, SQLite on the disk, Teams over loopback. */
export async function benchDueToPosted(): Promise<{ readonly rows: readonly Row[]; readonly line: string }> {
  const { result, memory } = await watchingMemory(() => withEngine(latencies));
  const row = (name: string, ms: number): Row => ({
    what: `from due to posted, ${OPEN} open, ${name} of ${DUE}`,
    figure: `${ms.toFixed(0)} ms`,
    against: `${BEAT_MS} ms, the beat`,
    ratio: ms / BEAT_MS,
    goal: 'below 1.0',
    reached: ms < BEAT_MS,
  });
  return {
    rows: [row('median', median(result)), row('99th percentile', percentile(result, 0.99))],
    line: memoryLine(`${OPEN} open, ${DUE} due one by one`, memory),
  };
}
