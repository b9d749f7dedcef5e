import { caseAction } from '../../commands/cases/case-action';
import { longText, oneSection } from '../../commands/forms/fields';
import { decideDecline } from '../../domain/cases/decisions/decide-decline';

/** A Level 2 supervisor declines a closing with a long lead time (rule CL-5). */
export const declineCommand = caseAction({
  action: 'case.decline',
  area: 'Closing',
  typed: {
    words: ['decline closing', 'decline'],
    usage: 'decline CS0000001 <why>',
    summary: 'Level 2 supervisor: declines a closing with a long lead time; the agent is told why.',
    example: 'decline CS0000012 Ask for lateral support first.',
    freeText: 'why',
  },
  form: ({ number }, given) => ({
    title: `Decline the closing of ${number}`,
    intro:
      'Who asked for it is told. The case stays resolved; it can be reopened, or its closing asked for again.',
    sections: oneSection(longText(given, 'why', 'Why', { required: true })),
  }),
  decide: decideDecline,
  confirmation: () => 'Declined. Who asked for the closing is told why.',
});
