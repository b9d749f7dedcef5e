import type { Store } from '../store';
import { keep } from './keep';

/** A record that carries the notices of its changes until the outbox has them (ADR 0010). */
interface WithPending<Notice> {
  readonly pending: readonly Notice[];
}

/** The records that still have something to send; their kind indexes `hasPending`. */
export async function withPending<T extends WithPending<unknown>>(
  store: Store<T>,
  limit: number,
): Promise<readonly T[]> {
  return (await store.find({ where: { hasPending: true }, limit })).map(({ value }) => value);
}

/** Takes the notices that the outbox has off a record, whoever else writes it meanwhile. Safe to repeat. */
export async function clearPending<T extends WithPending<{ readonly id: string }>>(
  store: Store<T>,
  id: string,
  noticeIds: readonly string[],
): Promise<void> {
  const held = new Set(noticeIds);
  await keep(
    store,
    id,
    (known) => known && { ...known, pending: known.pending.filter((notice) => !held.has(notice.id)) },
  );
}

/**
 * Replaces what a record is by `next`, with the notices of the change behind those that it still has to send, in one
 * write. Answers whether it was written: not where it is in another version.
 */
export async function saveWithNotices<Notice, T extends WithPending<Notice>>(
  store: Store<T>,
  id: string,
  expectedVersion: number,
  next: Omit<T, 'pending'>,
  notices: readonly Notice[],
): Promise<boolean> {
  const stored = await store.get(id);
  if (stored?.version !== expectedVersion) return false;
  const pending = [...stored.value.pending, ...notices];
  return (await store.replace(id, expectedVersion, { ...next, pending } as unknown as T)).ok;
}
