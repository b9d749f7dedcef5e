import { caseAction } from '../../commands/case-action';
import { caseThen } from '../../commands/case-number';
import { longText } from '../../commands/fields';
import { caseInput } from '../../commands/inputs';
import { decideStatus } from '../../domain/cases/decide-status';
import { TEXT_LIMITS } from '../../domain/cases/typed-text';

/** Level 2 sends the customer a quality status, through the life of the case (rule CK-2). */
export const statusCommand = caseAction({
  action: 'case.status',
  area: 'Updates',
  typed: {
    words: ['send status', 'status'],
    usage: 'status CS0000001 <text>',
    summary: 'Sends the customer a quality status; the next one is due from then on.',
    example: 'status CS0000012 The award is expected on 4 December; we confirm by 7 December.',
    read: caseThen('text'),
  },
  schema: caseInput,
  form: (current, given) => ({
    title: `Status to the customer of ${current.number}`,
    intro: `To ${current.details.contact.name}. Where the case stands, what follows and by when.`,
    sections: [
      { fields: [longText(given, 'text', 'Status', { required: true, maxLength: TEXT_LIMITS.text })] },
    ],
  }),
  decide: (current, input, context) => decideStatus(current, input, context.actor, context),
  said: () => 'The status is recorded as sent to the customer.',
});
