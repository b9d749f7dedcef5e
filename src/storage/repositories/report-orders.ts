import type { OrderEvent, ReportOrder } from '../../domain/reports/report-order';
import type { Saved } from '../../ports/records';
import type { ReportOrders } from '../../ports/reports';
import { StoredRecords } from '../stored-records';

/** Report orders on a store. */
export class StoredReportOrders extends StoredRecords<ReportOrder, OrderEvent> implements ReportOrders {
  ofConversation(conversation: string, limit: number): Promise<readonly Saved<ReportOrder>[]> {
    return this.find({ where: { conversation }, sort: { field: 'at' }, limit });
  }

  dueAfter(instant: number, limit: number): Promise<readonly Saved<ReportOrder>[]> {
    const where = { nextDueAt: { from: instant + 1 } };
    return this.find({ where, sort: { field: 'nextDueAt' }, limit });
  }
}
