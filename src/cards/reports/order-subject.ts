import { DEFAULT_ZONE } from '../../domain/calendar/site-calendars';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { daysName, daysOfMonth } from '../../domain/metrics/days';
import type { ReportOrder } from '../../domain/reports/report-order';
import { NO_CLOCKS, type EntryWords, type Subject } from '../shared/subject';
import { instantText, orderText } from './order-text';

/** A report order as the shared cards show it. */
export function orderSubject(order: ReportOrder, context: DomainContext): Subject {
  const { id, timeline } = order;
  const title = orderText(order, context).replace(/^./u, (letter) => letter.toUpperCase());
  return {
    ref: { kind: 'reportOrder', id },
    title,
    about: title,
    zone: DEFAULT_ZONE,
    timeline,
    words: (index) => wordsOf(timeline[index]),
    ...NO_CLOCKS,
    open: { title: 'Reports here', verb: 'report.list', data: {} },
  };
}

function wordsOf(entry: ReportOrder['timeline'][number] | undefined): EntryWords {
  const said = (what: string, dueAt?: number) => ({
    what,
    details: dueAt === undefined ? [] : [`The next report is due on ${instantText(dueAt)}.`],
    formatted: false,
  });
  switch (entry?.kind) {
    case 'ordered':
      return said('Ordered', entry.dueAt);
    case 'posted':
      return said(`Posted: the report of ${daysName(daysOfMonth(entry.month))}`, entry.dueAt);
    case 'set-back':
      return said("Next date corrected: the server's clock had been ahead", entry.dueAt);
    case 'ended':
    case undefined:
      return said('Ended');
  }
}
