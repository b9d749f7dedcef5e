import { changeInTurn, insertInTurn } from '../../commands/change-in-turn';
import type { CommandContext } from '../../commands/command';
import { conversationOf } from '../../commands/where-of';
import { siteCalendar } from '../../domain/metrics/month-close';
import { scopeKey } from '../../domain/metrics/question-key';
import type { SharedScope } from '../../domain/metrics/summary';
import type { Refusal } from '../../domain/kernel/refusal';
import { firstDue, isStanding, type ReportOrder } from '../../domain/reports/report-order';
import { reportOrderType } from '../../domain/reports/report-order-type';
import { ordersPrecondition } from '../../domain/reports/who-may-order';
import { always } from '../../records/change-record';

/** More than a conversation has; a list shows fewer. */
const MAX = 200;

/** Why the person may not order or stop reports in this conversation; undefined if they may. */
export const placePrecondition = ({ actor, directory, place }: CommandContext): Refusal | undefined =>
  ordersPrecondition(actor, { kind: place.kind, conversation: conversationOf(place) }, directory);

/** Where a report of this conversation goes: somebody's own chat is found by who they are. */
function toOf({ actor, place }: CommandContext): ReportOrder['to'] {
  if (place.kind === 'personal') return { kind: 'person', person: actor.id };
  return { kind: 'conversation', address: { ...place.address, conversationId: conversationOf(place) } };
}

/** Orders a report for this conversation; not new if it was already ordered. A review that is close is due right away. */
export async function order(
  what: ReportOrder['what'],
  scope: SharedScope,
  context: CommandContext,
): Promise<{ readonly isNew: boolean; readonly order: ReportOrder }> {
  const { calendars, now, place, policies, reports } = context;
  const dueAt = firstDue(what, now, policies.at(now).reviewFigures.days, siteCalendar(calendars));
  const conversation = conversationOf(place);
  const ordered = {
    kind: 'ordered',
    what,
    scope: scopeKey(scope),
    conversation,
    to: toOf(context),
    dueAt,
  } as const;
  const kept = { type: reportOrderType, records: reports.orders };
  const { kind, saved } = await insertInTurn(kept, [ordered], context);
  return { isNew: kind === 'changed', order: saved.state };
}

/** The reports posted in this conversation automatically, the first ordered first. */
export async function standingOrders(context: CommandContext): Promise<readonly ReportOrder[]> {
  const { calendars, now, place, reports } = context;
  const all = await reports.orders.ofConversation(conversationOf(place), MAX);
  return all.map(({ state }) => state).filter((one) => isStanding(one, now, siteCalendar(calendars)));
}

/** Ends an order of this conversation, whoever changes it at the same time. */
export async function end(id: string, context: CommandContext): Promise<void> {
  const kept = { type: reportOrderType, records: context.reports.orders };
  const decide = always(({ ended }: ReportOrder) =>
    ended === undefined ? [{ kind: 'ended' } as const] : [],
  );
  await changeInTurn(kept, id, decide, context);
}
