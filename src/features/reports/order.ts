import type { CommandContext, Place } from '../../commands/command';
import { siteCalendar } from '../../domain/metrics/month-close';
import { scopeKey } from '../../domain/metrics/question-key';
import type { SharedScope } from '../../domain/metrics/summary';
import type { Refusal } from '../../domain/kernel/refusal';
import { dueOn, endedOrder, firstDue, isStanding } from '../../domain/reports/report-order';
import type { ReportOrder } from '../../domain/reports/report-order';
import { barredFromOrders } from '../../domain/reports/who-may-order';
import type { SavedOrder } from '../../ports/reports';

/** More than a conversation has; a list shows fewer. */
const MOST = 200;
const TRIES = 8;

/** The conversation of a place, without a thread. */
const conversationOf = ({ address }: Place): string => address.conversationId.replace(/;messageid=.*$/su, '');

/** Why the reports of this conversation are not for who asks to order or end; undefined where they are. */
export const barredHere = ({ actor, directory, place }: CommandContext): Refusal | undefined =>
  barredFromOrders(actor, { kind: place.kind, conversation: conversationOf(place) }, directory);

/** Where a report of this conversation goes: somebody's own chat is found by who they are. */
function toOf({ actor, place }: CommandContext): ReportOrder['to'] {
  if (place.kind === 'personal') return { kind: 'person', person: actor.id };
  return { kind: 'conversation', address: { ...place.address, conversationId: conversationOf(place) } };
}

/** Orders a report for this conversation; `standing` where it is ordered already. A review that is near is due at once. */
export async function order(
  what: ReportOrder['what'],
  scope: SharedScope,
  context: CommandContext,
): Promise<{ readonly kind: 'saved' | 'standing'; readonly order: ReportOrder }> {
  const { actor, calendars, now, place, policies, reports } = context;
  const calendar = siteCalendar(calendars);
  const made: ReportOrder = {
    id: await reports.orders.nextId(),
    what,
    scope: scopeKey(scope),
    conversation: conversationOf(place),
    to: toOf(context),
    by: actor.id,
    at: now,
    dueAt: firstDue(what, now, policies.at(now).reviewFigures.days, calendar),
  };
  const saved = await reports.orders.insert(dueOn(made, now, calendar) ?? { order: made, notices: [] });
  if (saved.kind === 'saved') context.saved?.(saved.order.id);
  return saved;
}

/** What this conversation gets by itself, the first ordered first. */
export async function standingOrders(context: CommandContext): Promise<readonly SavedOrder[]> {
  const { calendars, now, place, reports } = context;
  const all = await reports.orders.of(conversationOf(place), MOST);
  return all.filter(({ order: one }) => isStanding(one, now, siteCalendar(calendars)));
}

/** Ends an order of this conversation, whoever changes it at the same time. */
export async function end(id: string, { actor, now, reports }: CommandContext): Promise<void> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const saved = await reports.orders.get(id);
    if (saved === undefined || saved.order.ended !== undefined) return;
    if (
      await reports.orders.save(saved.version, { order: endedOrder(saved.order, actor.id, now), notices: [] })
    )
      return;
  }
  throw new Error(`The report order ${id} could not be ended in ${TRIES} tries`);
}
