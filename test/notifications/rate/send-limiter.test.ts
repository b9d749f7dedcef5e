import fc from 'fast-check';
import { sendLimiter } from '../../../src/notifications/rate/send-limiter';
import { SENDS } from '../../../src/notifications/rate/send-history';
import type { SendHistory } from '../../../src/notifications/rate/send-history';
import type { Store } from '../../../src/storage/store';
import { memoryStore } from '../../support/memory/memory-store';
import { seeded } from '../../support/seeded';
import { teamsLimits } from '../../support/teams-limits';
import { virtualClock } from '../../support/virtual-clock';

let now = 0;
let store: Store<SendHistory>;
const time = { now: () => now };
const clock = virtualClock({ get: time.now, set: (to) => (now = to) });
/** The limiter of one more process on the same store. */
const limiter = () => sendLimiter(time, store, clock.schedule);
beforeEach(() => {
  now = 0;
  store = memoryStore(SENDS);
});

/** The same store, where each write takes this much clock time. */
const slow = (of: Store<SendHistory>, ms: () => number): Store<SendHistory> => ({
  ...of,
  insert: async (...given) => {
    await clock.pass(ms());
    return of.insert(...given);
  },
  replace: async (...given) => {
    await clock.pass(ms());
    return of.replace(...given);
  },
});

describe('The send limiter', () => {
  it('allows 7 sends per conversation in a second, the 8th in the next, and the 9th after a little over two', async () => {
    const process = limiter();
    for (let i = 0; i < 7; i++) expect(await process.take('a')).toBeUndefined();
    expect(await process.take('a')).toBe(1_030);
    now = 1_029;
    expect(await process.take('a')).toBe(1_030);
    now = 1_030;
    expect(await process.take('a')).toBeUndefined();
    expect(await process.take('a')).toBe(2_030);
  });

  it('allows 30 sends in a second across all conversations, and queues the others', async () => {
    now = 5_000;
    const process = limiter();
    for (let i = 0; i < 30; i++) expect(await process.take(`conversation ${i}`)).toBeUndefined();
    expect(process.freeAt('one more')).toBeLessThanOrEqual(now);
    expect(await clock.until(process.take('one more'))).toBeUndefined();
    expect(now).toBe(6_030);
  });

  it('queues no one who is asked to stop', async () => {
    const process = limiter();
    for (let i = 0; i < 30; i++) await process.take(`conversation ${i}`);
    const stopping = new AbortController();
    const last = process.take('one more', stopping.signal);
    await new Promise((resolve) => setImmediate(resolve));
    stopping.abort();
    expect(await last).toBe(1_030);
    expect(now).toBe(0);
  });

  it('gives each send that must wait for its conversation its own instant, as Teams would accept it', async () => {
    const process = limiter();
    for (let i = 0; i < 7; i++) await process.take('a');
    const told = Array.from({ length: 60 }, () => process.later('a'));
    expect(told.slice(0, 4)).toEqual([1_030, 2_030, 2_030, 2_030]);
    const limits = teamsLimits(time);
    for (let i = 0; i < 7; i++) limits.arrives('a');
    for (const at of told) {
      now = Math.max(now, at);
      expect(await process.take('a')).toBeUndefined();
      expect(limits.arrives('a')).toBe(true);
    }
    // Not for hours ahead: what was told may have come otherwise.
    const many = Array.from({ length: 1_000 }, () => process.later('a'));
    expect(Math.max(...many) - Math.min(...many)).toBeLessThan(61_000);
  });

  it('starts a send when it was counted, however long the store takes, and counts a late one again', async () => {
    const chance = seeded(7);
    store = slow(store, () => (chance.once(100) ? 300 : 2 + chance.below(20)));
    const process = limiter();
    const limits = teamsLimits(time);
    const all = Array.from({ length: 300 }, async (_, i) => {
      expect(await process.take(`conversation ${i}`)).toBeUndefined();
      expect(limits.arrives(`conversation ${i}`)).toBe(true);
    });
    await clock.until(Promise.all(all));
    expect(limits.most()['tenant in 1 s, of 30']).toBeLessThanOrEqual(30);
    expect(limits.broken()).toBe(0);
    // Ten seconds at the best, of which the store stands still for one or two.
    expect(now).toBeLessThan(15_000);
  });

  it('allows 1,800 sends per conversation in an hour, and remembers them after a restart', async () => {
    const limits = teamsLimits(time);
    let sent = 0;
    for (let process = limiter(); now < 2 * 3_600_000; now += 1_500) {
      // Restarted from time to time.
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

  it('keeps a conversation, and no other, silent for as long as Teams asked any instance', async () => {
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

  it("uses up none of the others' share for a conversation that is full", async () => {
    const process = limiter();
    for (let i = 0; i < 30; i++) await process.take('full');
    for (let i = 0; i < 23; i++) expect(await process.take(`conversation ${i}`)).toBeUndefined();
    await clock.until(process.take('one more'));
    expect(now).toBe(1_030);
  });

  it('never exceeds a Teams rate in any window across three instances, and a send at its given instant goes out', async () => {
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

  it('allows as many sends as Teams accepts when three instances ask at the same time', async () => {
    const wentAt: number[] = [];
    const asked = [limiter(), limiter(), limiter()].flatMap((process) =>
      Array.from({ length: 40 }, async (_, i) => {
        expect(await process.take(`conversation ${i}`)).toBeUndefined();
        wentAt.push(now);
      }),
    );
    await clock.until(Promise.all(asked));
    // At once while there is room; then each instance evenly, each second as many in all.
    expect(wentAt.filter((at) => at === 0)).toHaveLength(30);
    expect(wentAt.filter((at) => at >= 1_030 && at < 2_060)).toHaveLength(30);
    expect(Math.max(...wentAt)).toBeLessThan(4_120);
  });
});
