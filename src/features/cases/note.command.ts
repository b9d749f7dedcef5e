import { caseAction } from '../../commands/cases/case-action';
import { longText, oneSection } from '../../commands/forms/fields';
import { decideNote } from '../../domain/cases/decisions/decide-note';
import { TEXT_LIMITS } from '../../domain/kernel/text/typed-text';

const FORMATS =
  'Notes can have **bold**, _italic_, lines that start with “- ” or “1. ”, and links: https://… or [text](https://…).';

/** Adds a note for the people working the case; notes never go into the description (rule CA-6). */
export const noteCommand = caseAction({
  action: 'case.note',
  area: 'Cases',
  typed: {
    words: ['add note', 'note'],
    usage: 'note CS0000001 <text>',
    summary: 'Adds a note to a case for the people working it.',
    example: 'note CS0000012 Stock on hand checked: none at any depot.',
    hint: FORMATS,
    formatted: { field: 'text', max: TEXT_LIMITS.text },
    freeText: 'text',
  },
  form: ({ number }, given) => ({
    title: `Add a note to ${number}`,
    intro: "Notes are for the people working the case. The customer doesn't see them.",
    sections: oneSection(longText(given, 'text', 'Note', { required: true, hint: FORMATS })),
  }),
  addsOnly: true,
  decide: decideNote,
  confirmation: () => 'Your note was added.',
});
