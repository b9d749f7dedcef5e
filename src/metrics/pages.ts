import type { Query, Store, Stored, Where } from '../storage/store';

const PAGE = 1_000;

/** All records of a `where`, in the order of their ids. */
export async function allOf<T>(store: Store<T>, where: Where): Promise<readonly Stored<T>[]> {
  const found: Stored<T>[] = [];
  let after: Query['after'];
  for (;;) {
    const query = { where, limit: PAGE };
    const page = await store.find(after === undefined ? query : { ...query, after });
    found.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return found;
    after = { id: last.id, value: last.id };
  }
}
