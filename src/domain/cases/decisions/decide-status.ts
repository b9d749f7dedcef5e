import { caseDecision, happens } from '../decision';
import { readMessageMethod } from '../messages/read-message-method';

/**
 * Level 2's quality status to the customer, through the life of the case, also while Level 3 holds it (rule CK-2).
 * Fields: `text` and those of `readWord`.
 */
export const decideStatus = caseDecision('case.status', (subject, form, by, context) => {
  const missing =
    'Write where the case stands, what happens next, and by when, so that the customer can act on it.';
  const text = form.requiredForCustomer('text', 'Status', missing);
  const word = readMessageMethod(form, subject, 'status', context);
  const read = form.complete({ text, word });
  return read.ok ? happens({ kind: 'status-sent', ...read.value }) : read;
});
