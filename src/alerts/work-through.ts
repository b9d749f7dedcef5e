import type { TimeSource } from '../ports';
import type { Outbox, OutboxRecord } from './outbox';
import { aboutOf } from './outbox-item';

/** How long an instance has for one item; well above every sender's own timeout. */
export const LEASE_MS = 60_000;
const BATCH = 100;
/** The most that one question to the store may ask for. */
const MOST = 1_000;

/** Works on those that belong together; answers those that are left. Must not throw but for faults of the store. */
type Together = (records: readonly OutboxRecord[]) => Promise<readonly OutboxRecord[]>;

/**
 * Works on what is due until nothing is, or until `signal` says stop, so many cases side by side. `work` must not throw.
 */
export async function workThrough(
  outbox: Outbox,
  sideBySide: number,
  work: (record: OutboxRecord) => Promise<void>,
  signal?: AbortSignal,
  together: Together = (records) => Promise.resolve(records),
): Promise<void> {
  const handled = new Set<string>();
  for (;;) {
    const due = await outbox.due(Math.min(BATCH + handled.size, MOST));
    // One version is tried once in a run: what could not be moved on (another instance has it) is left to it.
    const records = due.filter((record) => !handled.has(`${record.id} ${String(record.version)}`));
    if (records.length === 0 || signal?.aborted === true) break;
    for (const record of records) handled.add(`${record.id} ${String(record.version)}`);
    await caseByCase(await together(records), sideBySide, async (record) => {
      if (signal?.aborted !== true) await work(record);
    });
  }
  await outbox.forgetSent();
}

/** Whether it is the item's turn; one behind another is put off until that is gone. */
export async function goesFirst(outbox: Outbox, record: OutboxRecord, wall: TimeSource): Promise<boolean> {
  const head = await outbox.headOf(record.value);
  if (head === undefined || head.id === record.id) return true;
  await outbox.move(record, { dueAt: Math.max(head.value.dueAt, wall.now()) + 1 });
  return false;
}

/** Takes an item under a lease; undefined where another instance was faster. */
export const claim = (
  outbox: Outbox,
  record: OutboxRecord,
  wall: TimeSource,
): Promise<OutboxRecord | undefined> =>
  outbox.move(record, { dueAt: wall.now() + LEASE_MS, attempts: record.value.attempts + 1 });

/**
 * Runs the work for each record: the cases side by side, the items of a case one after the other, so that two of them
 * never write to one card at the same time.
 */
async function caseByCase(
  records: readonly OutboxRecord[],
  sideBySide: number,
  work: (record: OutboxRecord) => Promise<void>,
): Promise<void> {
  const byCase = new Map<string, OutboxRecord[]>();
  for (const record of [...records].sort((a, b) => a.value.order - b.value.order)) {
    const about = aboutOf(record.value);
    const ofCase = byCase.get(about) ?? [];
    byCase.set(about, ofCase);
    ofCase.push(record);
  }
  const waiting = [...byCase.values()];
  const worker = async (): Promise<void> => {
    for (let ofCase = waiting.shift(); ofCase !== undefined; ofCase = waiting.shift())
      for (const record of ofCase) await work(record);
  };
  await Promise.all(Array.from({ length: sideBySide }, worker));
}
