import { RefusedQuery } from './faults';
import { indexValue } from './index-value';
import type { IndexValue, Query, RecordKind, Term, Where } from './store';

/** The most records that one query returns. */
export const MAX = 1000;

/** One condition on one field, which both engines translate. */
export type Condition =
  | { readonly field: string; readonly op: 'in'; readonly values: readonly IndexValue[] }
  | { readonly field: string; readonly op: '=' | '>=' | '>' | '<' | '<='; readonly value: IndexValue };

/** A checked query: its conditions, its sort, and the index that serves it (none: the ids). */
export interface Plan {
  readonly conditions: readonly Condition[];
  readonly sort?: { readonly field: string; readonly descending: boolean } | undefined;
  readonly descending: boolean;
  readonly limit: number;
  readonly after?: { readonly id: string; readonly value: IndexValue } | undefined;
  readonly index?: string | undefined;
  /** It asks for one record, by all fields of a unique index. */
  readonly isOfOne: boolean;
}

type Ranged = Extract<Term, { from?: unknown }>;
const isRange = (term: Term): term is Ranged => typeof term === 'object' && !('in' in term);

function conditionsOn<T>(kind: RecordKind<T>, field: string, term: Term): Condition[] {
  if (!Object.hasOwn(kind.fields, field)) throw new RefusedQuery(kind.name, `${field} is not declared`);
  if (typeof term !== 'object') return [{ field, op: '=', value: indexValue(kind, field, term) }];
  if ('in' in term)
    return [{ field, op: 'in', values: term.in.map((value) => indexValue(kind, field, value)) }];
  const bounds = [
    ['>=', term.from],
    ['<', term.before],
    ['<=', term.upTo],
  ] as const;
  const given = bounds.flatMap(([op, value]): Condition[] =>
    value === undefined ? [] : [{ field, op, value: indexValue(kind, field, value) }],
  );
  if (given.length === 0) throw new RefusedQuery(kind.name, `the range of ${field} has no bound`);
  return given;
}

/** The declared index that serves equality on `equal`, in any order, followed by `next`, if there is one. */
function servingIndex<T>(
  kind: RecordKind<T>,
  equal: readonly string[],
  next: string | undefined,
): string | undefined {
  return kind.indexes.find(
    ({ fields }) =>
      equal.every((field) => fields.slice(0, equal.length).includes(field)) &&
      (next === undefined || fields[equal.length] === next),
  )?.name;
}

function plannedWhere<T>(kind: RecordKind<T>, where: Where, sortField: string | undefined) {
  const terms = Object.entries(where);
  const ranges = terms.filter(([, term]) => isRange(term)).map(([field]) => field);
  const equal = terms.filter(([, term]) => !isRange(term)).map(([field]) => field);
  const conditions = terms.flatMap(([field, term]) => conditionsOn(kind, field, term));
  if (ranges.length > 1) throw new RefusedQuery(kind.name, `ranges on ${ranges.join(' and ')}`);
  const next = ranges[0] ?? (sortField !== undefined && equal.includes(sortField) ? undefined : sortField);
  const index = servingIndex(kind, equal, next);
  if (index === undefined && (equal.length > 0 || next !== undefined))
    throw new RefusedQuery(kind.name, `no index leads with ${[...equal, next ?? []].flat().join(', ')}`);
  const isOfOne = kind.indexes.some(
    ({ name, unique, fields }) =>
      name === index &&
      unique === true &&
      fields.length === conditions.length &&
      conditions.every(({ op }) => op === '='),
  );
  const isById = equal.length === 0 && next === undefined;
  return { conditions, isOfOne, range: ranges[0], index: isById ? undefined : index };
}

/** Checks what a count asks for. Throws a `RefusedQuery` where no declared index serves it. */
export function checkWhere<T>(kind: RecordKind<T>, where: Where): Plan {
  const { conditions, index, isOfOne } = plannedWhere(kind, where, undefined);
  return { conditions, isOfOne, descending: false, limit: MAX, index };
}

/** Checks a limit. Throws a `RefusedQuery` unless it is a whole number from 1 to 1,000. */
export function checkLimit(kind: string, limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX)
    throw new RefusedQuery(kind, `the limit is ${limit}, and not from 1 to ${MAX}`);
}

/** Checks a query for both engines. Throws a `RefusedQuery` where no declared index serves it. */
export function checkQuery<T>(kind: RecordKind<T>, query: Query): Plan {
  checkLimit(kind.name, query.limit);
  const sort = query.sort && { field: query.sort.field, descending: query.sort.descending === true };
  if (sort !== undefined && !Object.hasOwn(kind.fields, sort.field))
    throw new RefusedQuery(kind.name, `${sort.field} is not declared`);
  const { conditions, index, isOfOne, range } = plannedWhere(kind, query.where, sort?.field);
  if (range !== undefined && range !== sort?.field)
    throw new RefusedQuery(kind.name, `a range on ${range} has to be sorted by it`);
  const after = query.after && {
    id: query.after.id,
    value: sort === undefined ? query.after.id : indexValue(kind, sort.field, query.after.value),
  };
  const descending = sort?.descending === true;
  return { conditions, isOfOne, descending, limit: query.limit, sort, after, index };
}
