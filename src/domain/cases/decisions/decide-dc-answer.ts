import { caseDecision, happens } from '../decision';

/**
 * The Distribution Center answered the email: the case is in progress again (rule ES-3 g, DLAM 3000.05 E4 1.c(2)(g)).
 * No clock paused meanwhile (rule CK-10). Field: `text`, what it answered.
 */
export const decideDcAnswer = caseDecision('case.dc-answer', (subject, form) => {
  const missing = 'Write what the Distribution Center answered.';
  const text = form.requiredText('text', 'The answer', missing);
  const read = form.complete({ text });
  return read.ok
    ? happens({ kind: 'dc-answered', center: subject.awaitedCenter ?? '', text: read.value.text })
    : read;
});
