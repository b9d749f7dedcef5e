import { isOfClock } from '../../domain/kernel/notification';
import { gathered } from '../../domain/notifications/gathering';
import { isWithin } from '../../ports/time-source';
import { addressOf } from '../delivery/address-of';
import { applyPreferences, type Known } from '../delivery/apply-preferences';
import type { DeliveryParts } from '../delivery/delivery-parts';
import type { KeyedQueue } from '../../runtime/keyed-queue';
import type { OutboxRecord } from '../outbox/outbox';
import { aboutOf, ALONE, isBacklog, isDaily } from '../outbox/outbox-item';
import { digestName, isDelivered, sendDigest } from './send-digest';
import { earliest, type Together } from '../outbox/process-outbox';

/** How long an instance has to lease a thousand items and send one card; well above what it takes. */
const DIGEST_LEASE_MS = 120_000;
/** How many records on their way are looked through for an alert. */
const LOOKED_AT = 100;
/** After so long more may have come of what gathers, or another instance may have sent what it has in hand. */
const GATHERS_MS = 500;
const IN_HAND_MS = 5_000;

/** Sends as one digest what belongs together and is enough for one. Items of a bundle that is still gathering are held. */
export function batchDigests(parts: DeliveryParts): Together {
  /** Bundles of which nothing leaves until then. */
  const held = new Map<string, { readonly from: number; readonly until: number }>();
  const { wall, log } = parts;
  const hold = (bundle: string, until: number): void => void held.set(bundle, { from: wall.now(), until });

  /** Answers those of the items that are left to leave alone. */
  const sortBundle = async (
    bundle: string,
    own: readonly OutboxRecord[],
    known: Known,
    add: KeyedQueue['add'],
  ): Promise<readonly OutboxRecord[]> => {
    const fault = (error: unknown): void => {
      hold(bundle, wall.now() + IN_HAND_MS);
      log.error({ bundle, err: error }, 'A digest could not be processed; it will be tried again');
    };
    held.delete(bundle);
    try {
      const { heldUntil, left = [], send } = await decide(parts, bundle, own, known);
      if (heldUntil !== undefined) hold(bundle, heldUntil);
      if (send !== undefined) {
        // Who comes while it is under way waits for the next.
        hold(bundle, wall.now() + DIGEST_LEASE_MS);
        add(`digest ${bundle}`, () => send().then(() => void held.delete(bundle), fault));
      }
      return left;
    } catch (error) {
      fault(error);
      return [];
    }
  };
  return {
    isHeld: ({ value: { bundle = ALONE } }) => {
      const { from, until } = held.get(bundle) ?? { from: 0, until: 0 };
      return isWithin(until - from, from, wall.now());
    },
    nextAt: () => earliest(...[...held.values()].map(({ until }) => until)),
    sort: async (records, add) => {
      const bundles = new Map<string, OutboxRecord[]>();
      const alone: OutboxRecord[] = [];
      const known: Known = new Map();
      for (const record of await applyPreferences(parts, records, known)) {
        const { bundle = ALONE } = record.value;
        if (bundle === ALONE) alone.push(record);
        else bundles.set(bundle, [...(bundles.get(bundle) ?? []), record]);
      }
      for (const [bundle, own] of bundles) alone.push(...(await sortBundle(bundle, own, known, add)));
      return alone;
    },
  };
}

/** What happens with a bundle: nothing until then, or a digest, and what leaves alone. */
interface Decided {
  readonly heldUntil?: number;
  readonly left?: readonly OutboxRecord[];
  readonly send?: () => Promise<void>;
}

async function decide(
  parts: DeliveryParts,
  bundle: string,
  own: readonly OutboxRecord[],
  known: Known,
): Promise<Decided> {
  const { outbox, wall, people, limiter, context } = parts;
  const found = await outbox.ofBundle(bundle);
  // What is held for later is not among them; a digest's own is, once its hour has come.
  const standing = found.filter(({ value }) => value.state === 'waiting' || isDaily(value));
  const members = await undelivered(parts, standing);
  const now = wall.now();
  // Another instance has it, or it waits for its next try: whoever came since joins then.
  const inHand = members.filter(({ value }) => value.digest !== undefined && value.dueAt > now);
  if (inHand.length > 0)
    return { heldUntil: Math.min(now + IN_HAND_MS, ...inHand.map(({ value }) => value.dueAt)) };
  const due = await applyPreferences(
    parts,
    members.filter(({ value }) => value.dueAt <= now),
    known,
  );
  const arrivals = due.filter(({ value }) => value.attempts === 0).map(({ value }) => value.since);
  // What a person wants in one card, and what waited for its address, is a digest however little it is.
  const daily = own.some(({ value }) => isDaily(value) || isBacklog(value));
  if (!daily && arrivals.length > 0 && !gathered(arrivals, await moreToCome(parts), now))
    return { heldUntil: now + GATHERS_MS };
  const threshold = daily ? 1 : context().policies.at(context().now).bulkThreshold.cases;
  const ready = daily ? due : casesOf(due) < threshold ? [] : await inTurn(parts, due);
  const [leader] = ready;
  if (leader === undefined || casesOf(ready) < threshold) return { left: stillOf(own, due) };
  const address = await addressOf(leader.value, context().directory, people);
  if (address === undefined) return { left: stillOf(own, due) };
  const freeAt = limiter.freeAt(address.conversationId);
  if (freeAt > now) return { heldUntil: freeAt };
  const leased = await lease(parts, ready, now);
  const inDigest = new Set(ready.map(({ id }) => id));
  const left = stillOf(own, due).filter(({ id }) => !inDigest.has(id));
  return leased.length === 0 ? { left } : { left, send: () => sendDigest(parts, leased, address) };
}

const casesOf = (records: readonly OutboxRecord[]): number =>
  new Set(records.map(({ value }) => aboutOf(value))).size;

/** Those of the given that are due in the bundle as it is now, each as it is now. */
function stillOf(own: readonly OutboxRecord[], due: readonly OutboxRecord[]): readonly OutboxRecord[] {
  const ids = new Set(own.map(({ id }) => id));
  return due.filter(({ id }) => ids.has(id));
}

/** What left with a digest of a process that died before it could mark all of it is marked now. */
async function undelivered(
  parts: DeliveryParts,
  members: readonly OutboxRecord[],
): Promise<readonly OutboxRecord[]> {
  const left: OutboxRecord[] = [];
  for (const record of members) {
    if (record.value.dueAt <= parts.wall.now() && (await isDelivered(parts, record)))
      await parts.outbox.finish(record);
    else left.push(record);
  }
  return left;
}

/** Whether alerts are on the way that the outbox does not have yet: records not looked at, or not handed over. */
async function moreToCome({ quarantine, kinds, context }: DeliveryParts): Promise<boolean> {
  const ill = await quarantine.all();
  for (const { records, type } of kinds.all) {
    if (type.clocks === undefined) continue;
    // One in quarantine may never come: nobody waits for it.
    const away = new Set(ill.flatMap(({ value }) => (value.kind === type.name ? [value.of] : [])));
    const coming = await records.due(context().now, away.size + 1);
    if (coming.some(({ id }) => !away.has(id))) return true;
    const pending = await records.pending(LOOKED_AT);
    if (pending.length === LOOKED_AT || pending.some(({ notifications }) => notifications.some(isOfClock)))
      return true;
  }
  return false;
}

/** Those before which nothing of their case waits for the conversation, but what leaves with the same digest. */
async function inTurn(
  { outbox }: DeliveryParts,
  due: readonly OutboxRecord[],
): Promise<readonly OutboxRecord[]> {
  const ready: OutboxRecord[] = [];
  const together = new Set<string>();
  for (const record of due) {
    const before = (await outbox.upTo(record)).filter(({ id }) => id !== record.id);
    if (!before.every(({ id }) => together.has(id))) continue;
    together.add(record.id);
    ready.push(record);
  }
  return ready;
}

/**
 * Leases all under one name until one instant, the first one first: it stands for all, so that of two instances one
 * has them. What was in the meantime moved by another is left out.
 */
async function lease(
  { outbox }: DeliveryParts,
  ready: readonly OutboxRecord[],
  now: number,
): Promise<readonly OutboxRecord[]> {
  const [leader] = ready;
  if (leader === undefined) return [];
  const dueAt = now + DIGEST_LEASE_MS;
  const digest = digestName(leader.id, dueAt);
  const leased: OutboxRecord[] = [];
  for (const record of ready) {
    const { state, attempts, since } = record.value;
    const begun = state === 'held' ? { since: now } : { since };
    const to = { state: 'waiting', dueAt, digest, attempts: attempts + 1, ...begun } as const;
    const claimed = await outbox.move(record, to);
    if (claimed !== undefined) leased.push(claimed);
    else if (record === leader) return [];
  }
  return leased;
}
