import { OUTBOX } from '../alerts/outbox-item';
import type { TimeSource } from '../ports';
import { CASE } from '../storage/repositories/case-record';
import type { Engine } from '../storage/store';
import type { Standing } from './figures';

const STATES = ['waiting', 'parked', 'dead', 'held', 'muted'] as const;

/** What stands in the store. `business` is the time of decisions, `wall` that of the outbox. */
export async function standingOf(engine: Engine, business: TimeSource, wall: TimeSource): Promise<Standing> {
  const cases = await engine.store(CASE);
  const outbox = await engine.store(OUTBOX);
  return {
    sweepLagMs: async () => {
      const now = business.now();
      const where = { nextDueAt: { upTo: now } };
      const [earliest] = await cases.find({ where, sort: { field: 'nextDueAt' }, limit: 1 });
      return now - (earliest?.value.nextDueAt ?? now);
    },
    outbox: async () => ({
      states: await Promise.all(
        STATES.map(async (state) => {
          const [depth, [oldest]] = await Promise.all([
            outbox.count({ state }),
            outbox.find({ where: { state }, sort: { field: 'since' }, limit: 1 }),
          ]);
          return { state, depth, ...(oldest && { oldestMs: Math.max(0, wall.now() - oldest.value.since) }) };
        }),
      ),
    }),
  };
}
