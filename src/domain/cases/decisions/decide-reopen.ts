import { caseDecision, happens } from '../decision';
import { departureEvents } from '../left/assignee-left';

/**
 * Reopens a resolved or closed case with why: its history stays, and who held it works it again (rule RE-1). That its PR
 * stands on no other open case, the store says when it saves (rule ES-6). Field: `why`.
 */
export const decideReopen = caseDecision('case.reopen', (subject, form, by, context) => {
  const missing = "Explain why you're reopening the case: what the customer still needs.";
  const why = form.requiredText('why', 'Why', missing);
  const read = form.complete({ why });
  if (!read.ok) return read;
  // Who held it may have left the group since it was closed (rule AC-7).
  const open = { ...subject, state: 'in-progress' } as const;
  const left = departureEvents(open, context.directory);
  return happens({ kind: 'reopened', why: read.value.why }, ...left);
});
