import { caseDecision, happens } from '../decision';

/** A note for those who work the case; the Description stays the customer's (rules CA-6, AS-4). Field: `text`. */
export const decideNote = caseDecision('case.note', (subject, form) => {
  const text = form.requiredWords('text', 'Note', 'The note is empty. Write what was done or found.');
  const read = form.complete({ text });
  return read.ok ? happens({ kind: 'noted', text: read.value.text }) : read;
});
