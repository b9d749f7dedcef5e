import { caseAction } from '../../commands/case-action';
import { caseThen } from '../../commands/case-number';
import { longText } from '../../commands/fields';
import { caseInput } from '../../commands/inputs';
import { decideInterim } from '../../domain/cases/decide-interim';
import { TEXT_LIMITS } from '../../domain/cases/typed-text';
import { interimText } from './customer-text';

/** Level 2 sends the customer the interim response (rule CK-1). */
export const interimCommand = caseAction({
  action: 'case.interim',
  area: 'Updates',
  typed: {
    words: ['interim response', 'send interim response', 'interim'],
    usage: 'interim CS0000001',
    summary: 'Sends the customer the interim response: the case is worked, and by when word comes.',
    example: 'interim CS0000012',
    read: caseThen('text'),
  },
  schema: caseInput,
  form: (current, given, context) => ({
    title: `Interim response for ${current.number}`,
    intro: `To ${current.details.contact.name}. It says that the case is being worked and by when a resolution or status comes.`,
    sections: [
      {
        fields: [
          longText(given, 'text', 'Interim response', {
            required: true,
            maxLength: TEXT_LIMITS.text,
            otherwise: interimText(current, context),
          }),
        ],
      },
    ],
  }),
  decide: (current, input, context) => decideInterim(current, input, context.actor, context),
  said: () => 'The interim response is recorded as sent to the customer.',
});
