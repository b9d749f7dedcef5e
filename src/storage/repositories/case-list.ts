import type { CaseFilter } from '../../ports/cases';
import { MAX } from '../check-query';
import { pagesOf } from '../pages';
import type { Store, Stored, Where } from '../store';
import { caseOf, type CaseRecord } from './case-record';

/** What the index is asked for. Only an MSC beside a group or a person is left to look at case by case. */
function whereOf({ open, group, assignee, unassigned, msc }: CaseFilter): Where {
  const holder = unassigned === true ? '' : assignee;
  const state = { open: open ?? { in: [true, false] } };
  if (group !== undefined) return { group, ...(holder === undefined ? {} : { assignee: holder }), ...state };
  if (holder !== undefined) return { assignee: holder, ...state };
  return msc === undefined ? state : { msc, ...state };
}

/** The oldest cases that pass the filter. */
export async function listCases(
  cases: Store<CaseRecord>,
  filter: CaseFilter,
  limit: number,
): Promise<readonly Stored<CaseRecord>[]> {
  if (filter.unassigned === true && filter.assignee !== undefined) return [];
  const found: Stored<CaseRecord>[] = [];
  const query = { where: whereOf(filter), sort: { field: 'openedAt' }, limit: Math.min(limit, MAX) };
  const passes = ({ value }: Stored<CaseRecord>): boolean =>
    filter.msc === undefined || caseOf(value).details.msc === filter.msc;
  for await (const page of pagesOf(cases, query, ({ value }) => caseOf(value).openedAt)) {
    found.push(...page.filter(passes));
    if (found.length >= limit) break;
  }
  return found.slice(0, limit);
}
