import { readNewPar } from '../escalation/read-par';
import { caseDecision, happens } from '../decision';
import { inadequatePar } from './par-record';

/**
 * Level 2 submits a PAR on the case, one at a time; one that follows an inadequate answer references it (rule CL-4).
 * Fields: `parNumber`, `parKind`, `parIpg`.
 */
export const decidePar = caseDecision('case.par', (subject, form, by, context) => {
  const missing = 'The PAR number is missing. Enter the number of the submitted Post Award Request.';
  const read = form.complete({
    par: readNewPar(form, subject.pars, context.policies.at(subject.openedAt).numbers.par, missing),
  });
  if (!read.ok) return read;
  const references = inadequatePar(subject.pars);
  return happens({
    kind: 'par-submitted',
    par: read.value.par,
    ...(references === undefined ? {} : { references }),
  });
});
