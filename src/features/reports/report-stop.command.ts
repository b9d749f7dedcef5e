import { readSharedScope } from '../../commands/resolve/shared-scope';
import { ok } from '../../domain/kernel/refusal';
import { scopeKey } from '../../domain/metrics/question-key';
import { stopCommand } from './stop-orders';

/** Ends the monthly reports of this conversation: one, those of a scope, or all. */
export const reportStopCommand = stopCommand({
  verb: 'report.stop',
  title: 'Stop monthly report',
  typed: {
    words: ['report stop', 'stop report'],
    usage: 'report stop [group or MSC]',
    summary: 'Ends the monthly reports of this conversation, or that of one group or MSC.',
    example: 'report stop',
  },
  none: 'No monthly report is posted here',
  meant: (words, context) => {
    const read = readSharedScope(words, context);
    if (!read.ok) return read;
    const key = scopeKey(read.value);
    return ok(({ what, scope }) => what.kind === 'monthly' && (words === '' || scope === key));
  },
});
