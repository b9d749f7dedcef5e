import { MAX } from './check-query';
import type { IndexValue, Query, Store, Stored, Where } from './store';

/**
 * All that a query finds, a page of its limit at a time; `sortedBy` is a record's value of the field that the query sorts by.
 * A record that changes in the meantime may come twice.
 */
export async function* pagesOf<T>(
  store: Pick<Store<T>, 'find'>,
  query: Omit<Query, 'after'>,
  sortedBy: (record: Stored<T>) => IndexValue = ({ id }) => id,
): AsyncGenerator<readonly Stored<T>[]> {
  let after: Query['after'];
  for (;;) {
    const page = await store.find({ ...query, after });
    const last = page.at(-1);
    if (last !== undefined) yield page;
    if (last === undefined || page.length < query.limit) return;
    after = { id: last.id, value: sortedBy(last) };
  }
}

/** All records of a `where`, in the order of their ids. */
export async function allOf<T>(store: Pick<Store<T>, 'find'>, where: Where): Promise<readonly Stored<T>[]> {
  const found: Stored<T>[] = [];
  for await (const page of pagesOf(store, { where, limit: MAX })) found.push(...page);
  return found;
}
