import { csvHead, csvLines } from '../domain/reports/csv';
import { FIGURE_COLUMNS, figureRows } from '../domain/reports/figure-rows';
import type { ReportAsked } from '../domain/reports/report';
import type { ReportParts } from './report-parts';
import { groupFigures, mscFigures } from './scopes-of-month';

/** The file of the figures of a month: those of the scope, of the MSCs and of the assignment groups in it. */
export async function figureLines(parts: ReportParts, { scope, month }: ReportAsked): Promise<string> {
  const { measures } = await parts.metrics.scorecard({ scope, period: month.period });
  const within = [...(await mscFigures(parts, scope, month)), ...(await groupFigures(parts, scope, month))];
  const rows = [{ scope, measures }, ...within].flatMap((figures) => figureRows(month, figures));
  return csvHead(FIGURE_COLUMNS) + csvLines(FIGURE_COLUMNS, rows);
}
