import { caseAction } from '../../commands/cases/case-action';
import { choicesOf, longText, radio } from '../../commands/forms/fields';
import { parFields } from '../../commands/forms/par-fields';
import { decideParDone, JUDGEMENTS } from '../../domain/cases/pars/decide-par-done';
import { parName } from '../../domain/cases/pars/par-name';
import { parToJudge } from '../../domain/cases/pars/par-record';

/** Level 2 completes a PAR with its answer and judges it (rules CK-9, CL-4). */
export const parDoneCommand = caseAction({
  action: 'case.par-done',
  area: 'Closing',
  typed: {
    words: ['par completed', 'par done'],
    usage: 'par done CS0000001',
    summary:
      'Level 2: records the answer to the PAR. An inadequate answer keeps the case open with a new PAR.',
    example: 'par done CS0000012',
    freeText: 'text',
  },
  form: ({ number, pars, openedAt }, given, { policies }) => {
    const par = parToJudge(pars);
    const days = policies.at(openedAt).clocks.parClosure.days;
    return {
      title: `Complete ${parName(par?.number ?? '')} on ${number}`,
      intro: `If the answer is adequate, close the case within ${days} business days.`,
      sections: [
        {
          fields: [
            longText(given, 'text', 'Answer to the PAR', {
              required: true,
              otherwise: par?.completed?.text ?? '',
            }),
            radio(given, 'judged', 'The answer is', { required: true, choices: choicesOf(JUDGEMENTS) }),
          ],
        },
        {
          title: 'New PAR, if the answer is inadequate',
          text: `It references ${parName(par?.number ?? '')}. The case stays open, and your supervisors are notified.`,
          fields: parFields(given, { kind: par?.kind ?? 'status', ipg: par?.ipg ?? 'other' }, false),
        },
      ],
    };
  },
  decide: decideParDone,
  confirmation: ({ openPar, pars }) =>
    openPar === undefined
      ? `${parName(pars.at(-1)?.number ?? '')} is completed. Resolve and close the case.`
      : `${parName(openPar.number)} is on the case and references ${parName(openPar.references ?? '')}. The supervisors are notified.`,
});
