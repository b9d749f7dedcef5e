import type { CaseFilter } from '../../ports/cases';
import { MOST } from '../check-query';
import type { Query, Store, Stored, Where } from '../store';
import { caseOf } from './case-record';
import type { CaseRecord } from './case-record';

/** What the index is asked for. Only an MSC beside a group or a person is left to look at case by case. */
function whereOf({ open, group, assignee, unassigned, msc }: CaseFilter): Where {
  const holder = unassigned === true ? '' : assignee;
  const state = { open: open ?? { in: [true, false] } };
  if (group !== undefined) return { group, ...(holder === undefined ? {} : { assignee: holder }), ...state };
  if (holder !== undefined) return { assignee: holder, ...state };
  return msc === undefined ? state : { msc, ...state };
}

/** All records of a query, page by page, in the order of the field. One that changes meanwhile may come twice. */
export async function* pagesOf(
  cases: Store<CaseRecord>,
  where: Where,
  field: 'openedAt' | 'changedAt',
  size: number,
): AsyncIterable<Stored<CaseRecord>> {
  let after: Query['after'];
  for (;;) {
    const query = { where, sort: { field }, limit: size };
    const page = await cases.find(after === undefined ? query : { ...query, after });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < size) return;
    after = { id: last.id, value: caseOf(last.value)[field] };
  }
}

/** The oldest cases that pass the filter. */
export async function listCases(
  cases: Store<CaseRecord>,
  filter: CaseFilter,
  limit: number,
): Promise<readonly Stored<CaseRecord>[]> {
  if (filter.unassigned === true && filter.assignee !== undefined) return [];
  const found: Stored<CaseRecord>[] = [];
  const size = Math.min(limit, MOST);
  for await (const stored of pagesOf(cases, whereOf(filter), 'openedAt', size)) {
    if (filter.msc !== undefined && caseOf(stored.value).details.msc !== filter.msc) continue;
    found.push(stored);
    if (found.length >= limit) break;
  }
  return found;
}
