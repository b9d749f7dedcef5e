import { scopeKey } from '../domain/metrics/question-key';
import { claimText } from '../domain/reports/report-key';
import { snapshotOf } from '../domain/reports/snapshot';
import type { Report } from '../domain/reports/report';
import type { DomainContext } from '../domain/kernel/domain-context';
import type { SignedLinks } from '../web/signed-links';
import { pageAddress } from '../web/pages/page';
import { REPORT_PAGES } from '../web/pages/report-token';
import type { ReportLinks } from '../ports/reports';

const DAY_MS = 86_400_000;

/** The links of a report that is posted now, for as long as the policy lets them be opened (`reportLinks`). */
export async function reportLinks(
  links: SignedLinks,
  base: string,
  report: Report,
  context: DomainContext,
): Promise<ReportLinks> {
  const { now, policies } = context;
  const until = now + policies.at(now).reportLinks.days * DAY_MS;
  const claim = { scope: scopeKey(report.scope), month: report.month.month, postedAt: now };
  const address = async (kind: string, text: string): Promise<string> =>
    pageAddress(base, kind, await links.sign({ kind, id: text, until }));
  return {
    page: await address(REPORT_PAGES.page, claimText({ ...claim, figures: snapshotOf(report) })),
    figures: await address(REPORT_PAGES.figures, claimText(claim)),
    cases: await address(REPORT_PAGES.cases, claimText(claim)),
    until,
  };
}
