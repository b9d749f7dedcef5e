import { caseAction } from '../../commands/case-action';
import { caseThen } from '../../commands/case-number';
import { caseInput } from '../../commands/inputs';
import { dateText } from '../../cards/time-text';
import { afterClosing, wordIntro } from '../../commands/word-fields';
import type { CaseDetails } from '../../domain/cases/details';
import type { Word } from '../../domain/cases/timeline';
import { decideApprove } from '../../domain/cases/decide-approve';

/** A Level 2 supervisor approves a closing with a long lead time, which closes the case (rule CL-5). */
export const approveCommand = caseAction({
  action: 'case.approve',
  area: 'Closing',
  reachesCustomer: true,
  typed: {
    words: ['approve closing', 'approve'],
    usage: 'approve CS0000001',
    summary:
      'Level 2 supervisor: shows a closing with a long lead time, to approve it; then the case is closed.',
    example: 'approve CS0000012',
    read: caseThen(),
  },
  schema: caseInput,
  form: ({ number, closingAsked: asked, details }) => ({
    title: `Approve the closing of ${number}`,
    intro:
      asked === undefined
        ? 'Its closing is not asked for.'
        : `${goesTo(asked.word, details)} It closes the case. The customer waits until ${dateText(asked.until)}.`,
    sections: [
      part('Final resolution to the customer', asked?.text),
      part('Reason for closing', asked?.reason),
      part('Alternative for the customer', asked?.alternative),
    ].flat(),
  }),
  decide: (current, input, context) => decideApprove(current, input, context.actor, context),
  said: (after, _input, world) => afterClosing('Approved and closed.', after, world),
});

/** To whom it goes, as closing says it. */
const goesTo = (word: Word | undefined, details: CaseDetails): string => {
  if (!details.externalContact) return 'No customer waits: nothing is sent.';
  if (word?.by === 'email') return `It goes to ${details.contact.name} at ${word.to}.`;
  return wordIntro({ details });
};

const part = (title: string, text: string | undefined) =>
  text === undefined ? [] : [{ title, text, fields: [] }];
