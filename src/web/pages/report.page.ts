import type { Page } from './page';
import { REPORT_PAGES, reportOfToken } from './report-token';
import type { ReportPageParts } from './report-token';
import { reportView } from './report-view';

/**
 * The report of a month to read and to print, behind a signed link (rule ME-7). Its figures are those of the month as they
 * are when it is opened; what changed since it was posted is said.
 */
export function reportPage(parts: ReportPageParts): Page {
  return {
    name: REPORT_PAGES.page,
    isOurs: (token) => parts.links.isOurs(token, REPORT_PAGES.page),
    async show(token) {
      const read = await reportOfToken(token, REPORT_PAGES.page, parts);
      if (!read.ok) return read.answer;
      return reportView(await parts.desk.book(read.asked), read.claim, parts.world());
    },
  };
}
