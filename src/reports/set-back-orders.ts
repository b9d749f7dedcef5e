import { CASEKEEPER } from '../domain/kernel/entry';
import type { DomainContext } from '../domain/kernel/domain-context';
import { siteCalendar } from '../domain/metrics/month-close';
import { nextMonthly } from '../domain/reports/report-order';
import { reportOrderType } from '../domain/reports/report-order-type';
import type { ReportOrders } from '../ports/reports';
import type { OnSetBack } from '../ports/time-source';
import { always, changeRecord } from '../records/change-record';
import { TooManyConflicts } from '../runtime/until-saved';

/** The store's limit per query. */
const MAX_ASKED = 1_000;

/**
 * A monthly report is due at the next closing of a month at the latest: one that is due later was posted by a clock that
 * ran ahead, and comes when its month has ended.
 */
export async function setBackOrders(
  orders: ReportOrders,
  context: DomainContext,
  onSetBack?: OnSetBack,
): Promise<void> {
  const latest = nextMonthly(context.now, siteCalendar(context.calendars));
  let count = 0;
  for (const { id, state, version } of await orders.dueAfter(latest, MAX_ASKED)) {
    if (state.what.kind !== 'monthly') continue;
    const act = { by: CASEKEEPER, at: context.now, cause: `set-back:${id}:${String(version)}` };
    const events = always(() => [{ kind: 'set-back', dueAt: latest } as const]);
    const kept = { type: reportOrderType, records: orders };
    // One that others change each time is met again at the next beat, and stops no other.
    const changed = await changeRecord(kept, id, act, events, context).catch(unlessConflicts);
    if (changed?.kind === 'changed') count += 1;
  }
  if (count > 0) onSetBack?.('reports', count);
}

function unlessConflicts(error: unknown): undefined {
  if (!(error instanceof TooManyConflicts)) throw error;
}
