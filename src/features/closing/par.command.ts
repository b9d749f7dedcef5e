import { caseAction } from '../../commands/cases/case-action';
import { caseThen } from '../../commands/cases/case-number';
import { oneSection } from '../../commands/forms/fields';
import { parFields } from '../../commands/forms/par-fields';
import { decidePar } from '../../domain/cases/pars/decide-par';
import { parName } from '../../domain/cases/pars/par-name';

/** Level 2 submits a PAR on the case (rules ES-10, CK-8). */
export const parCommand = caseAction({
  action: 'case.par',
  area: 'Closing',
  typed: {
    words: ['submit par', 'par'],
    usage: 'par CS0000001',
    summary: 'Level 2: records a submitted Post Award Request (PAR) on the case: number, kind, and IPG.',
    example: 'par CS0000012 PAR-20261102',
    read: caseThen('parNumber'),
  },
  form: ({ number, pars }, given) => ({
    title: `Submit a PAR on ${number}`,
    intro:
      pars.length === 0
        ? 'Enter the Post Award Request as submitted. The IPG of a status PAR sets when to follow up.'
        : `This case already had ${pars.map((par) => parName(par.number)).join(', ')}. Enter the new one as submitted.`,
    sections: oneSection(...parFields(given)),
  }),
  decide: decidePar,
  confirmation: ({ openPar }) => `${parName(openPar?.number ?? '')} is on the case.`,
});
