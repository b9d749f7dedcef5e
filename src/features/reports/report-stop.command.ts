import { readSharedScope } from '../../commands/resolve/shared-scope';
import { ok } from '../../domain/kernel/refusal';
import { scopeKey } from '../../domain/metrics/question-key';
import { stopCommand } from './stop-orders';

/** Stops the monthly reports in this conversation: one, those for a scope, or all. */
export const reportStopCommand = stopCommand({
  verb: 'report.stop',
  title: 'Stop monthly report',
  typed: {
    words: ['report stop', 'stop report'],
    usage: 'report stop [group or MSC]',
    summary: 'Stops the monthly reports in this conversation, or the one for a group or MSC.',
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
