import { LEASE_MS } from '../../src/notifications/outbox/process-outbox';
import type { Engine } from '../../src/storage/store';
import type { EngineUnderTest } from '../storage/engine-under-test';
import { seeded, settable } from '../support/seeded';
import { outOfOrder, timesTaken } from './judged';
import { aLife } from './mortal';
import type { Life } from './mortal';
import { yardOn } from './yard';

const NOTICES = settable('INSTANCE_NOTICES', 300);
const SEED = settable('SEED', 20_261_122);
const INSTANCES = 3;
/** A process lives for so many steps at most; a notice takes about ten. */
const MAX_LIFE = 600;

/**
 * What three instances on one store keep while they are killed at random: a process that ends leaves its leases as they
 * are, and another in its place knows nothing of it.
 */
export function instancesOf(name: string, under: () => EngineUnderTest): void {
  describe(`Three instances on ${name}`, () => {
    let engine: Engine;
    let end: () => Promise<void>;
    beforeEach(async () => {
      const used = under();
      engine = await used.open();
      end = async () => {
        await engine.close();
        await used.drop();
      };
    });
    afterEach(() => end());

    it("lose no notification, repeat only those in flight, and keep Teams' limits in sum, whichever is killed", async () => {
      const chance = seeded(SEED);
      const yard = await yardOn(engine, { seed: SEED, caseCount: 30, withArrivals: false, calm: true });
      const { work, teams, outbox } = yard;
      const lives: Life[] = Array.from({ length: INSTANCES }, () => aLife(chance, MAX_LIFE));
      /** Taken by Teams and not noted when a process was killed: these may come again. */
      const underWay = new Map<string, number>();
      let kills = 0;
      const beat = async (): Promise<void> => {
        const before = teams.taken.length;
        await yard.beat(lives);
        for (const [index, life] of lives.entries()) {
          if (!life.isOver()) continue;
          kills += 1;
          lives[index] = aLife(chance, MAX_LIFE);
          for (const { notice: notification } of teams.taken.slice(before))
            if ((await outbox.get(notification))?.value.state !== 'sent')
              underWay.set(notification, (underWay.get(notification) ?? 0) + 1);
        }
      };
      while (work.expected.length < NOTICES) {
        for (let change = 0; change < 12; change++) await work.change();
        await beat();
        await yard.goOn();
      }
      const changedLast = yard.on.wallNow;
      do await beat();
      while (await yard.goOn());

      const taken = timesTaken(teams.taken);
      const doubled = work.expected.filter(({ notice: notification }) => (taken.get(notification) ?? 0) > 1);
      console.log(
        JSON.stringify({
          store: engine.name,
          seed: SEED,
          notices: work.expected.length,
          kills,
          doubled: doubled.length,
          limitsBroken: teams.limits.broken(),
          nearest: teams.limits.most(),
        }),
      );
      expect(kills).toBeGreaterThan(5);
      expect(work.expected.filter(({ notice: notification }) => !taken.has(notification))).toEqual([]);
      expect(
        doubled.filter(
          ({ notice: notification }) => taken.get(notification)! - 1 > (underWay.get(notification) ?? 0),
        ),
      ).toEqual([]);
      expect(teams.limits.broken()).toBe(0);
      expect(outOfOrder(work.expected, teams.taken, new Set())).toEqual([]);
      expect(await outbox.count({ state: 'waiting' })).toBe(0);
      // What a killed process held is taken over when its lease is over; whoever takes it over may be killed as well.
      expect(yard.on.wallNow - changedLast).toBeLessThan(5 * LEASE_MS);
    }, 300_000);

    it('repeat nothing and send as much as one alone would, as long as none is killed', async () => {
      const yard = await yardOn(engine, { seed: SEED, caseCount: 30, withArrivals: false, calm: true });
      const { work, teams, on } = yard;
      while (work.expected.length < NOTICES) await work.change();
      const start = on.wallNow;
      do await yard.beat([undefined, undefined, undefined]);
      while (await yard.goOn());
      expect(teams.taken.map(({ notice: notification }) => notification).sort()).toEqual(
        work.expected.map(({ notice: notification }) => notification).sort(),
      );
      expect(teams.limits.broken()).toBe(0);
      // Each beat sends what a second takes; those of the busy threads take what their 30 seconds allow.
      expect(on.wallNow - start).toBeLessThan(45_000);
    }, 300_000);
  });
}
