import { caseAction } from '../../commands/cases/case-action';
import { oneSection } from '../../commands/forms/fields';
import { recordButton, messageFields, messageIntro, messageWent } from '../../commands/forms/message-fields';
import { decideStatus } from '../../domain/cases/decisions/decide-status';
import { statusText } from '../../cards/cases/customer-text';

/** Level 2 sends the customer a quality status, through the life of the case (rule CK-2). */
export const statusCommand = caseAction({
  action: 'case.status',
  area: 'Updates',
  reachesCustomer: true,
  typed: {
    words: ['send status', 'status'],
    usage: 'status CS0000001 <text>',
    summary: "Sends the customer a quality status. The clock for the next one starts when it's sent.",
    example: 'status CS0000012 The award is expected on 4 December; we confirm by 7 December.',
    freeText: 'text',
  },
  form: (current, given, context) => ({
    title: `Status to the customer of ${current.number}`,
    intro: `${messageIntro(current, context)} Say where the case stands, what happens next, and by when.`,
    sections: oneSection(
      ...messageFields(
        given,
        current,
        { kind: 'status', label: 'Status', write: (said) => statusText(current, context, said) },
        context,
      ),
    ),
    ...recordButton('case.status', current, context),
  }),
  decide: decideStatus,
  confirmation: (after) => `The status is on the case. ${messageWent(after)}`,
});
