import { mscOf } from '../escalation/msc-of';
import { MSC_NAMES } from '../../directory/directory';
import { refusal } from '../../kernel/refusal';
import { no } from '../../kernel/result';
import { levelTwoOf } from '../decisions/decide-refer-back';
import { happens, mayNow, type Decision } from '../decision';
import { TypedForm } from '../../kernel/text/typed-form';

/**
 * Level 2 takes back a case that Level 3 holds, because the customer withdrew or the answer was found. It goes to the
 * Level 2 group and agent of record, who may resolve it without a response of Level 3; Level 3 is notified (rule L3-2,
 * DLAM 3000.05 E5 2.e). Field: `why`.
 */
export const decideRecall: Decision = (subject, typed, by, context) => {
  const may = mayNow('case.recall', subject, by, context);
  if (!may.ok) return may;
  const form = new TypedForm(typed);
  const why = form.requiredText('why', 'Why', 'Write why the case is recalled.');
  const read = form.complete({ why });
  if (!read.ok) return read;
  const to = levelTwoOf(subject, context.directory);
  // Stryker disable next-line ConditionalExpression: who recalls it is of the group of record, so there is one.
  if (to === undefined)
    return no(
      refusal('nothing-to-escalate-to', { msc: MSC_NAMES[mscOf(subject, context.directory)], level: '2' }),
    );
  return happens({ kind: 'recalled', ...to, why: read.value.why });
};
