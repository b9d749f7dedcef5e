import type { Page } from './page';
import { reportFilePages } from './report-files.page';
import type { ReportPageParts } from './report-token';
import { reportPage } from './report.page';

/** Everything of a report that a signed link leads to: the page, and the two files. */
export const reportPages = (parts: ReportPageParts): readonly Page[] => [
  reportPage(parts),
  ...reportFilePages(parts),
];
