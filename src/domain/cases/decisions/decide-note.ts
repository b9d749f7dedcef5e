import { happens, mayNow, type Decision } from '../decision';
import { TypedForm } from '../../kernel/text/typed-form';

/** A note for those who work the case; the Description stays the customer's (rules CA-6, AS-4). Field: `text`. */
export const decideNote: Decision = (subject, typed, by, context) => {
  const may = mayNow('case.note', subject, by, context);
  if (!may.ok) return may;
  const form = new TypedForm(typed);
  const text = form.requiredWords('text', 'Note', 'The note is empty. Write what was done or found.');
  const read = form.complete({ text });
  return read.ok ? happens({ kind: 'noted', text: read.value.text }) : read;
};
