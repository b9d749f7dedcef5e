import { caseAction } from '../../commands/case-action';
import { caseThen } from '../../commands/case-number';
import { choicesOf, longText, radio, text } from '../../commands/fields';
import { caseInput } from '../../commands/inputs';
import { wordWent } from '../../commands/word-fields';
import { decideResend, WAYS } from '../../domain/cases/decide-resend';
import { letterOf, wordToRepeat } from '../../domain/cases/letter';
import { SUBJECT_LIMIT } from '../../domain/cases/read-word';
import { TEXT_LIMITS } from '../../domain/cases/typed-text';

/** Gives the customer a word again whose e-mail was refused (rule CL-3). */
export const resendCommand = caseAction({
  action: 'case.resend',
  area: 'Updates',
  reachesCustomer: true,
  typed: {
    words: ['send again', 'resend'],
    usage: 'resend CS0000001',
    summary: 'Gives the customer a word again whose e-mail was refused: to another address, or by telephone.',
    example: 'resend CS0000012',
    freeText: 'text',
    read: caseThen('text'),
  },
  schema: caseInput,
  form: (current, given) => {
    const letter = letterOf(current, wordToRepeat(current) ?? -1);
    const { phone } = current.details.contact;
    return {
      title: `Send again to the customer of ${current.number}`,
      intro: `The e-mail to ${letter?.to ?? 'the customer'} was not accepted. Give the right address${phone === undefined ? '' : `, or call ${phone}`}.`,
      sections: [
        {
          fields: [
            radio(given, 'way', 'How the customer is told', { required: true, choices: choicesOf(WAYS) }),
            text(given, 'mailTo', 'E-mail address', {
              otherwise: letter?.to ?? '',
              maxLength: 254,
              hint: 'For this e-mail alone. Type correct contact to have all later ones go there.',
            }),
            text(given, 'mailSubject', 'Subject', {
              otherwise: letter?.subject ?? '',
              maxLength: SUBJECT_LIMIT,
            }),
            longText(given, 'text', 'Text', {
              required: true,
              maxLength: TEXT_LIMITS.text,
              otherwise: letter?.text ?? '',
            }),
          ],
        },
      ],
    };
  },
  decide: (current, input, context) => decideResend(current, input, context.actor, context),
  said: (after, _input, world) => wordWent(after, world),
});
