import type { ReportOrder } from '../../../src/domain/reports/report-order';
import { reportOrderType } from '../../../src/domain/reports/report-order-type';
import { changeWith } from './record-kinds';
import type { RepositoriesBench } from '../repositories-under-test';

const DUE = Date.parse('2026-11-02T12:00:00Z');

/** What the record of report orders keeps on every engine, beside what every kind's does. */
export function reportOrdersContract(bench: RepositoriesBench): void {
  const orders = () => bench.repositories.reportOrders;
  const make = async (
    change: Partial<Pick<ReportOrder, 'what' | 'scope' | 'conversation'>> & {
      readonly at?: number;
      readonly dueAt?: number;
    } = {},
  ) => {
    const { at = 1, dueAt = DUE, ...said } = change;
    const order = {
      kind: 'ordered',
      what: { kind: 'monthly' },
      scope: 'enterprise',
      conversation: '19:one',
      to: { kind: 'person', person: 'ann' },
      dueAt,
      ...said,
    } as const;
    const id = await orders().nextId();
    const opened = changeWith(reportOrderType, id, undefined, [order], { at, nextDueAt: dueAt });
    return orders().insert(opened);
  };

  it('keeps one order per conversation, kind, date, and scope, listed by conversation in order (ME-7, ME-9)', async () => {
    expect((await make()).kind).toBe('saved');
    expect((await make()).kind).toBe('exists');
    expect((await make({ scope: 'msc:aviation', at: 3 })).kind).toBe('saved');
    const what = { kind: 'review', date: '2026-12-15' } as const;
    expect((await make({ what, at: 2 })).kind).toBe('saved');
    expect((await make({ what, at: 4 })).kind).toBe('exists');
    await bench.reopen();
    const kept = await orders().ofConversation('19:one', 10);
    expect(kept.map(({ state }) => [state.what.kind, state.scope])).toEqual([
      ['monthly', 'enterprise'],
      ['review', 'enterprise'],
      ['monthly', 'msc:aviation'],
    ]);
    expect(await orders().ofConversation('19:two', 10)).toEqual([]);
  });

  it('no longer lists an order in its conversation once it is ended (ME-7)', async () => {
    const made = await make({ conversation: '19:again' });
    if (made.kind !== 'saved') throw new Error('not saved');
    const { id, state, version } = made.saved;
    await orders().save(version, changeWith(reportOrderType, id, state, [{ kind: 'ended' }]));
    expect(await orders().ofConversation('19:again', 10)).toEqual([]);
    expect((await orders().due(DUE, 100)).map((one) => one.id)).not.toContain(id);
  });

  it('finds orders due after an instant, earliest first (ME-7)', async () => {
    for (const [place, dueAt] of [DUE + 300, DUE + 100, DUE].entries())
      await make({ conversation: `19:${place}`, dueAt });
    const after = async (instant: number, limit = 10) =>
      (await orders().dueAfter(instant, limit)).map(({ state }) => state.dueAt);
    expect(await after(DUE)).toEqual([DUE + 100, DUE + 300]);
    expect(await after(DUE, 1)).toEqual([DUE + 100]);
    expect(await after(DUE + 300)).toEqual([]);
  });
}
