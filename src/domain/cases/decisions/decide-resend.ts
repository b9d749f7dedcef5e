import { caseDecision, happens } from '../decision';
import { readEmail } from '../details/contact';
import { messageToResend } from '../messages/customer-email';
import { asSent } from '../messages/own-mail';
import { readSubject, subjectFor } from '../messages/read-message-method';

/** How a word can be given again. */
export const WAYS = { email: 'By email', telephone: 'By phone' } as const;

/**
 * Sends a message again whose email was refused or not sent: by email, which at a site without a mail server who gives it
 * sends and confirms (rule CK-1), or recorded as told by phone. It is open on a closed case too, because the final
 * resolution has to reach the customer (rule CL-3). Fields: `text`, `way`, and for an email `mailTo`, `mailSubject`,
 * `CONFIRMED`.
 */
export const decideResend = caseDecision('case.resend', (subject, form, by, context) => {
  const way = form.requiredChoice('way', 'How to reach the customer', WAYS);
  const text = form.requiredForCustomer('text', 'The text', 'Write the message to the customer.');
  // The state allows it only while there is one.
  const of = messageToResend(subject) ?? 0;
  if (way !== 'email') {
    const read = form.complete({ text, way });
    return read.ok
      ? happens({ kind: 'word-repeated', of, text: read.value.text, word: { by: 'telephone' } })
      : read;
  }
  // Where one of these is at fault, the form is refused, whatever stands in its place.
  const to = form.required('mailTo', 'Enter the email address to send it to.', readEmail) ?? '';
  const line = readSubject(form, subject, subjectFor(subject.number, 'status')) ?? '';
  const word = asSent(form, { by: 'email', to, subject: line }, subject, context);
  const read = form.complete({ text, word });
  return read.ok ? happens({ kind: 'word-repeated', of, ...read.value }) : read;
});
