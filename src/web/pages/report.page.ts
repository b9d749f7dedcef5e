import type { ReportAsked } from '../../domain/reports/report';
import type { ReportClaim } from '../../domain/reports/report-key';
import type { Page, PageAnswer } from './page';
import { REPORT_PAGES, reportOfToken, type ReportKind, type ReportPageParts } from './report-token';
import { reportView } from './report-view';

type Answer = (asked: ReportAsked, claim: ReportClaim) => Promise<PageAnswer>;

/** "report-figures-enterprise-2026-10.csv" */
const fileName = (kind: ReportKind, { scope, month }: ReportClaim): string =>
  `${kind}-${scope.toLowerCase().replace(/[^a-z0-9]+/gu, '-')}-${month}.csv`;

/**
 * The report of a month behind signed links (rule ME-7): to read and to print, and as files of the metrics and of the
 * cases behind them. The metrics are those of the month as they are when a link is opened; the page says what changed
 * since the report was posted.
 */
export function reportPages(parts: ReportPageParts): readonly Page[] {
  const { links, services, context } = parts;
  const page = (name: ReportKind, answer: Answer): Page => ({
    name,
    isOurs: (token) => links.isOurs(token, name),
    async show(token) {
      const read = await reportOfToken(token, name, parts);
      return read.ok ? answer(read.asked, read.claim) : read.answer;
    },
  });
  const file = (
    kind: ReportKind,
    bodyOf: (asked: ReportAsked) => PageAnswer['body'] | Promise<string>,
  ): Page =>
    page(kind, async (asked, claim) => ({
      status: 200,
      type: 'text/csv',
      body: await bodyOf(asked),
      fileName: fileName(kind, claim),
    }));
  return [
    page(REPORT_PAGES.page, async (asked, claim) => reportView(await services.book(asked), claim, context())),
    file(REPORT_PAGES.figures, (asked) => services.figures(asked)),
    file(REPORT_PAGES.cases, (asked) => services.cases(asked)),
  ];
}
