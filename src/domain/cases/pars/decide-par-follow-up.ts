import { caseDecision, happens } from '../decision';

/** Level 2 follows the open PAR up: what was asked and what is known, in a note on it (rule CK-8). Field: `text`. */
export const decideParFollowUp = caseDecision('case.par-follow-up', (subject, form) => {
  const missing = 'Write the follow-up: who you asked, and what is known about the PAR now.';
  const text = form.requiredText('text', 'The follow-up', missing);
  const read = form.complete({ text });
  if (!read.ok) return read;
  const { openPar } = subject;
  if (openPar === undefined) return happens();
  return happens({ kind: 'par-followed-up', number: openPar.number, text: read.value.text });
});
