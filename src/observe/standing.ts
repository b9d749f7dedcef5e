import { MAILBOX, OUTBOX } from '../alerts/outbox-item';
import { QUARANTINE, quarantineOn } from '../alerts/quarantine/quarantine';
import type { TimeSource } from '../ports/time-source';
import { CASE } from '../storage/repositories/case-record';
import type { OutboxItem } from '../alerts/outbox-item';
import type { Engine, Store } from '../storage/store';
import type { OutboxFigures, Standing } from './figures';

/** E-mails are never held for a reader's hour, nor muted. */
const MAIL_STATES = ['waiting', 'parked', 'dead'] as const;
const STATES = [...MAIL_STATES, 'held', 'muted'] as const;

/** What stands in the store. `business` is the time of decisions, `wall` that of the outbox. */
export async function standingOf(engine: Engine, business: TimeSource, wall: TimeSource): Promise<Standing> {
  const cases = await engine.store(CASE);
  const outbox = await engine.store(OUTBOX);
  const mailbox = await engine.store(MAILBOX);
  const quarantine = quarantineOn(await engine.store(QUARANTINE), wall);
  const standIn = async (
    box: Store<OutboxItem>,
    ofStates: readonly (typeof STATES)[number][],
  ): Promise<OutboxFigures> => ({
    states: await Promise.all(
      ofStates.map(async (state) => {
        const [depth, [oldest]] = await Promise.all([
          box.count({ state }),
          box.find({ where: { state }, sort: { field: 'since' }, limit: 1 }),
        ]);
        return { state, depth, ...(oldest && { oldestMs: Math.max(0, wall.now() - oldest.value.since) }) };
      }),
    ),
  });
  return {
    sweepLagMs: async () => {
      const now = business.now();
      const where = { nextDueAt: { upTo: now } };
      const [earliest] = await cases.find({ where, sort: { field: 'nextDueAt' }, limit: 1 });
      return now - (earliest?.value.nextDueAt ?? now);
    },
    outbox: () => standIn(outbox, STATES),
    mailbox: () => standIn(mailbox, MAIL_STATES),
    quarantined: async () => {
      const counts = new Map<string, number>();
      for (const { value } of await quarantine.all())
        counts.set(value.kind, (counts.get(value.kind) ?? 0) + 1);
      return counts;
    },
  };
}
