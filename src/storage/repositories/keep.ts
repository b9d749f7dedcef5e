import type { Store } from '../store';

const TRIES = 20;

/**
 * Brings a record to what `next` makes of it (undefined: leave it), whoever else writes it meanwhile.
 * Answers whether it was written.
 */
export async function keep<T>(
  store: Store<T>,
  id: string,
  next: (current: T | undefined) => T | undefined,
): Promise<boolean> {
  for (let tried = 0; tried < TRIES; tried++) {
    const stored = await store.get(id);
    const value = next(stored?.value);
    if (value === undefined) return false;
    const written =
      stored === undefined ? await store.insert(id, value) : await store.replace(id, stored.version, value);
    if (written.ok) return true;
    if (written.why === 'duplicate')
      throw new Error(`${id} holds a key of another record (${written.index})`);
  }
  throw new Error(`The record ${id} could not be written in ${TRIES} tries`);
}
