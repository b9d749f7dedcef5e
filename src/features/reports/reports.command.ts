import { z } from 'zod/v4';
import { reply, type Command } from '../../commands/command';
import { button } from '../../commands/forms/fields';
import { moreThan, ROWS_SHOWN } from '../../commands/list-length';
import { standingOrders } from './order';
import { orderRow } from '../../cards/reports/order-text';

/** Lists what this conversation gets by itself (rules ME-7, ME-9). */
export const reportsCommand: Command<Record<string, never>> = {
  verb: 'report.list',
  title: 'Reports here',
  area: 'Metrics',
  typed: {
    words: ['reports'],
    usage: 'reports',
    summary: 'Reports posted here automatically: monthly, and before performance reviews.',
    example: 'reports',
    read: () => ({}),
  },
  schema: z.object({}),
  run: async (_input, context) => {
    const standing = await standingOrders(context);
    return reply({
      card: 'list',
      title: 'Reports posted here automatically',
      rows: standing.slice(0, ROWS_SHOWN).map((order) => orderRow(order, context)),
      empty: 'No reports are posted here automatically.',
      ...moreThan(standing.length, 'Stop one to see the rest.'),
      buttons: [
        button('Report', 'report.show'),
        button('Post it monthly', 'report.monthly'),
        button('Review date', 'review.set'),
      ],
    });
  },
};
