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
    summary: 'Level 2 supervisor: declines a closing with a long lead time. The agent gets your reason.',
    example: 'decline CS0000012 Ask for lateral support first.',
    freeText: 'why',
  },
  form: ({ number }, given) => ({
    title: `Decline the closing of ${number}`,
    intro:
      'The agent who asked gets your reason. The case stays resolved. It can be reopened, or the agent can ask to close it again.',
    sections: oneSection(longText(given, 'why', 'Why', { required: true })),
  }),
  decide: decideDecline,
  confirmation: () => 'Declined. The agent who asked gets your reason.',
});
