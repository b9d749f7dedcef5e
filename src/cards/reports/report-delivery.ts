import { reportScopeOf, monthOfKey } from '../../domain/reports/report-key';
import type { Notification } from '../../domain/kernel/notification';
import type { ReportOrder } from '../../domain/reports/report-order';
import type { CardOrNot, DrawnAt, RecordDelivery } from '../../ports/record-delivery';
import type { ReportService } from '../../ports/reports';
import { orderSubject } from './order-subject';

const MINUTE_MS = 60_000;
/** How long a report waits for figures that are still being counted, and how long between two looks. */
const MAX_COUNT_MS = 3_600_000;
const COUNT_AGAIN_MS = 20_000;

/**
 * How reports come by themselves. One was ordered for its chat by its reader and has its own hour, so that it comes whatever
 * they set for the work; `report stop` ends it.
 */
export const reportDelivery = (reports: Pick<ReportService, 'show'>): RecordDelivery<ReportOrder> => ({
  topics: { monthly: 'Monthly report', review: 'Report for a review' },
  card: (notification, order, at) => cardOf(notification, order, at, reports),
  preference: () => undefined,
  subject: orderSubject,
});

async function cardOf(
  { to, dueAt = 0, detail = {} }: Notification,
  { ended, scope: key, what }: ReportOrder,
  { context, triedMs }: DrawnAt,
  reports: Pick<ReportService, 'show'>,
): Promise<CardOrNot> {
  const { directory, policies, now } = context;
  // An order that was ended since it was due; and who left the directory is told no figures any more.
  const isKnown = to.kind !== 'person' || directory.person(to.person) !== undefined;
  if (ended !== undefined || !isKnown) return 'skip';
  const scope = reportScopeOf(key, directory);
  const month = scope && monthOfKey(detail['month'] ?? '', scope, directory);
  if (scope === undefined || month === undefined) return 'missing';
  const shown = await reports.show({ scope, month });
  // What cannot be counted at all is not waited for without end: the card says up to when its figures are.
  const isCounting = shown.report.scorecard.asOf !== undefined;
  if (isCounting && triedMs < MAX_COUNT_MS) return { againInMs: COUNT_AGAIN_MS };
  const isLate = now - dueAt > policies.at(now).lateNoticeMinutes * MINUTE_MS;
  return {
    card: 'report',
    ...shown,
    occasion: what.kind === 'review' ? { kind: 'review', date: what.date } : { kind: 'monthly' },
    ...(isLate ? { lateSince: dueAt } : {}),
  };
}
