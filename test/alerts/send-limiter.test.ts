import fc from 'fast-check';
import { sendLimiter } from '../../src/alerts/send-limiter';
import { SENDS } from '../../src/alerts/sends-of-late';
import type { SendsOfLate } from '../../src/alerts/sends-of-late';
import type { Store } from '../../src/storage/store';
import { memoryStore } from '../support/memory-store';
import { teamsLimits } from '../support/teams-limits';

let now = 0;
let store: Store<SendsOfLate>;
const time = { now: () => now };
/** The limiter of one more process on the same store. */
const limiter = () => sendLimiter(time, store);
beforeEach(() => {
  now = 0;
  store = memoryStore(SENDS);
});

describe('the send limiter', () => {
  it('lets 7 sends of a conversation go in a second, the 8th in the next and the 9th after two', async () => {
    const process = limiter();
    for (let i = 0; i < 7; i++) expect(await process.take('a')).toBeUndefined();
    expect(await process.take('a')).toBe(1_000);
    now = 999;
    expect(await process.take('a')).toBe(1_000);
    now = 1_000;
    expect(await process.take('a')).toBeUndefined();
    expect(await process.take('a')).toBe(2_000);
  });

  it('lets 30 sends go in a second over all conversations', async () => {
    now = 5_000;
    const process = limiter();
    for (let i = 0; i < 30; i++) expect(await process.take(`conversation ${i}`)).toBeUndefined();
    expect(await process.take('one more')).toBe(6_000);
    expect(process.freeAt('one more')).toBe(6_000);
  });

  it('lets 1,800 sends of a conversation go in an hour, and knows them after a restart', async () => {
    const limits = teamsLimits(time);
    let sent = 0;
    for (let process = limiter(); now < 2 * 3_600_000; now += 1_500) {
      // Started anew every now and then.
      if (now % 90_000 === 0) process = limiter();
      if ((await process.take('a')) !== undefined) continue;
      expect(limits.arrives('a')).toBe(true);
      sent += 1;
    }
    // A minute of the hours is lost to the minutes in which older sends are counted.
    expect(sent).toBeGreaterThan(3_500);
    expect(limits.most()['thread in 3600 s, of 1800']).toBe(1_800);
    expect(JSON.stringify(await store.get('to:a')).length).toBeLessThan(4_096);
  });

  it('keeps a conversation quiet as long as Teams asked one of the instances, and no other', async () => {
    const [here, there] = [limiter(), limiter()];
    expect(await there.take('a')).toBeUndefined();
    await here.hold('a', 10_000);
    await here.hold('a', 5_000);
    expect(await here.take('a')).toBe(10_000);
    expect(await there.take('a')).toBe(10_000);
    expect(await there.take('b')).toBeUndefined();
    now = 10_000;
    expect(await there.take('a')).toBeUndefined();
  });

  it('uses up nothing of the others’ for a conversation that is full', async () => {
    const process = limiter();
    for (let i = 0; i < 30; i++) await process.take('full');
    for (let i = 0; i < 23; i++) expect(await process.take(`conversation ${i}`)).toBeUndefined();
    expect(await process.take('one more')).toBe(1_000);
  });

  it('never passes a rate of Teams in any window over three instances, and a send at the instant it named goes', async () => {
    const gaps = fc.array(
      fc.record({
        gap: fc.integer({ min: 0, max: 700 }),
        to: fc.constantFrom('a', 'b'),
        by: fc.constantFrom(0, 1, 2),
      }),
      { minLength: 100, maxLength: 400 },
    );
    await fc.assert(
      fc.asyncProperty(gaps, async (tries) => {
        now = 1_000_000;
        store = memoryStore(SENDS);
        const instances = [limiter(), limiter(), limiter()] as const;
        const limits = teamsLimits(time);
        for (const { gap, to, by } of tries) {
          now += gap;
          const freeAt = await instances[by].take(to);
          if (freeAt !== undefined) {
            expect(freeAt).toBeGreaterThan(now);
            now = freeAt;
            expect(await instances[by].take(to)).toBeUndefined();
          }
          expect(limits.arrives(to)).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('lets as many go as Teams takes where three instances ask at the same time', async () => {
    const asked = [limiter(), limiter(), limiter()].flatMap((process) =>
      Array.from({ length: 40 }, (_, i) => process.take(`conversation ${i}`)),
    );
    const answers = await Promise.all(asked);
    expect(answers.filter((freeAt) => freeAt === undefined)).toHaveLength(30);
  });
});
