import { z } from 'zod/v4';
import { caseRows } from '../../commands/cases/case-rows';
import { reply, type Command } from '../../commands/command';
import { button } from '../../commands/forms/fields';
import { ROWS_SHOWN, moreThan } from '../../commands/list-length';

/** Lists the open cases assigned to the person, oldest first. */
export const myCasesCommand: Command<Record<string, never>> = {
  verb: 'cases.mine',
  title: 'My cases',
  area: 'Cases',
  typed: {
    words: ['my cases', 'mine'],
    usage: 'my cases',
    summary: 'Your open cases, oldest first, each with what is due next.',
    example: 'my cases',
    read: () => ({}),
  },
  schema: z.object({}),
  run: async (_input, context) => {
    const found = await context.cases.list({ open: true, assignee: context.actor.id }, ROWS_SHOWN + 1);
    return reply({
      card: 'list',
      title: 'My cases',
      rows: caseRows(found.slice(0, ROWS_SHOWN), context),
      empty: 'No open cases are assigned to you.',
      ...moreThan(found.length),
      buttons: [button('Queue', 'cases.queue'), button('New case', 'case.new')],
    });
  },
};
