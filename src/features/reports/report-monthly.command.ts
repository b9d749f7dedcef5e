import { z } from 'zod/v4';
import { readSharedScope } from '../../commands/resolve/shared-scope';
import { refuse, reply, type Command } from '../../commands/command';
import { button, oneSection, sendOrCancel } from '../../commands/forms/fields';
import { required } from '../../commands/forms/inputs';
import { placePrecondition, order } from './order';
import { instantText } from '../../cards/reports/order-text';
import { scopeField } from './report-form';

/** Orders the report of each month into this conversation (rule ME-7). */
export const reportMonthlyCommand: Command<{ readonly scope: string }> = {
  verb: 'report.monthly',
  title: 'Post it monthly',
  area: 'Metrics',
  keepsAnswer: true,
  typed: {
    words: ['report monthly', 'monthly report'],
    usage: 'report monthly [group or MSC]',
    summary: "Posts each month's report here automatically, on the first business day after the month.",
    example: 'report monthly aviation',
    hint: "In a channel, its group's gatekeepers and supervisors, the business process analyst, and the program office can do this. In a personal chat, everyone can.",
    read: (rest): Record<string, string> => (rest === '' ? {} : { scope: rest }),
  },
  schema: z.object({ scope: required('Choose what the report is for.') }),
  form: (given, context, reopening = false) => {
    const denied = placePrecondition(context);
    if (denied !== undefined && !reopening) return denied;
    return {
      title: 'Post the report each month',
      intro: 'It is posted in this conversation on the first business day after each month.',
      sections: oneSection(scopeField(given, context)),
      ...sendOrCancel('Post it monthly', 'report.monthly'),
    };
  },
  run: async ({ scope: words }, context) => {
    const denied = placePrecondition(context);
    if (denied !== undefined) return refuse(denied);
    const scope = readSharedScope(words, context);
    if (!scope.ok) return refuse(scope.refusal);
    const { isNew, order: made } = await order({ kind: 'monthly' }, scope.value, context);
    const next =
      made.dueAt === undefined ? '' : ` The next one will be posted on ${instantText(made.dueAt)}.`;
    return reply({
      card: 'message',
      tone: isNew ? 'good' : 'plain',
      title: isNew
        ? `The report for ${scope.value.name} will be posted each month`
        : `The report for ${scope.value.name} is already posted here each month`,
      text: `It is posted in this conversation on the first business day after each month.${next}`,
      buttons: [button('Reports here', 'report.list'), button('Stop', 'report.stop', { order: made.id })],
    });
  },
};
