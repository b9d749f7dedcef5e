import { readNewPar } from '../escalation/read-par';
import { happens, mayNow, type Decision } from './decision';
import { TypedForm } from './typed-form';

/**
 * Level 2 submits a PAR on the case, one at a time; one that follows an inadequate answer references it (rule CL-4).
 * Fields: `parNumber`, `parKind`, `parIpg`.
 */
export const decidePar: Decision = (subject, typed, by, world) => {
  const may = mayNow('case.par', subject, by, world);
  if (!may.ok) return may;
  const form = new TypedForm(typed);
  const missing = 'The PAR number is missing. Give the number of the Post Award Request that was submitted.';
  const read = form.complete({ par: readNewPar(form, subject.pars, missing) });
  if (!read.ok) return read;
  const last = subject.pars.at(-1);
  const references = last?.completed?.adequate === false ? { references: last.number } : {};
  return happens({ kind: 'par-submitted', par: read.value.par, ...references });
};
