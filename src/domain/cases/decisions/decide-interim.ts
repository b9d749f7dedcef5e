import { caseDecision, happens } from '../decision';
import { readMessageMethod } from '../messages/read-message-method';

/**
 * Level 2 tells the customer that the case is worked and by when a resolution or status comes
 * (rule CK-1, DLAM 3000.05 E4 2.g). Sent once, and only where a customer waits. Fields: `text` and those of `readWord`.
 */
export const decideInterim = caseDecision('case.interim', (subject, form, by, context) => {
  const missing =
    'Tell the customer that the case is being worked, and by when to expect a resolution or status update.';
  const text = form.requiredForCustomer('text', 'Interim response', missing);
  const word = readMessageMethod(form, subject, 'interim', context);
  const read = form.complete({ text, word });
  return read.ok ? happens({ kind: 'interim-sent', ...read.value }) : read;
});
