import { caseAction } from '../../commands/cases/case-action';
import { date, longText, radio, oneSection } from '../../commands/forms/fields';
import { decideUpdate } from '../../domain/cases/decisions/decide-update';
import { comingDatesOf } from '../../domain/kernel/text/date-range';

/** Level 3 gives Level 2 a quality status update: bottom line, quotes, ESD or EAD (rule L3-4). */
export const updateCommand = caseAction({
  action: 'case.update',
  area: 'Updates',
  typed: {
    words: ['send update', 'quality update', 'update'],
    usage: 'update CS0000001',
    summary: 'Level 3: sends a quality status update with the bottom line, quotes, and ESD or EAD.',
    example: 'update CS0000012',
    freeText: 'bluf',
  },
  form: (current, given, context) => ({
    title: `Quality status update for ${current.number}`,
    intro: 'Start with what Level 2 can tell the customer. It goes into the notes.',
    sections: oneSection(
      longText(given, 'bluf', 'Bottom line up front (BLUF)', {
        required: true,
      }),
      longText(given, 'quotes', 'Quotes', {
        hint: 'Received, extended, or solicited again. Only what may be released.',
      }),
      radio(given, 'dateKind', 'Which date', {
        required: true,
        choices: [
          { title: 'Estimated Shipping Date (ESD)', value: 'ESD' },
          { title: 'Estimated Award Date (EAD)', value: 'EAD' },
        ],
      }),
      date(given, 'date', 'Date', comingDatesOf(current, context), { required: true }),
    ),
  }),
  decide: decideUpdate,
  confirmation: () => 'The quality status update is in the notes. Level 2 is notified.',
});
