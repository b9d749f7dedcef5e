import { z } from 'zod/v4';
import type { ReportNotice } from '../../domain/reports/report-notice';
import { orderKey } from '../../domain/reports/report-order';
import type { OrderChange, ReportOrder } from '../../domain/reports/report-order';
import type { PendingOrder, ReportOrders, SavedOrder } from '../../ports/reports';
import type { RecordKind, Store, Stored } from '../store';
import type { Counters } from './counters';
import { NOTICE_SHAPE } from './shapes';
import { clearPending, saveWithNotices, withPending } from './pending-notices';

/** An order as it is kept, with what its last changes still have to send. */
interface OrderRecord {
  readonly order: ReportOrder;
  readonly pending: readonly ReportNotice[];
}

/** What is found of an order that is ended is its notices alone. */
export const REPORT_ORDER: RecordKind<OrderRecord> = {
  name: 'reportOrder',
  fields: {
    standsFor: 'string',
    conversation: 'string',
    at: 'number',
    isDue: 'boolean',
    dueAt: 'number',
    hasPending: 'boolean',
  },
  indexes: [
    { name: 'reportOrder_standing', fields: ['standsFor'], unique: true },
    { name: 'reportOrder_conversation', fields: ['conversation', 'at'] },
    { name: 'reportOrder_due', fields: ['isDue', 'dueAt'] },
    { name: 'reportOrder_pending', fields: ['hasPending'] },
  ],
  indexed: ({ order, pending }) => {
    const stands = order.ended === undefined;
    const dueAt = stands ? order.dueAt : undefined;
    return {
      standsFor: stands ? orderKey(order) : undefined,
      conversation: stands ? order.conversation : undefined,
      at: order.at,
      isDue: dueAt === undefined ? undefined : true,
      dueAt,
      hasPending: pending.length > 0 ? true : undefined,
    };
  },
  shape: z.looseObject({
    order: z.looseObject({
      id: z.string(),
      what: z.looseObject({ kind: z.enum(['monthly', 'review']) }),
      scope: z.string(),
      conversation: z.string(),
      to: z.looseObject({ kind: z.string() }),
      by: z.string(),
      at: z.number(),
    }),
    pending: z.array(NOTICE_SHAPE),
  }),
};

const TRIES = 20;
const savedOf = ({ value, version }: Stored<OrderRecord>): SavedOrder => ({ order: value.order, version });

/** Report orders on a store: an order and the notices of a change are one write. */
export class StoredReportOrders implements ReportOrders {
  constructor(
    private readonly store: Store<OrderRecord>,
    private readonly counters: Counters,
  ) {}

  async nextId(): Promise<string> {
    return `RO${await this.counters.next('reportOrder')}`;
  }

  async get(id: string): Promise<SavedOrder | undefined> {
    const stored = await this.store.get(id);
    return stored && savedOf(stored);
  }

  async insert({ order, notices }: OrderChange): ReturnType<ReportOrders['insert']> {
    for (let tried = 0; tried < TRIES; tried++) {
      const written = await this.store.insert(order.id, { order, pending: notices });
      if (written.ok) return { kind: 'saved', order };
      const [standing] = await this.store.find({ where: { standsFor: orderKey(order) }, limit: 1 });
      if (standing !== undefined) return { kind: 'standing', order: standing.value.order };
      // The one that stood was ended a moment ago.
    }
    throw new Error(`The report order ${order.id} could not be kept in ${TRIES} tries`);
  }

  save(expectedVersion: number, { order, notices }: OrderChange): Promise<boolean> {
    return saveWithNotices(this.store, order.id, expectedVersion, { order }, notices);
  }

  async of(conversation: string, limit: number): Promise<readonly SavedOrder[]> {
    return (await this.store.find({ where: { conversation }, sort: { field: 'at' }, limit })).map(savedOf);
  }

  async due(now: number, limit: number): Promise<readonly SavedOrder[]> {
    const query = { where: { isDue: true, dueAt: { upTo: now } }, sort: { field: 'dueAt' }, limit };
    return (await this.store.find(query)).map(savedOf);
  }

  async dueAfter(instant: number, limit: number): Promise<readonly SavedOrder[]> {
    const query = { where: { isDue: true, dueAt: { from: instant + 1 } }, sort: { field: 'dueAt' }, limit };
    return (await this.store.find(query)).map(savedOf);
  }

  async withPendingNotices(limit: number): Promise<readonly PendingOrder[]> {
    const found = await withPending(this.store, limit);
    return found.map(({ order, pending }) => ({ order, notices: pending }));
  }

  clearPending(id: string, noticeIds: readonly string[]): Promise<void> {
    return clearPending(this.store, id, noticeIds);
  }
}
