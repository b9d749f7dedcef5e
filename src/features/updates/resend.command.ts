import { caseAction } from '../../commands/cases/case-action';
import { choicesOf, isSent, longText, radio, sendButton, oneSection } from '../../commands/forms/fields';
import {
  addressFields,
  confirmation,
  emailText,
  NO_MAIL_SERVER,
  ownMail,
  messageWent,
} from '../../commands/forms/message-fields';
import { decideResend, WAYS } from '../../domain/cases/decisions/decide-resend';
import type { Case } from '../../domain/cases/case';
import {
  addedTo,
  deliveryOutcomeOf,
  customerEmailOf,
  messageToResend,
} from '../../domain/cases/messages/customer-email';
import { sendsOwnMail } from '../../domain/cases/messages/own-mail';

/** Sends the customer a message again whose email was rejected or not sent (rules CK-1, CL-3). */
export const resendCommand = caseAction({
  action: 'case.resend',
  area: 'Updates',
  reachesCustomer: true,
  typed: {
    words: ['send again', 'resend'],
    usage: 'resend CS0000001',
    summary:
      'Sends the customer a message again, by email or by phone, if its email was rejected or not sent.',
    example: 'resend CS0000012',
    freeText: 'text',
  },
  form: (current, given, context) => {
    const index = messageToResend(current) ?? -1;
    const letter = customerEmailOf(current, index);
    const before = letter?.text ?? '';
    const again = (said?: string): string =>
      said === undefined ? before : addedTo(before, [said], current.number);
    const own = sendsOwnMail(context);
    const first = { subject: letter?.subject ?? '', text: emailText(given, current, again) };
    const begun = own ? ownMail(first, context) : first;
    const [mailTo, mailSubject] = addressFields(given, letter?.to ?? '', begun.subject);
    return {
      title: `Send again to the customer of ${current.number}`,
      intro: `The email to ${letter?.to ?? 'the customer'} was ${whatWas(current, index)}. ${whatNow(current, own)}`,
      sections: oneSection(
        radio(given, 'way', 'How to reach the customer', {
          required: true,
          choices: choicesOf(own ? { ...WAYS, email: 'By email, from my own email program' } : WAYS),
        }),
        {
          ...mailTo,
          hint: 'For this email only. To send later emails there too, type correct contact.',
        },
        mailSubject,
        longText({ text: isSent(given) ? first.text : begun.text }, 'text', 'Text', {
          required: true,
        }),
        ...(own ? [confirmation(given, current)] : []),
      ),
      ...(own ? { submit: sendButton('Record', 'case.resend', { case: current.number }) } : {}),
    };
  },
  decide: decideResend,
  confirmation: (after) => messageWent(after),
});

const whatWas = (current: Case, index: number): string =>
  deliveryOutcomeOf(current, index)?.kind === 'mail-not-sent'
    ? "not sent, so it doesn't count"
    : 'not accepted';

function whatNow({ details: { contact } }: Case, own: boolean): string {
  const { name, phone } = contact;
  const call = phone === undefined ? '' : `, or call ${phone}`;
  return own
    ? `${NO_MAIL_SERVER} Send the message to ${name} from your own email program${call}, then confirm.`
    : `Enter the right address${call}.`;
}
