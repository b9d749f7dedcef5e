import { requireLevelTwo } from '../decisions/decide-refer-back';
import { caseDecision, happens } from '../decision';

/**
 * Level 2 takes back a case that Level 3 holds, because the customer withdrew or the answer was found. It goes to the
 * Level 2 group and agent of record, who may resolve it without a response of Level 3; Level 3 is notified (rule L3-2,
 * DLAM 3000.05 E5 2.e). Field: `why`.
 */
export const decideRecall = caseDecision('case.recall', (subject, form, by, context) => {
  const why = form.requiredText('why', 'Why', "Explain why you're recalling the case.");
  const read = form.complete({ why });
  if (!read.ok) return read;
  const to = requireLevelTwo(subject, context.directory);
  // Stryker disable next-line ConditionalExpression: who recalls it is of the group of record, so there is one.
  if (!to.ok) return to;
  return happens({ kind: 'recalled', ...to.value, why: read.value.why });
});
