import { caseAction } from '../../commands/cases/case-action';
import { caseThen } from '../../commands/cases/case-number';
import { longText } from '../../commands/forms/fields';
import { caseInput } from '../../commands/forms/inputs';
import { decideNote } from '../../domain/cases/decisions/decide-note';
import { TEXT_LIMITS } from '../../domain/kernel/text/typed-text';

const FORMATS =
  'A note may hold **bold**, _italic_, lines that begin with “- ” or “1. ”, and links: https://… or [text](https://…).';

/** Adds a note for those who work the case; the description is never used for it (rule CA-6). */
export const noteCommand = caseAction({
  action: 'case.note',
  area: 'Cases',
  typed: {
    words: ['add note', 'note'],
    usage: 'note CS0000001 <text>',
    summary: 'Adds a note to a case, for those who work it.',
    example: 'note CS0000012 Stock on hand checked: none at any depot.',
    hint: FORMATS,
    formatted: { field: 'text', max: TEXT_LIMITS.text },
    freeText: 'text',
    read: caseThen('text'),
  },
  schema: caseInput,
  form: ({ number }, given) => ({
    title: `Add a note to ${number}`,
    intro: 'Notes are read by those who work the case; the customer does not see them.',
    sections: [
      {
        fields: [
          longText(given, 'text', 'Note', { required: true, maxLength: TEXT_LIMITS.text, hint: FORMATS }),
        ],
      },
    ],
  }),
  decide: (current, input, context) => decideNote(current, input, context.actor, context),
  said: () => 'Your note was added.',
});
