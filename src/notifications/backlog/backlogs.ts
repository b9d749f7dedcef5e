import { setImmediate as nextTurn } from 'node:timers/promises';
import { addressOf } from '../delivery/address-of';
import type { DeliveryParts } from '../delivery/delivery-parts';
import type { SetDown } from '../outbox/outbox-item';
import { releaseBacklog } from './release-backlog';
import { fresh } from './undelivered-notifications';

/** After this many card updates, other work gets a turn. */
const AT_A_TIME = 20;

/** What is in the outbox and is to be released, in batches, so that whoever asked for it is answered first. */
export type Backlogs = ReturnType<typeof backlogsOf>;

/**
 * The backlogs of a process, which begin with what is parked for an address that became known just before the last process
 * ended. What was given up and asked for again, but not let go when a process ends, stands in the list of `undelivered` still.
 */
export function backlogsOf(parts: DeliveryParts) {
  const { wall } = parts;
  /** The known addresses, each with the instant up to which dead items are released too. */
  const known = new Map<string, number | undefined>();
  let looked = false;
  let again: number | undefined;

  async function lookFor(states: readonly SetDown[], givenUpBy?: number): Promise<void> {
    for (const key of await knownOf(parts, states)) known.set(key, givenUpBy ?? known.get(key));
  }

  return {
    /** An address became known (`groupAddressKey`, `personAddressKey`): what was parked for it is released. */
    released: (addressKey: string) => void known.set(addressKey, known.get(addressKey)),
    /** Releases everything that is parked or dead now, if its address is known. */
    allAgain: () => void (again = wall.now()),
    /** Releases a batch; answers whether more can be released at once. */
    letGo: async () => {
      if (!looked) await lookFor(['parked']);
      looked = true;
      if (again !== undefined) {
        const asked = again;
        await refreshAgain(parts, asked);
        await lookFor(['parked', 'dead'], asked);
        if (again === asked) again = undefined;
      }
      let isMore = false;
      for (const [key, givenUpBy] of known) {
        const came = await releaseBacklog(parts, key, givenUpBy);
        if (came === 'done') known.delete(key);
        isMore ||= came === 'more';
      }
      return isMore;
    },
  };
}

/** The known addresses that have items in one of the states. */
async function knownOf(
  { outbox, people, context }: DeliveryParts,
  states: readonly SetDown[],
): Promise<readonly string[]> {
  const asked = new Map<string, boolean>();
  for (const state of states)
    for await (const page of outbox.standingIn(state)) {
      if (asked.size > 0) await nextTurn();
      for (const { value } of page)
        if (value.post === undefined && !asked.has(value.addressKey)) {
          const address = await addressOf(value, context().directory, people);
          asked.set(value.addressKey, address !== undefined);
        }
    }
  return [...asked].filter(([, isKnown]) => isKnown).map(([key]) => key);
}

/** Cards in conversations are updated one by one, because an update notifies nobody. */
async function refreshAgain({ outbox, wall }: DeliveryParts, givenUpBy: number): Promise<void> {
  let count = 0;
  for await (const page of outbox.standingIn('dead'))
    for (const record of page) {
      if (record.value.post === undefined || record.value.dueAt > givenUpBy) continue;
      if ((count += 1) % AT_A_TIME === 0) await nextTurn();
      await outbox.move(record, fresh(wall.now()));
    }
}
