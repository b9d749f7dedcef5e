import type { Filter, Sort } from 'mongodb';
import type { Condition, Plan } from '../check-query';
import type { MongoRecord } from './mongo-schema';
import type { RecordKind } from '../store';

const OPERATORS = { '=': '$eq', '>=': '$gte', '>': '$gt', '<': '$lt', '<=': '$lte' } as const;
/** The least value of each type: a range from it finds every record that has the field, by the index. */
const MIN = { string: '', number: -Infinity, boolean: false } as const;

// Every operand stands behind an operator, so that no value can be taken for one.
function conditionFilter(condition: Condition): Filter<MongoRecord> {
  if (condition.op === 'in') return { [condition.field]: { $in: condition.values } };
  return { [condition.field]: { [OPERATORS[condition.op]]: condition.value } };
}

const allOf = (filters: readonly Filter<MongoRecord>[]): Filter<MongoRecord> =>
  filters.length === 0 ? {} : { $and: [...filters] };

/** The filter of a checked `where`. */
export const whereFilter = (plan: Plan): Filter<MongoRecord> => allOf(plan.conditions.map(conditionFilter));

/** The filter and the sort of a checked query. */
export function findFilter<T>(
  kind: RecordKind<T>,
  plan: Plan,
): { readonly filter: Filter<MongoRecord>; readonly sort: Sort } {
  const filters = plan.conditions.map(conditionFilter);
  const [beyond, orAt] = plan.descending ? (['$lt', '$lte'] as const) : (['$gt', '$gte'] as const);
  const direction = plan.descending ? -1 : 1;
  const { sort, after } = plan;
  if (sort === undefined) {
    if (after !== undefined) filters.push({ _id: { [beyond]: after.id } });
    return { filter: allOf(filters), sort: { _id: direction } };
  }
  const type = kind.fields[sort.field];
  if (type !== undefined) filters.push({ [sort.field]: { $gte: MIN[type] } });
  if (after !== undefined)
    filters.push(
      // The index can use the first bound; the second drops those already returned.
      { [sort.field]: { [orAt]: after.value } },
      {
        $or: [
          { [sort.field]: { [beyond]: after.value } },
          { [sort.field]: { $eq: after.value }, _id: { [beyond]: after.id } },
        ],
      },
    );
  return { filter: allOf(filters), sort: { [sort.field]: direction, _id: direction } };
}

/** The filter that finds records by the beginnings of their words: anchored patterns, which the index on words serves. */
export function searchFilter(beginnings: readonly string[]): Filter<MongoRecord> {
  return allOf(
    beginnings.map((word) => ({ words: { $regex: `^${word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}` } })),
  );
}
