import type { TimeSource } from '../../ports/time-source';
import { createSignal, type Signal } from '../../runtime/signal';
import { keyedQueue, type KeyedQueue } from '../../runtime/keyed-queue';
import type { Outbox, OutboxRecord } from './outbox';
import { aboutOf } from './outbox-item';

/** How long an instance has for one item; well above every sender's own timeout. */
export const LEASE_MS = 60_000;
const BATCH = 100;
/** The store's limit per query. */
const MAX = 1_000;
/** A run that goes on and on ends after so many, so that what is done once per run is done. */
const MAX_RUN = 5_000;

/** Decides about items together before each goes alone. */
export interface Together {
  /** Whether the item waits for others; it is met again when it waited long enough. */
  isHeld(record: OutboxRecord): boolean;
  /**
   * Answers the items that are to leave alone. What it does itself it adds as work that is done beside theirs. Throws
   * for faults of the store only.
   */
  sort(records: readonly OutboxRecord[], add: KeyedQueue['add']): Promise<readonly OutboxRecord[]>;
  /** When the first of what it holds is to be looked at again. */
  nextAt(): number | undefined;
}

/** How items are worked on. */
export interface Working {
  readonly outbox: Outbox;
  readonly wall: TimeSource;
  /** Cases at a time; the items of a case one after the other, so that two never write to one card at the same time. */
  readonly sideBySide: number;
  /** Takes one item a step further; must not throw. */
  readonly work: (record: OutboxRecord) => Promise<void>;
  readonly together?: Together;
  /** Raised from outside when there may be more, so that a conversation that hangs does not hold up new items. */
  readonly wakeSignal?: Signal;
}

/**
 * Works on what is due until nothing is, or until `signal` says stop. Answers the wall-clock instant of the next that
 * will be due, as far as it is known now.
 */
export async function processOutbox(
  { outbox, wall, sideBySide, work, together, wakeSignal = createSignal() }: Working,
  signal?: AbortSignal,
): Promise<number | undefined> {
  const side = keyedQueue(sideBySide, () => wakeSignal.raise());
  const tried = new Set<string>();
  let lookedAt = wall.now();
  let standing = 0;
  const isStopped = (): boolean => signal?.aborted === true;
  try {
    while (!isStopped() && tried.size < MAX_RUN) {
      lookedAt = wall.now();
      const due = await outbox.due(Math.min(BATCH + standing, MAX));
      // One version is tried once in a run: what could not be moved on (another instance has it) is left to it.
      const records = due.filter(
        (record) => !tried.has(versionOf(record)) && together?.isHeld(record) !== true,
      );
      standing = due.length - records.length;
      if (records.length === 0) {
        if (side.isIdle()) break;
        await wakeSignal.raised();
        continue;
      }
      const alone = (await together?.sort(records, side.add)) ?? records;
      for (const record of records) if (together?.isHeld(record) !== true) tried.add(versionOf(record));
      for (const record of [...alone].sort((a, b) => a.value.order - b.value.order))
        side.add(aboutOf(record.value), async () => {
          if (!isStopped()) await work(record);
        });
      // The next are asked for before the workers have nothing to do.
      while (side.waiting() > 0) await wakeSignal.raised();
    }
  } finally {
    // Also where the store is at fault: no two runs at a time.
    while (!side.isIdle()) await wakeSignal.raised();
  }
  await outbox.forgetSent();
  if (tried.size >= MAX_RUN) return wall.now();
  return earliest(await outbox.nextAfter(lookedAt), together?.nextAt());
}

/** The earliest of instants that may not be there. */
export function earliest(...instants: readonly (number | undefined)[]): number | undefined {
  const there = instants.filter((instant) => instant !== undefined);
  return there.length === 0 ? undefined : Math.min(...there);
}

const versionOf = ({ id, version }: OutboxRecord): string => `${id} ${String(version)}`;

/** Whether it is the item's turn; one behind another is postponed until that is gone. */
export async function goesFirst(outbox: Outbox, record: OutboxRecord, wall: TimeSource): Promise<boolean> {
  const head = await outbox.headOf(record.value);
  if (head === undefined || head.id === record.id) return true;
  await outbox.move(record, { dueAt: Math.max(head.value.dueAt, wall.now()) + 1 });
  return false;
}

/** Takes an item under a lease; undefined if another instance was faster. */
export const claim = (
  outbox: Outbox,
  record: OutboxRecord,
  wall: TimeSource,
): Promise<OutboxRecord | undefined> =>
  outbox.move(record, { dueAt: wall.now() + LEASE_MS, attempts: record.value.attempts + 1 });
