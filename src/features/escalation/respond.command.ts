import { caseAction } from '../../commands/case-action';
import { caseThen } from '../../commands/case-number';
import { choice, date, longText } from '../../commands/fields';
import { caseInput } from '../../commands/inputs';
import { RESPONSES, decideRespond } from '../../domain/cases/decide-respond';
import { TEXT_LIMITS } from '../../domain/cases/typed-text';

/** Level 3 gives its response (rule L3-5): with the ESA, award, not procurable, cancelled, or delay. */
export const respondCommand = caseAction({
  action: 'case.respond',
  area: 'Level 3',
  typed: {
    words: ['return response', 'respond'],
    usage: 'respond CS0000001',
    summary: 'Level 3: the response, which gives the case back to Level 2.',
    example: 'respond CS0000012',
    freeText: 'text',
    read: caseThen('text'),
  },
  schema: caseInput,
  form: (current, given, { policies }) => ({
    title: `Response to ${current.number}`,
    intro: `It goes to Level 2 with the case. A delay of ${policies.at(current.openedAt).longLeadDays} calendar days or less stays with Level 3 until the award.`,
    sections: [
      {
        fields: [
          choice(given, 'kind', 'Response', {
            required: true,
            choices: Object.entries(RESPONSES).map(([value, { name }]) => ({ title: name, value })),
          }),
          date(given, 'date', 'Date', {
            hint: 'Estimated Completion Date (ESA), Contract Delivery Date (award), or until when it is delayed.',
          }),
          longText(given, 'text', 'What Level 2 can tell the customer', {
            required: true,
            maxLength: TEXT_LIMITS.text,
          }),
        ],
      },
    ],
  }),
  decide: (current, input, context) => decideRespond(current, input, context.actor, context),
  said: (after, _input, { directory }) =>
    after.level === 3
      ? 'The response is in the notes. The case stays with Level 3 until the award.'
      : `The response is in the notes. The case is back with ${directory.group(after.group)?.name ?? after.group}.`,
});
