import { caseAction } from '../../commands/case-action';
import { caseThen } from '../../commands/case-number';
import { caseInput } from '../../commands/inputs';
import { afterClosing } from '../../commands/word-fields';
import { decideApprove } from '../../domain/cases/decide-approve';

/** A Level 2 supervisor approves a closing with a long lead time, which closes the case (rule CL-5). */
export const approveCommand = caseAction({
  action: 'case.approve',
  area: 'Closing',
  typed: {
    words: ['approve closing', 'approve'],
    usage: 'approve CS0000001',
    summary: 'Level 2 supervisor: approves a closing with a long lead time; the case is closed.',
    example: 'approve CS0000012',
    read: caseThen(),
  },
  schema: caseInput,
  decide: (current, input, context) => decideApprove(current, input, context.actor, context),
  said: (after, _input, world) => afterClosing('Approved and closed.', after, world),
});
