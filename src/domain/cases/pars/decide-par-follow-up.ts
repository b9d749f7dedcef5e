import { happens, mayNow, type Decision } from '../decision';
import { TypedForm } from '../../kernel/text/typed-form';

/** Level 2 follows the open PAR up: what was asked and what is known, in a note on it (rule CK-8). Field: `text`. */
export const decideParFollowUp: Decision = (subject, typed, by, context) => {
  const may = mayNow('case.par-follow-up', subject, by, context);
  if (!may.ok) return may;
  const form = new TypedForm(typed);
  const missing = 'Write the follow-up: who was asked, and what is known of the PAR now.';
  const text = form.requiredText('text', 'The follow-up', missing);
  const read = form.complete({ text });
  if (!read.ok) return read;
  const { openPar } = subject;
  if (openPar === undefined) return happens();
  return happens({ kind: 'par-followed-up', number: openPar.number, text: read.value.text });
};
