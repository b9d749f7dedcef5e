import { CLOCK_MARGIN_MS, type TimeSource } from '../../ports/time-source';
import type { DropReason, OnDropped } from '../../ports/dead-letters';
import { pagesOf } from '../../storage/pages';
import type { Store, Where } from '../../storage/store';
import { OUTBOX_STATES } from '../outbox/outbox-item';
import type { Move, OutboxItem, OutboxRecord, SetDown } from '../outbox/outbox-item';

const PAGE = 100;
const SET_DOWN: readonly SetDown[] = ['dead', 'parked'];
/** How long a sent notification is remembered, so that a relay that was killed half-way cannot have it sent again. */
export const SENT_KEPT_MS = 86_400_000;
/** Longer than any lease, back-off or silence of Teams, milliseconds. */
const MAX_WAIT_MS = 2 * 3_600_000;

/** An item that is to be sent now. */
export const fresh = (
  now: number,
): Pick<OutboxItem, 'state' | 'dueAt' | 'setAt' | 'attempts' | 'since'> & { readonly setAt: number } => ({
  state: 'waiting',
  dueAt: now,
  setAt: now,
  attempts: 0,
  since: now,
});

/** Outbox items that do not leave on their own: without an address, given up, or dated by a clock that ran ahead. */
export function undeliveredNotifications(
  store: Store<OutboxItem>,
  wall: TimeSource,
  move: Move,
  onDropped: OnDropped,
) {
  const drop = async (record: OutboxRecord, why: DropReason): Promise<void> => {
    const dueAt = wall.now() + SENT_KEPT_MS;
    if ((await move(record, { state: 'dropped', dueAt })) !== undefined) onDropped(why);
  };

  const pages = (where: Where, field: 'addressKey' | 'setAt' | 'dueAt') =>
    pagesOf(store, { where, sort: { field }, limit: PAGE }, ({ value }) => value[field] ?? 0);

  return {
    /** What is dead or parked, oldest first. */
    standing: (limit: number) =>
      store.find({ where: { state: { in: [...SET_DOWN] } }, sort: { field: 'since' }, limit }),
    /** Sends a dead or parked item again; whether it is now on its way. */
    revive: async (id: string) => {
      const record = await store.get(id);
      if (record?.value.state !== 'dead' && record?.value.state !== 'parked') return false;
      return (await move(record, fresh(wall.now()))) !== undefined;
    },
    /** How many there are. */
    countStanding: () => store.count({ state: { in: [...SET_DOWN] } }),
    /** Releases what was parked for an address that is now known. Answers how many. */
    release: async (addressKey: string) => {
      let count = 0;
      for (;;) {
        const parked = await store.find({ where: { state: 'parked', addressKey }, limit: PAGE });
        for (const record of parked) if (await move(record, fresh(wall.now()))) count++;
        if (parked.length < PAGE) return count;
      }
    },
    /** The parked or dead items, of one address or of all, a page at a time. */
    standingIn: (state: SetDown, addressKey?: string) =>
      pages({ state, ...(addressKey === undefined ? {} : { addressKey }) }, 'addressKey'),
    /** Releases such an item, to leave with a bundle. */
    letGo: async (record: OutboxRecord, bundle: string) => {
      await move(record, { ...fresh(wall.now()), bundle });
    },
    /** Drops an item that is no longer sent; `onDropped` gets the reason. */
    drop,
    /** Drops what has been in one of the states since `before` and was not sent again; a batch at a time. */
    expire: async (before: number, states: readonly SetDown[]) => {
      for (const state of states) {
        const query = { where: { state, dueAt: { upTo: before } }, sort: { field: 'dueAt' }, limit: PAGE };
        for (const record of await store.find(query)) await drop(record, 'expired');
      }
    },
    /** Items dated by a clock that ran ahead by more than the margin; a page at a time. */
    datedAhead: async function* () {
      const from = wall.now() + CLOCK_MARGIN_MS + 1;
      for (const state of OUTBOX_STATES) yield* pages({ state, setAt: { from } }, 'setAt');
      // Of items from before `setAt` was kept all that is known is that nothing waits for so long.
      for await (const page of pages({ state: 'waiting', dueAt: { from: from + MAX_WAIT_MS } }, 'dueAt'))
        yield page.filter(({ value }) => value.setAt === undefined);
    },
  };
}
