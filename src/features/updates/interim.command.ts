import { caseAction } from '../../commands/cases/case-action';
import { oneSection } from '../../commands/forms/fields';
import { recordButton, messageFields, messageIntro, messageWent } from '../../commands/forms/message-fields';
import { decideInterim } from '../../domain/cases/decisions/decide-interim';
import { interimText } from '../../cards/cases/customer-text';

/** Level 2 sends the customer the interim response (rule CK-1). */
export const interimCommand = caseAction({
  action: 'case.interim',
  area: 'Updates',
  reachesCustomer: true,
  typed: {
    words: ['interim response', 'send interim response', 'interim'],
    usage: 'interim CS0000001',
    summary:
      'Sends the customer the interim response: the case is being worked, and when to expect an answer.',
    example: 'interim CS0000012',
    freeText: 'text',
  },
  form: (current, given, context) => ({
    title: `Interim response for ${current.number}`,
    intro: `${messageIntro(current, context)} It says that the case is being worked and when to expect a resolution or status.`,
    sections: oneSection(
      ...messageFields(
        given,
        current,
        {
          kind: 'interim',
          label: 'Interim response',
          write: (said) => interimText(current, context, said),
        },
        context,
      ),
    ),
    ...recordButton('case.interim', current, context),
  }),
  decide: decideInterim,
  confirmation: (after) => `The interim response is on the case. ${messageWent(after)}`,
});
