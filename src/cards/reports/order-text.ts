import { DateTime } from 'luxon';
import type { DomainContext } from '../../domain/kernel/domain-context';
import type { ListRow } from '../shared/card-value';
import { instantIn } from '../../domain/kernel/text/iso-date';
import { DEFAULT_ZONE } from '../../domain/calendar/site-calendars';
import { reportScopeOf } from '../../domain/reports/report-key';
import type { ReportOrder } from '../../domain/reports/report-order';

/** A date (ISO) in words: "15 December 2026". */
export const dateText = (date: string): string =>
  DateTime.fromISO(date, { zone: 'utc' }).setLocale('en-US').toFormat('d LLLL yyyy');

export const instantText = (at: number): string => instantIn(DEFAULT_ZONE, at);

/** The scope of an order by its name, or by its key where the directory no longer has it. */
const scopeText = ({ scope }: Pick<ReportOrder, 'scope'>, { directory }: DomainContext): string =>
  reportScopeOf(scope, directory)?.name ?? scope;

/** "monthly report of Aviation", "report of Aviation for the review of 15 December 2026" */
export function orderText(of: ReportOrder, context: DomainContext): string {
  const scope = scopeText(of, context);
  return of.what.kind === 'monthly'
    ? `monthly report of ${scope}`
    : `report of ${scope} for the review of ${dateText(of.what.date)}`;
}

/** A row of a list of orders, with the button that ends it. */
export function orderRow(of: ReportOrder, context: DomainContext): ListRow {
  const { what, dueAt, by } = of;
  const isMonthly = what.kind === 'monthly';
  const next = dueAt === undefined ? 'Posted' : `${isMonthly ? 'Next' : 'Posted'} on ${instantText(dueAt)}`;
  return {
    title: isMonthly
      ? `Monthly report · ${scopeText(of, context)}`
      : `Review of ${dateText(what.date)} · ${scopeText(of, context)}`,
    subtitle: dueAt !== undefined && !isMonthly ? `To be posted on ${instantText(dueAt)}` : next,
    facts: [`Scheduled by ${context.directory.person(by)?.name ?? 'someone who left'}`],
    tone: 'plain',
    button: { title: 'Stop', verb: isMonthly ? 'report.stop' : 'review.stop', data: { order: of.id } },
  };
}
