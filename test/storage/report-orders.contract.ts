import { siteCalendar } from '../../src/domain/metrics/month-close';
import { dueOn, endedOrder } from '../../src/domain/reports/report-order';
import type { ReportOrder } from '../../src/domain/reports/report-order';
import { openRepositories } from '../../src/storage/open-repositories';
import { aWorld } from '../support/site';
import type { RepositoriesBench } from './repositories-under-test';

const CALENDAR = siteCalendar(aWorld().calendars);
const anOrder = (id: string, change: Partial<ReportOrder> = {}): ReportOrder => ({
  id,
  what: { kind: 'monthly' },
  scope: 'enterprise',
  conversation: `19:${id}`,
  to: { kind: 'person', person: 'ann' },
  by: 'ann',
  at: 1,
  dueAt: Date.parse('2026-11-02T12:00:00Z'),
  ...change,
});
const DUE = Date.parse('2026-11-02T12:00:00Z');

/** What the record of report orders keeps on every engine. */
export function reportOrdersContract(bench: RepositoriesBench): void {
  it('numbers report orders RO1 and on, and keeps one of a conversation, kind, date and scope (ME-7, ME-9)', async () => {
    const { reportOrders } = bench.repositories;
    const other = (await openRepositories(bench.engine)).reportOrders;
    const make = async (orders: typeof reportOrders, change: Partial<ReportOrder>) => {
      const made = anOrder(await orders.nextId(), { conversation: '19:one', ...change });
      return orders.insert({ order: made, notices: [] });
    };
    const both = await Promise.all([make(reportOrders, {}), make(other, {})]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['saved', 'standing']);
    expect(both[0].order).toEqual(both[1].order);
    expect(['RO1', 'RO2']).toContain(both[0].order.id);
    expect((await make(reportOrders, { scope: 'msc:aviation', at: 3 })).kind).toBe('saved');
    const what = { kind: 'review', date: '2026-12-15' } as const;
    expect((await make(reportOrders, { what, at: 2 })).kind).toBe('saved');
    expect((await make(reportOrders, { what, at: 4 })).kind).toBe('standing');
    await bench.reopen();
    const kept = await bench.repositories.reportOrders.of('19:one', 10);
    expect(kept.map(({ order }) => [order.what.kind, order.scope])).toEqual([
      ['monthly', 'enterprise'],
      ['review', 'enterprise'],
      ['monthly', 'msc:aviation'],
    ]);
    expect(await bench.repositories.reportOrders.of('19:two', 10)).toEqual([]);
    expect(await bench.repositories.reportOrders.get('RO999')).toBeUndefined();
  });

  it('finds what is due, and of two that note it one is first; its notice stays until it is taken off (ME-7)', async () => {
    const { reportOrders } = bench.repositories;
    const id = await reportOrders.nextId();
    await reportOrders.insert({ order: anOrder(id), notices: [] });
    const ids = async (now: number) => (await reportOrders.due(now, 100)).map(({ order }) => order.id);
    expect(await ids(DUE - 1)).not.toContain(id);
    expect(await ids(DUE)).toContain(id);
    const saved = await reportOrders.get(id);
    const change = saved && dueOn(saved.state, DUE, CALENDAR);
    if (saved === undefined || change === undefined) throw new Error('not due');
    const both = await Promise.all([1, 2].map(() => reportOrders.save(saved.version, change)));
    expect([...both].sort()).toEqual([false, true]);
    expect(await ids(DUE)).not.toContain(id);
    const pending = async () =>
      (await reportOrders.withPendingNotices(100))
        .find(({ order }) => order.id === id)
        ?.notices.map((one) => one.id);
    expect(await pending()).toEqual([`${id}/2026-10`]);
    await bench.reopen();
    await bench.repositories.reportOrders.clearPending(id, [`${id}/2026-10`]);
    expect(
      (await bench.repositories.reportOrders.withPendingNotices(100)).map(({ order }) => order.id),
    ).not.toContain(id);
  });

  it('finds an order that is ended no more, and lets it be ordered anew (ME-7)', async () => {
    const { reportOrders } = bench.repositories;
    const order = anOrder(await reportOrders.nextId(), { conversation: '19:again' });
    await reportOrders.insert({ order, notices: [] });
    const saved = await reportOrders.get(order.id);
    await reportOrders.save(saved?.version ?? 0, { order: endedOrder(order, 'ben', 9), notices: [] });
    expect(await reportOrders.of('19:again', 10)).toEqual([]);
    expect((await reportOrders.due(DUE, 100)).map((one) => one.order.id)).not.toContain(order.id);
    const anew = anOrder(await reportOrders.nextId(), { conversation: '19:again' });
    expect((await reportOrders.insert({ order: anew, notices: [] })).kind).toBe('saved');
  });
}
