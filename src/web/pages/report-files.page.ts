import type { PageAnswer, Page } from './page';
import { REPORT_PAGES, reportOfToken } from './report-token';
import type { ReportPageParts } from './report-token';

/** "report-figures-enterprise-2026-10.csv" */
const fileName = (kind: string, scope: string, month: string): string =>
  `${kind}-${scope.toLowerCase().replace(/[^a-z0-9]+/gu, '-')}-${month}.csv`;

/** The two files of a report behind signed links: of the figures, and of the cases behind them (rule ME-7). */
export function reportFilePages(parts: ReportPageParts): readonly Page[] {
  const { desk } = parts;
  const page = (name: Exclude<(typeof REPORT_PAGES)[keyof typeof REPORT_PAGES], 'report'>): Page => ({
    name,
    isOurs: (token) => parts.links.isOurs(token, name),
    async show(token): Promise<PageAnswer> {
      const read = await reportOfToken(token, name, parts);
      if (!read.ok) return read.answer;
      const { asked, claim } = read;
      const body = name === REPORT_PAGES.figures ? await desk.figures(asked) : desk.cases(asked);
      return { status: 200, type: 'text/csv', body, fileName: fileName(name, claim.scope, claim.month) };
    },
  });
  return [page(REPORT_PAGES.figures), page(REPORT_PAGES.cases)];
}
