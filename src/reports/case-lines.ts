import { setImmediate } from 'node:timers/promises';
import { MEASURES, type MeasureRow } from '../domain/metrics/measures';
import { CASE_COLUMNS, type CaseRow } from '../domain/reports/case-rows';
import { csvHead, csvLines } from '../domain/reports/csv';
import type { ReportAsked } from '../domain/reports/report';
import { wheresOf } from '../metrics/drill-down';
import type { MetricFactRecord } from '../metrics/metric-fact-record';
import { unlessUnreadable } from '../ports/unreadable-record';
import { pagesOf } from '../storage/pages';
import type { Stored } from '../storage/store';
import type { ReportParts } from './report-parts';
import { goalsOf } from './scopes-of-month';

const PAGE = 500;
/** After so many cases others are let go first: the embedded store answers without a pause of its own. */
const AT_A_TIME = 25;

/**
 * The file of the cases behind the metrics of a month, piece by piece: for each measure the facts that it counts, the
 * worst of a list first. Never more than a page is held, however many there are.
 */
export async function* caseLines(parts: ReportParts, asked: ReportAsked): AsyncGenerator<string> {
  yield csvHead(CASE_COLUMNS);
  for (const measure of MEASURES)
    for (const list of measure.lists)
      for (const where of wheresOf(asked.scope, asked.month.month, list)) {
        const query = { where, sort: { field: 'worse', descending: true }, limit: PAGE };
        for await (const page of pagesOf(parts.facts, query, ({ value }) => value.mark.worse))
          yield csvLines(CASE_COLUMNS, await rowsOf(parts, asked, measure, page));
      }
}

async function rowsOf(
  { cases, context }: ReportParts,
  { month }: ReportAsked,
  measure: MeasureRow,
  page: readonly Stored<MetricFactRecord>[],
): Promise<readonly CaseRow[]> {
  const at = context();
  const { days: goalDays } = measure.goalOf(goalsOf(month, at));
  const rows: CaseRow[] = [];
  for (const [nth, { value }] of page.entries()) {
    if (nth % AT_A_TIME === 0) await setImmediate();
    // The fact counts, whether its case can be read or not.
    const saved = await unlessUnreadable(cases.get(value.mark.number));
    const goal = goalDays === undefined ? {} : { goalDays };
    rows.push({
      measure,
      ...goal,
      mark: value.mark,
      context: at,
      ...(saved === undefined ? {} : { case: saved.state }),
    });
  }
  return rows;
}
