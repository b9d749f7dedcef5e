import { happens, mayNow, type Decision } from '../decision';
import { TypedForm } from '../../kernel/text/typed-form';

/** A Level 2 supervisor declines the closing that was asked for, and says why; who asked is told (rule CL-5). Field: `why`. */
export const decideDecline: Decision = (subject, typed, by, context) => {
  const may = mayNow('case.decline', subject, by, context);
  if (!may.ok) return may;
  const form = new TypedForm(typed);
  const missing = 'Write why the case is not closed, and what is to be done first.';
  const why = form.requiredText('why', 'Why', missing);
  const read = form.complete({ why });
  return read.ok ? happens({ kind: 'closing-declined', why: read.value.why }) : read;
};
