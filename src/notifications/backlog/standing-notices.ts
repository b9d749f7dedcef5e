import { CLOCK_MARGIN_MS } from '../../ports/time-source';
import type { OnDropped } from '../../ports/notice-desk';
import type { TimeSource } from '../../ports/time-source';
import type { Query, Store } from '../../storage/store';
import type { Outbox, OutboxRecord, SetDown } from '../outbox/outbox-contract';
import { OUTBOX_STATES } from '../outbox/outbox-item';
import type { OutboxItem } from '../outbox/outbox-item';

const PAGE = 100;
const SET_DOWN: readonly SetDown[] = ['dead', 'parked'];
/** How long a sent notice is remembered, so that a relay that was killed half-way cannot have it sent again. */
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

type StandingNotices = Pick<
  Outbox,
  | 'standing'
  | 'revive'
  | 'countStanding'
  | 'release'
  | 'standingIn'
  | 'letGo'
  | 'drop'
  | 'expire'
  | 'datedAhead'
>;

/** What stands in an outbox and does not leave by itself: without an address, given up, or dated by a clock that ran ahead. */
export function standingNotices(
  store: Store<OutboxItem>,
  wall: TimeSource,
  move: Outbox['move'],
  onDropped: OnDropped,
): StandingNotices {
  const standing: Outbox['standing'] = (limit) =>
    store.find({ where: { state: { in: [...SET_DOWN] } }, sort: { field: 'since' }, limit });

  const drop: Outbox['drop'] = async (record, why) => {
    const dueAt = wall.now() + SENT_KEPT_MS;
    if ((await move(record, { state: 'dropped', dueAt })) !== undefined) onDropped(why);
  };

  /** All that a query finds, a page at a time, in the order of the field that it sorts by. */
  async function* pages(
    where: Query['where'],
    field: 'addressKey' | 'setAt' | 'dueAt',
  ): AsyncGenerator<readonly OutboxRecord[]> {
    let after: Query['after'];
    for (;;) {
      const page: readonly OutboxRecord[] = await store.find({
        where,
        sort: { field },
        limit: PAGE,
        ...(after === undefined ? {} : { after }),
      });
      const last = page.at(-1);
      if (last === undefined) return;
      after = { id: last.id, value: last.value[field] ?? 0 };
      yield page;
    }
  }

  return {
    standing,
    revive: async (id) => {
      const record = await store.get(id);
      if (record?.value.state !== 'dead' && record?.value.state !== 'parked') return false;
      return (await move(record, fresh(wall.now()))) !== undefined;
    },
    countStanding: () => store.count({ state: { in: [...SET_DOWN] } }),
    release: async (addressKey) => {
      let count = 0;
      for (;;) {
        const parked = await store.find({ where: { state: 'parked', addressKey }, limit: PAGE });
        for (const record of parked) if (await move(record, fresh(wall.now()))) count++;
        if (parked.length < PAGE) return count;
      }
    },
    standingIn: (state, addressKey) =>
      pages({ state, ...(addressKey === undefined ? {} : { addressKey }) }, 'addressKey'),
    letGo: async (record, bundle) => {
      await move(record, { ...fresh(wall.now()), bundle });
    },
    drop,
    expire: async (before, states) => {
      for (const state of states) {
        const query = { where: { state, dueAt: { upTo: before } }, sort: { field: 'dueAt' }, limit: PAGE };
        for (const record of await store.find(query)) await drop(record, 'expired');
      }
    },
    datedAhead: async function* () {
      const from = wall.now() + CLOCK_MARGIN_MS + 1;
      for (const state of OUTBOX_STATES) yield* pages({ state, setAt: { from } }, 'setAt');
      // Of items from before `setAt` was kept it is known alone that nothing waits for so long.
      for await (const page of pages({ state: 'waiting', dueAt: { from: from + MAX_WAIT_MS } }, 'dueAt'))
        yield page.filter(({ value }) => value.setAt === undefined);
    },
  };
}
