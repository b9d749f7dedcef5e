import { spansOf, type Days, type Span } from '../domain/metrics/days';
import type { List } from '../domain/metrics/metric-fact';
import { listsOf, measureRow } from '../domain/metrics/measures';
import type { Scope } from '../domain/metrics/summary';
import { MSC_NAMES } from '../domain/directory/directory';
import type { DrillDown, FigureAsked } from '../ports/metrics';
import type { Stored, Where } from '../storage/store';
import { partyOf, talliesOver } from './figures';
import type { MetricFactRecord } from './metric-fact-record';
import type { MetricsParts } from './parts';

/** Where a page begins: after the fact of this worse and id. */
interface Place {
  readonly value: number;
  readonly id: string;
}

/**
 * A page of the facts behind a number, worst first. Each list of each month, and of each single day at the ends, is in
 * that order by the index; the page is the best of their beginnings, so its cost does not grow with the cases.
 */
export async function drillDown(
  parts: Pick<MetricsParts, 'facts' | 'rollups'>,
  { scope, measure, priority }: Omit<FigureAsked, 'period'>,
  days: Days,
  limit: number,
  next?: string,
): Promise<DrillDown> {
  const after = next === undefined ? undefined : placeOf(next);
  // An empty list is not queried.
  const standing = await talliesOver(parts, partyOf(scope), days);
  const lists = listsOf(measureRow(measure), priority).filter((list) => standing[list] !== undefined);
  const wheres = spansOf(days).flatMap((span) => lists.flatMap((list) => wheresOf(scope, span, list)));
  const query = { sort: { field: 'worse', descending: true }, limit: limit + 1 };
  const found = await Promise.all(wheres.map((where) => parts.facts.find({ where, ...query, after })));
  const sorted = found.flat().sort(worstFirst);
  const page = sorted.slice(0, limit);
  const last = page.at(-1);
  return {
    facts: page.map(({ value }) => value.mark),
    ...(last === undefined || sorted.length <= limit ? {} : { next: `${last.value.mark.worse}:${last.id}` }),
  };
}

/** One list of a span as the index has it; the enterprise is all MSCs and what belongs to none of them, each fact being of one. */
export function wheresOf(scope: Scope, span: Span, list: List): readonly Where[] {
  const when = span.length === 7 ? { month: span } : { day: span };
  switch (scope.kind) {
    case 'enterprise':
      return [...Object.keys(MSC_NAMES), 'enterprise'].map((msc) => ({ msc, ...when, list }));
    case 'msc':
      return [{ msc: scope.key, ...when, list }];
    case 'group':
      return [{ group: scope.key, ...when, list }];
    case 'person':
      return [{ person: scope.key, ...when, list }];
  }
}

function worstFirst(a: Stored<MetricFactRecord>, b: Stored<MetricFactRecord>): number {
  const difference = b.value.mark.worse - a.value.mark.worse;
  return difference !== 0 ? difference : a.id < b.id ? 1 : -1;
}

/** Data of a button is not trusted: an invalid position starts from the beginning. */
function placeOf(next: string): Place | undefined {
  const [, worse = '', id = ''] = /^(-?\d{1,17}):(.{1,200})$/s.exec(next) ?? [];
  return id === '' ? undefined : { value: Number(worse), id };
}
