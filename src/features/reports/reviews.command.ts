import { z } from 'zod/v4';
import { reply, type Command } from '../../commands/command';
import { button } from '../../commands/forms/fields';
import { moreThan, ROWS_SHOWN } from '../../commands/list-length';
import { standingOrders } from './order';
import { orderRow } from '../../cards/reports/order-text';

/** Lists the upcoming reviews of this conversation, each with when its numbers are posted (rule ME-9). */
export const reviewsCommand: Command<Record<string, never>> = {
  verb: 'review.list',
  title: 'Reviews',
  area: 'Metrics',
  typed: {
    words: ['reviews'],
    usage: 'reviews',
    summary: 'The performance reviews whose numbers are posted here.',
    example: 'reviews',
    read: () => ({}),
  },
  schema: z.object({}),
  run: async (_input, context) => {
    const reviews = (await standingOrders(context)).flatMap((order) =>
      order.what.kind === 'review' ? [{ order, date: order.what.date }] : [],
    );
    const sorted = [...reviews].sort((a, b) => (a.date < b.date ? -1 : 1));
    return reply({
      card: 'list',
      title: 'Performance reviews',
      rows: sorted.slice(0, ROWS_SHOWN).map(({ order }) => orderRow(order, context)),
      empty: 'No reviews are set here.',
      ...moreThan(sorted.length, 'Stop one to see the rest.'),
      buttons: [button('Review date', 'review.set'), button('Reports here', 'report.list')],
    });
  },
};
