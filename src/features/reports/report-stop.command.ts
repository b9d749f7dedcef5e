import { z } from 'zod/v4';
import { readSharedScope } from '../../commands/asked/shared-scope';
import { refuse } from '../../commands/command';
import type { Command } from '../../commands/command';
import { optional } from '../../commands/forms/inputs';
import { scopeKey } from '../../domain/metrics/question-key';
import { stopOrders } from './stop-orders';

/** Ends the monthly reports of this conversation: one, those of a scope, or all. */
export const reportStopCommand: Command<{ readonly scope: string; readonly order: string }> = {
  verb: 'report.stop',
  title: 'Stop monthly report',
  area: 'Metrics',
  typed: {
    words: ['report stop', 'stop report'],
    usage: 'report stop [group or MSC]',
    summary: 'Ends the monthly reports of this conversation, or that of one group or MSC.',
    example: 'report stop',
    read: (rest): Record<string, string> => (rest === '' ? {} : { scope: rest }),
  },
  schema: z.object({ scope: optional, order: optional }),
  run: async ({ scope: words, order }, context) => {
    const scope = readSharedScope(words, context);
    if (!scope.ok) return refuse(scope.refusal);
    const key = words === '' ? undefined : scopeKey(scope.value);
    const none = 'No monthly report is posted here';
    return stopOrders(
      (one) =>
        one.what.kind === 'monthly' &&
        (order === '' || one.id === order) &&
        (key === undefined || one.scope === key),
      none,
      context,
    );
  },
};
