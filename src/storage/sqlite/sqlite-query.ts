import type { Condition, Plan } from '../check-query';
import { quoted, type Bound } from './sqlite-database';
import { columnValue, indexNameOf, tableOf, wordsTableOf } from './sqlite-schema';

interface Sql {
  readonly text: string;
  readonly bound: readonly Bound[];
}

function conditionSql(condition: Condition): Sql {
  const field = quoted(condition.field);
  // A JSON list, so that the statement is the same for any number of values and can be kept ready.
  if (condition.op === 'in')
    return {
      text: `${field} IN (SELECT value FROM json_each(?))`,
      bound: [JSON.stringify(condition.values.map(columnValue))],
    };
  return { text: `${field} ${condition.op} ?`, bound: [columnValue(condition.value)] };
}

function whereSql(conditions: readonly Sql[]): string {
  return conditions.length === 0 ? '' : ` WHERE ${conditions.map(({ text }) => text).join(' AND ')}`;
}

// The planner has no statistics; the index that the check found is named, so that it can take no other.
const indexedBy = (kind: string, plan: Plan): string =>
  plan.index === undefined ? '' : ` INDEXED BY ${quoted(indexNameOf(kind, plan.index))}`;

/** The statement of a checked query. */
export function findSql(kind: string, plan: Plan): Sql {
  const conditions = plan.conditions.map(conditionSql);
  const beyond = plan.descending ? '<' : '>';
  if (plan.sort !== undefined) conditions.push({ text: `${quoted(plan.sort.field)} IS NOT NULL`, bound: [] });
  if (plan.after !== undefined)
    conditions.push(
      plan.sort === undefined
        ? { text: `id ${beyond} ?`, bound: [plan.after.id] }
        : {
            text: `(${quoted(plan.sort.field)}, id) ${beyond} (?, ?)`,
            bound: [columnValue(plan.after.value), plan.after.id],
          },
    );
  const direction = plan.descending ? ' DESC' : '';
  const order = [...(plan.sort === undefined ? [] : [quoted(plan.sort.field)]), 'id'];
  return {
    text:
      `SELECT id, version, body, ${order[0] ?? 'id'} AS sorted FROM ${tableOf(kind)}${indexedBy(kind, plan)}${whereSql(conditions)}` +
      ` ORDER BY ${order.map((column) => column + direction).join(', ')} LIMIT ?`,
    bound: [...conditions.flatMap(({ bound }) => bound), plan.limit],
  };
}

/** The statement that counts what a checked `where` asks for. */
export function countSql(kind: string, plan: Plan): Sql {
  const conditions = plan.conditions.map(conditionSql);
  return {
    text: `SELECT count(*) AS number FROM ${tableOf(kind)}${indexedBy(kind, plan)}${whereSql(conditions)}`,
    bound: conditions.flatMap(({ bound }) => bound),
  };
}

/** The statement that finds records by the beginnings of their words. U+10FFFF comes after all that can follow. */
export function searchSql(kind: string, beginnings: readonly string[], limit: number): Sql {
  const words = wordsTableOf(kind);
  const each = beginnings.map(() => `id IN (SELECT id FROM ${words} WHERE word >= ? AND word < ?)`);
  return {
    text: `SELECT id, version, body FROM ${tableOf(kind)} WHERE ${each.join(' AND ')} ORDER BY id DESC LIMIT ?`,
    bound: [...beginnings.flatMap((word) => [word, `${word}\u{10FFFF}`]), limit],
  };
}
