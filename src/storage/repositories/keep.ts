import { UnreadableRecord } from '../../ports/unreadable-record';
import { untilSaved } from '../../runtime/until-saved';
import type { Store, Stored, Written } from '../store';

type Kept<T> = Pick<Stored<T>, 'version'> & { readonly value: T | undefined };

const readOne = <T>(store: Store<T>, id: string): Promise<Kept<T> | undefined> => store.get(id);

/**
 * Reads a record that is learned again and loses nothing by it: one that cannot be read is as one without a value, to be
 * written over.
 */
export async function readOrAnew<T>(store: Store<T>, id: string): Promise<Kept<T> | undefined> {
  try {
    return await store.get(id);
  } catch (error) {
    if (error instanceof UnreadableRecord) return { version: error.version, value: undefined };
    throw error;
  }
}

/** Writes a record over the version that was read, or as the first of its id. */
export const writeOver = <T>(
  store: Pick<Store<T>, 'insert' | 'replace'>,
  id: string,
  before: Pick<Stored<unknown>, 'version'> | undefined,
  value: T,
): Promise<Written<T>> =>
  before === undefined ? store.insert(id, value) : store.replace(id, before.version, value);

/**
 * Brings a record to what `next` makes of it (undefined: leave it), whoever else writes it in the meantime.
 * Answers whether it was written. Throws `TooManyConflicts` if others change it first each time, and an `UnreadableRecord` where it cannot be read, unless `read` is `readOrAnew`.
 */
export async function keep<T>(
  store: Store<T>,
  id: string,
  next: (current: T | undefined) => T | undefined,
  read: (store: Store<T>, id: string) => Promise<Kept<T> | undefined> = readOne,
): Promise<boolean> {
  return untilSaved(id, async () => {
    const stored = await read(store, id);
    const value = next(stored?.value);
    if (value === undefined) return false;
    const written = await writeOver(store, id, stored, value);
    if (written.ok) return true;
    if (written.why === 'duplicate')
      throw new Error(`${id} uses the key of another record (${written.index})`);
    return 'conflict';
  });
}
