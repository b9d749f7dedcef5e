import { caseAction } from '../../commands/cases/case-action';
import { caseThen } from '../../commands/cases/case-number';
import { longText } from '../../commands/forms/fields';
import { caseInput } from '../../commands/forms/inputs';
import { decideReferBack } from '../../domain/cases/decisions/decide-refer-back';
import { TEXT_LIMITS } from '../../domain/kernel/text/typed-text';

/** Level 3 refers a case back to Level 2 with what is missing; both supervisors are told (rule L3-2). */
export const referBackCommand = caseAction({
  action: 'case.refer-back',
  area: 'Level 3',
  typed: {
    words: ['refer back', 'return'],
    usage: 'refer back CS0000001',
    summary: 'Level 3: gives the case back to Level 2 with what is missing; both supervisors are told.',
    example: 'refer back CS0000012',
    freeText: 'missing',
    read: caseThen('missing'),
  },
  schema: caseInput,
  form: ({ number }, given) => ({
    title: `Refer ${number} back to Level 2`,
    intro: 'The supervisors of both groups are told, for visibility and training.',
    sections: [
      {
        fields: [
          longText(given, 'missing', 'What is missing', {
            required: true,
            maxLength: TEXT_LIMITS.text,
            hint: 'One item a line.',
          }),
          longText(given, 'text', 'What Level 2 should know', { maxLength: TEXT_LIMITS.text }),
        ],
      },
    ],
  }),
  decide: (current, input, context) => decideReferBack(current, input, context.actor, context),
  said: (after, _input, { directory }) =>
    `Referred back to ${directory.group(after.group)?.name ?? after.group}; both supervisors are told.`,
});
