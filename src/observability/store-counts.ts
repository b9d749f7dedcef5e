import { MAILBOX, OUTBOX, type OutboxItem } from '../notifications/outbox/outbox-item';
import { QUARANTINE, quarantineOn } from '../notifications/quarantine/quarantine';
import type { TimeSource } from '../ports/time-source';
import { pagesOf } from '../storage/pages';
import { CASE } from '../storage/repositories/case-record';
import type { Engine, Store } from '../storage/store';
import type { OutboxFigures, StoreCounts } from './telemetry';

/** Emails are never held for a reader's hour, nor muted. */
const MAIL_STATES = ['waiting', 'parked', 'dead'] as const;
const STATES = [...MAIL_STATES, 'held', 'muted'] as const;

const PAGE = 500;
const countIn = (box: Store<OutboxItem>, state: string): Promise<number> => box.count({ state });

async function readableIn(box: Store<OutboxItem>, state: string): Promise<number> {
  let count = 0;
  const query = { where: { state }, sort: { field: 'since' }, limit: PAGE };
  for await (const page of pagesOf(box, query, ({ value }) => value.since)) count += page.length;
  return count;
}

/** What is in the store. `business` is the time of decisions, `wall` that of the outbox. */
export async function storeCountsOf(
  engine: Engine,
  business: TimeSource,
  wall: TimeSource,
): Promise<StoreCounts> {
  const cases = await engine.store(CASE);
  const outbox = await engine.store(OUTBOX);
  const mailbox = await engine.store(MAILBOX);
  const quarantine = quarantineOn(await engine.store(QUARANTINE), wall);
  const isAnyDamaged = async (kind: string): Promise<boolean> =>
    (await quarantine.all()).some(({ value }) => value.kind === kind && value.why === 'unreadable');
  const standIn = async (
    box: Store<OutboxItem>,
    kind: string,
    ofStates: readonly (typeof STATES)[number][],
  ): Promise<OutboxFigures> => {
    // Quarantined records are not due, but are still in the index: if there are any, readable ones are counted one by one.
    const count = (await isAnyDamaged(kind)) ? readableIn : countIn;
    return {
      states: await Promise.all(
        ofStates.map(async (state) => {
          const [depth, [oldest]] = await Promise.all([
            count(box, state),
            box.find({ where: { state }, sort: { field: 'since' }, limit: 1 }),
          ]);
          return { state, depth, ...(oldest && { oldestMs: Math.max(0, wall.now() - oldest.value.since) }) };
        }),
      ),
    };
  };
  return {
    sweepLagMs: async () => {
      const now = business.now();
      const where = { nextDueAt: { upTo: now } };
      const [earliest] = await cases.find({ where, sort: { field: 'nextDueAt' }, limit: 1 });
      return now - (earliest?.value.nextDueAt ?? now);
    },
    outbox: () => standIn(outbox, OUTBOX.name, STATES),
    mailbox: () => standIn(mailbox, MAILBOX.name, MAIL_STATES),
    quarantined: async () => {
      const counts = new Map<string, number>();
      for (const { value } of await quarantine.all())
        counts.set(value.kind, (counts.get(value.kind) ?? 0) + 1);
      return counts;
    },
  };
}
