import { caseAction } from '../../commands/cases/case-action';
import { longText, oneSection } from '../../commands/forms/fields';
import { parName } from '../../domain/cases/pars/par-name';
import { decideParWithdraw } from '../../domain/cases/pars/decide-par-withdraw';

/** Level 2 withdraws the open PAR with a reason so the case can be resolved without its answer (rule CL-8). */
export const parWithdrawCommand = caseAction({
  action: 'case.par-withdraw',
  area: 'Closing',
  typed: {
    words: ['withdraw par', 'par withdraw'],
    usage: 'withdraw par CS0000001 <why>',
    summary: 'Level 2: withdraws the open PAR so the case can be resolved without its answer.',
    example: 'withdraw par CS0000012 The customer no longer needs the item.',
    freeText: 'why',
  },
  form: ({ number, openPar }, given) => ({
    title: `Withdraw ${parName(openPar?.number ?? '')} on ${number}`,
    intro: 'The PAR stays in the history. The case can be resolved without its answer.',
    sections: oneSection(longText(given, 'why', 'Why', { required: true })),
  }),
  decide: decideParWithdraw,
  confirmation: ({ pars }) =>
    `${parName(pars.at(-1)?.number ?? '')} is withdrawn. The case can be resolved without it.`,
});
