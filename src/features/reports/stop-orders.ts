import { z } from 'zod/v4';
import { refuse, reply, replyDone } from '../../commands/command';
import type { Command, CommandContext, Outcome, Typed } from '../../commands/command';
import { button } from '../../commands/forms/fields';
import { optional } from '../../commands/forms/inputs';
import type { Result } from '../../domain/kernel/refusal';
import { andList } from '../../domain/reports/and-list';
import type { ReportOrder } from '../../domain/reports/report-order';
import { placePrecondition, end, standingOrders } from './order';
import { orderText } from '../../cards/reports/order-text';

/** A command that ends orders of this conversation: what differs from one to the next. */
interface StopSpec {
  readonly verb: string;
  readonly title: string;
  readonly typed: Omit<Typed, 'read'>;
  /** Says that there are none. */
  readonly none: string;
  /** Which orders the words after the command mean; without any, all of its kind. */
  readonly meant: (words: string, context: CommandContext) => Result<(one: ReportOrder) => boolean>;
}

/** Makes the command: a line has words, a button of the list the id of one order. */
export const stopCommand = (spec: StopSpec): Command<{ readonly of: string; readonly order: string }> => ({
  verb: spec.verb,
  title: spec.title,
  area: 'Metrics',
  typed: { ...spec.typed, read: (of) => ({ of }) },
  schema: z.object({ of: optional, order: optional }),
  run: async ({ of, order }, context) => {
    const meant = spec.meant(of, context);
    if (!meant.ok) return refuse(meant.refusal);
    const isMeant = (one: ReportOrder) => (order === '' || one.id === order) && meant.value(one);
    const ofKind = spec.meant('', context);
    return stopOrders({ isMeant, isOfKind: ofKind.ok ? ofKind.value : isMeant }, spec.none, context);
  },
});

/** Which orders are to end, and which are of their kind. */
interface Meant {
  readonly isMeant: (one: ReportOrder) => boolean;
  readonly isOfKind: (one: ReportOrder) => boolean;
}

/** Stops the orders of this conversation that are meant, and says which; if none is, says which others there are. */
async function stopOrders(
  { isMeant, isOfKind }: Meant,
  none: string,
  context: CommandContext,
): Promise<Outcome> {
  const denied = placePrecondition(context);
  if (denied !== undefined) return refuse(denied);
  const standing = await standingOrders(context);
  const meant = standing.filter(isMeant);
  for (const { id } of meant) await end(id, context);
  const buttons = [button('Reports here', 'report.list')];
  const listed = (orders: readonly ReportOrder[]) => andList(orders.map((one) => orderText(one, context)));
  if (meant.length === 0) {
    const others = standing.filter(isOfKind);
    const said =
      others.length === 0
        ? { title: none, text: '' }
        : { title: 'Nothing was stopped', text: `Scheduled here: ${listed(others)}.` };
    return reply({ card: 'message', tone: 'plain', ...said, buttons });
  }
  return replyDone({
    title: meant.length === 1 ? "It's no longer posted here" : 'They are no longer posted here',
    text: `Stopped: ${listed(meant)}.`,
    buttons,
  });
}
