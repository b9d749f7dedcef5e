import { caseDecision, happens } from '../decision';

/** A Level 2 supervisor declines the closing that was asked for, and says why; who asked is told (rule CL-5). Field: `why`. */
export const decideDecline = caseDecision('case.decline', (subject, form) => {
  const missing = "Explain why the case isn't closed, and what must be done first.";
  const why = form.requiredText('why', 'Why', missing);
  const read = form.complete({ why });
  return read.ok ? happens({ kind: 'closing-declined', why: read.value.why }) : read;
});
