import { caseAction } from '../../commands/cases/case-action';
import { longText, oneSection } from '../../commands/forms/fields';
import { decideParFollowUp } from '../../domain/cases/pars/decide-par-follow-up';
import { parName } from '../../domain/cases/pars/par-name';

/** Level 2 follows up the PAR that is open on the case (rule CK-8). */
export const parFollowUpCommand = caseAction({
  action: 'case.par-follow-up',
  area: 'Closing',
  typed: {
    words: ['follow up par', 'par follow up'],
    usage: 'par follow up CS0000001 <text>',
    summary: 'Level 2: records a follow-up on the open PAR and restarts its follow-up clock.',
    example: 'par follow up CS0000012 Asked the buyer: shipment is being confirmed.',
    freeText: 'text',
  },
  form: ({ number, openPar }, given) => ({
    title: `Follow up ${parName(openPar?.number ?? '')} on ${number}`,
    intro:
      "Say who you asked and what is known now. The people working the case see this. The customer doesn't.",
    sections: oneSection(longText(given, 'text', 'Follow-up', { required: true })),
  }),
  addsOnly: true,
  decide: decideParFollowUp,
  confirmation: ({ openPar }) => `The follow-up on ${parName(openPar?.number ?? '')} is in the notes.`,
});
