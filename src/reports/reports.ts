import type { ReportService, ReportOrders, ReportPages, ReportShown } from '../ports/reports';
import type { SignedLinks } from '../web/signed-links';
import { csvHead, csvLines } from '../domain/reports/csv';
import { FIGURE_COLUMNS, figureRows } from '../domain/reports/figure-rows';
import type { ReportAsked } from '../domain/reports/report';
import { caseLines } from './case-lines';
import { makeBook, makeReport } from './make-report';
import { reportLinks } from './report-links';
import type { ReportParts } from './report-parts';
import { groupFigures, mscFigures } from './scopes-of-month';

/** What the reports of an app need. */
interface ReportsParts extends ReportParts {
  readonly orders: ReportOrders;
  readonly links: SignedLinks;
  /** The address of the site's pages as people reach them; undefined if there is none. */
  readonly base: () => string | undefined;
}

/** Reports that people request, and those posted automatically. */
export function reportsOf(parts: ReportsParts): ReportService & ReportPages {
  const { orders, links, base, context } = parts;

  async function show(asked: ReportAsked): Promise<ReportShown> {
    const report = await makeReport(parts, asked);
    const at = base();
    return at === undefined ? { report } : { report, links: await reportLinks(links, at, report, context()) };
  }

  return {
    orders,
    show,
    book: (asked) => makeBook(parts, asked),
    figures: (asked) => figureLines(parts, asked),
    cases: (asked) => caseLines(parts, asked),
  };
}

/** The file of the metrics of a month: those of the scope, of the MSCs and of the assignment groups in it. */
async function figureLines(parts: ReportParts, { scope, month }: ReportAsked): Promise<string> {
  const { measures } = await parts.metrics.scorecard({ scope, period: month.period });
  const within = [...(await mscFigures(parts, scope, month)), ...(await groupFigures(parts, scope, month))];
  const rows = [{ scope, measures }, ...within].flatMap((figures) => figureRows(month, figures));
  return csvHead(FIGURE_COLUMNS) + csvLines(FIGURE_COLUMNS, rows);
}
