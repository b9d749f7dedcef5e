import type { ReportNotice } from '../domain/reports/report-notice';
import { monthOfKey, reportScopeOf } from '../domain/reports/report-key';
import type { CardValue } from '../cards/shared/card-value';
import type { Log } from '../ports/log';
import type { ReportDelivery, ReportDesk, ReportOrders, ReportPages, ReportShown } from '../ports/reports';
import type { OnSetBack } from '../ports/time-source';
import type { SignedLinks } from '../web/signed-links';
import type { ReportAsked } from '../domain/reports/report';
import { caseLines } from './case-lines';
import { figureLines } from './figure-lines';
import { makeBook, makeReport } from './make-report';
import { noteDue } from './note-due';
import { reportLinks } from './report-links';
import type { ReportParts } from './report-parts';

const MINUTE_MS = 60_000;

/** What the reports of a house stand on. */
interface ReportsParts extends ReportParts {
  readonly orders: ReportOrders;
  readonly links: SignedLinks;
  /** The address of the site's pages as people reach them; undefined where there is none. */
  readonly base: () => string | undefined;
  readonly log: Log;
  readonly onSetBack?: OnSetBack;
}

/** Reports as people ask for them, and as they come by themselves. */
export function reportsOf(parts: ReportsParts): ReportDesk & ReportDelivery & ReportPages {
  const { orders, links, base, world, log } = parts;

  async function show(asked: ReportAsked): Promise<ReportShown> {
    const report = await makeReport(parts, asked);
    const at = base();
    return at === undefined ? { report } : { report, links: await reportLinks(links, at, report, world()) };
  }

  async function cardOf({ report: id, month, dueAt }: ReportNotice): Promise<CardValue | undefined> {
    const { directory, policies, now } = world();
    const saved = await orders.get(id);
    const scope = saved && reportScopeOf(saved.order.scope, directory);
    const asked = scope && monthOfKey(month, scope, directory);
    if (saved === undefined || scope === undefined || asked === undefined) return undefined;
    const { what } = saved.order;
    const isLate = now - dueAt > policies.at(now).lateNoticeMinutes * MINUTE_MS;
    return {
      card: 'report',
      ...(await show({ scope, month: asked })),
      occasion: what.kind === 'review' ? { kind: 'review', date: what.date } : { kind: 'monthly' },
      ...(isLate ? { lateSince: dueAt } : {}),
    };
  }

  return {
    orders,
    show,
    cardOf,
    book: (asked) => makeBook(parts, asked),
    figures: (asked) => figureLines(parts, asked),
    cases: (asked) => caseLines(parts, asked),
    noteDue: () => noteDue({ orders, world, log, onSetBack: parts.onSetBack }),
    isWanted: async ({ report, to }) => {
      const saved = await orders.get(report);
      // Who left the directory is told no figures any more.
      const isKnown = to.kind !== 'person' || world().directory.person(to.person) !== undefined;
      return isKnown && saved?.order.ended === undefined;
    },
  };
}
