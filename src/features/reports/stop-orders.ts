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
    return stopOrders(isMeant, spec.none, context);
  },
});

/** Ends those orders of this conversation that are meant, and says which. */
async function stopOrders(
  isMeant: (one: ReportOrder) => boolean,
  none: string,
  context: CommandContext,
): Promise<Outcome> {
  const denied = placePrecondition(context);
  if (denied !== undefined) return refuse(denied);
  const meant = (await standingOrders(context)).filter(isMeant);
  for (const { id } of meant) await end(id, context);
  const buttons = [button('Reports here', 'report.list')];
  if (meant.length === 0) return reply({ card: 'message', tone: 'plain', title: none, text: '', buttons });
  const said = andList(meant.map((one) => orderText(one, context)));
  return replyDone({
    title: meant.length === 1 ? 'It is not posted here any more' : 'They are not posted here any more',
    text: `Ended: ${said}.`,
    buttons,
  });
}
