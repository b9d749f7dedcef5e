import { caseDecision, happens } from '../decision';

/**
 * Level 2 withdraws the open PAR, because nobody waits for its answer any longer: the case can be resolved without it
 * (rule CL-8, DLAM 3000.05 E4 7.c). Where it followed an inadequate answer, the group's supervisors are told, as they
 * were of that answer (rule CL-4). Field: `why`.
 */
export const decideParWithdraw = caseDecision('case.par-withdraw', (subject, form, by, context) => {
  const missing = "Explain why you're withdrawing the PAR.";
  const why = form.requiredText('why', 'Why', missing);
  const read = form.complete({ why });
  if (!read.ok) return read;
  const { openPar, group } = subject;
  if (openPar === undefined) return happens();
  // Stryker disable next-line OptionalChaining,ArrayDeclaration: who withdraws it is of the group, so there is one.
  const supervisors = context.directory.group(group)?.supervisors ?? [];
  return happens({
    kind: 'par-withdrawn',
    number: openPar.number,
    why: read.value.why,
    ...(openPar.references === undefined ? {} : { supervisors }),
  });
});
