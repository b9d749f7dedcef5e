import { claimOf, monthOfKey, reportScopeOf, type ReportClaim } from '../../domain/reports/report-key';
import type { ReportAsked } from '../../domain/reports/report';
import type { DomainContext } from '../../domain/kernel/domain-context';
import type { SignedLinks } from '../signed-links';
import type { ReportPages } from '../../ports/reports';
import type { PageAnswer } from './page';
import { messagePage } from './shell';

/** The names of the page and of the files, which are the kinds of their links too. */
export const REPORT_PAGES = {
  page: 'report',
  figures: 'report-figures',
  cases: 'report-cases',
} as const;
/** One of them. */
export type ReportKind = (typeof REPORT_PAGES)[keyof typeof REPORT_PAGES];

/** What the report pages need. */
export interface ReportPageParts {
  readonly links: SignedLinks;
  readonly services: ReportPages;
  readonly context: () => DomainContext;
}

const SAYINGS = {
  expired: {
    status: 410,
    title: 'This link has expired',
    text: 'Ask Casekeeper for a new one: type report with the scope and the month.',
  },
  revoked: {
    status: 410,
    title: 'This link no longer works',
    text: 'The program office revoked all earlier links to protect the reports. Ask Casekeeper for a new one: type report with the scope and the month.',
  },
  'not-ours': {
    status: 404,
    title: "This link doesn't work",
    text: "It's incomplete or isn't one of ours. Open it again from its card.",
  },
  gone: {
    status: 404,
    title: 'This report no longer exists',
    text: 'Its assignment group is no longer in the directory.',
  },
} as const;

type TokenRead =
  | { readonly ok: true; readonly asked: ReportAsked; readonly claim: ReportClaim }
  | { readonly ok: false; readonly answer: PageAnswer };

/** The report of a link, or the page that says why there is none. */
export async function reportOfToken(
  token: string,
  kind: ReportKind,
  { links, context }: ReportPageParts,
): Promise<TokenRead> {
  const at = context();
  const no = (why: keyof typeof SAYINGS): TokenRead => ({ ok: false, answer: messagePage(SAYINGS[why], at) });
  const read = await links.read(token, kind, at.now);
  if (!read.ok) return no(read.why);
  const claim = claimOf(read.id);
  const scope = reportScopeOf(claim.scope, at.directory);
  const month = scope && monthOfKey(claim.month, scope, at.directory);
  return scope === undefined || month === undefined
    ? no('gone')
    : { ok: true, asked: { scope, month }, claim };
}
