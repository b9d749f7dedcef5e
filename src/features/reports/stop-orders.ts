import { refuse, reply } from '../../commands/command';
import type { CommandContext, Outcome } from '../../commands/command';
import { button } from '../../commands/forms/fields';
import { andList } from '../../domain/reports/and-list';
import type { ReportOrder } from '../../domain/reports/report-order';
import { barredHere, end, standingOrders } from './order';
import { orderText } from './order-text';

/** Ends those orders of this conversation that are meant, and says which; `none` says that there are none. */
export async function stopOrders(
  isMeant: (one: ReportOrder) => boolean,
  none: string,
  context: CommandContext,
): Promise<Outcome> {
  const barred = barredHere(context);
  if (barred !== undefined) return refuse(barred);
  const meant = (await standingOrders(context)).filter(isMeant);
  for (const { id } of meant) await end(id, context);
  const buttons = [button('Reports here', 'report.list')];
  if (meant.length === 0) return reply({ card: 'message', tone: 'plain', title: none, text: '', buttons });
  const said = andList(meant.map((one) => orderText(one, context)));
  return reply({
    card: 'message',
    tone: 'good',
    title: meant.length === 1 ? 'It is not posted here any more' : 'They are not posted here any more',
    text: `Ended: ${said}.`,
    buttons,
  });
}
