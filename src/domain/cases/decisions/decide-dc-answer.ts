import { happens, mayNow, type Decision } from '../decision';
import { TypedForm } from '../../kernel/text/typed-form';

/**
 * The Distribution Center answered the e-mail: the case is in progress again (rule ES-3 g, DLAM 3000.05 E4 1.c(2)(g)).
 * No clock paused meanwhile (rule CK-10). Field: `text`, what it answered.
 */
export const decideDcAnswer: Decision = (subject, typed, by, context) => {
  const may = mayNow('case.dc-answer', subject, by, context);
  if (!may.ok) return may;
  const form = new TypedForm(typed);
  const missing = 'Write what the Distribution Center answered.';
  const text = form.requiredText('text', 'The answer', missing);
  const read = form.complete({ text });
  return read.ok
    ? happens({ kind: 'dc-answered', center: subject.awaitedCenter ?? '', text: read.value.text })
    : read;
};
