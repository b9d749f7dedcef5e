import { readNewPar } from '../escalation/read-par';
import { caseDecision, happens } from '../decision';
import { parName } from './par-name';
import { parToJudge } from './par-record';

/** How Level 2 judges the answer to a PAR (rules CK-9, CL-4). */
export const JUDGEMENTS = {
  adequate: 'Adequate: it resolves the case',
  inadequate: 'Inadequate: a new PAR is submitted',
} as const;

/**
 * Level 2 completes the case's latest PAR with its answer, and judges it. An adequate one starts the five days to
 * closure (rule CK-9). An inadequate one keeps the case open: a new PAR that references it is submitted with it, and the
 * supervisors of the group are told (rule CL-4). An answer that was taken for adequate can be judged again.
 * Fields: `judged`, `text`, and where it is inadequate `parNumber`, `parKind` and `parIpg` of the new PAR.
 */
export const decideParDone = caseDecision('case.par-done', (subject, form, by, context) => {
  const par = parToJudge(subject.pars);
  if (par === undefined) return happens();
  const judged = form.requiredChoice('judged', 'Whether the answer is adequate', JUDGEMENTS);
  const missing = 'Write the answer to the PAR.';
  const text = form.requiredText('text', 'The answer', missing);
  const { number } = par;
  if (judged === 'adequate' && par.completed?.adequate === true) {
    form.fault(
      'judged',
      `${parName(number)} was already completed with an adequate answer. Resolve the case.`,
    );
  }
  const ask = `The answer to ${parName(number)} was inadequate: submit a new PAR that references it, and enter its number (CL-4).`;
  const { par: numberForm } = context.policies.at(subject.openedAt).numbers;
  const next = judged === 'inadequate' ? readNewPar(form, subject.pars, numberForm, ask, par) : undefined;
  const read = form.complete({ judged, text });
  if (!read.ok) return read;
  const completed = { kind: 'par-completed', number, text: read.value.text } as const;
  if (next === undefined) return happens({ ...completed, adequate: true });
  const supervisors = context.directory.group(subject.group)?.supervisors ?? [];
  return happens(
    { ...completed, adequate: false, supervisors },
    { kind: 'par-submitted', par: next, references: number },
  );
});
