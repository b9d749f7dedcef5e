import { caseAction } from '../../commands/cases/case-action';
import { reply, type CommandContext } from '../../commands/command';
import { backToCase, button, longText, sendButton, oneSection } from '../../commands/forms/fields';
import type { Given } from '../../commands/forms/fields';
import { shorten } from '../../commands/shorten';
import {
  afterClosing,
  emailFields,
  emailText,
  NO_MAIL_SERVER,
  sendYourself,
  messageFields,
  messageIntro,
} from '../../commands/forms/message-fields';
import { finalText } from '../../cards/cases/customer-text';
import { asksToClose, longLeadOf } from '../../domain/cases/decisions/closing-approval';
import { closingPrecondition, decideClose } from '../../domain/cases/decisions/decide-close';
import type { Case } from '../../domain/cases/case';
import { addedTo, withLongLead } from '../../domain/cases/messages/customer-email';
import { CONFIRMED, MESSAGE_FIELD, sendsOwnMail } from '../../domain/cases/messages/own-mail';
import { subjectFor } from '../../domain/cases/messages/read-message-method';
import type { EntryOf } from '../../domain/cases/timeline';
import { TEXT_LIMITS } from '../../domain/kernel/text/typed-text';
import type { Field } from '../../cards/shared/card-value';
import { dateText } from '../../domain/kernel/text/iso-date';

const maxLength = TEXT_LIMITS.text;

const closing = caseAction({
  action: 'case.close',
  area: 'Closing',
  reachesCustomer: true,
  typed: {
    words: ['close'],
    usage: 'close CS0000001',
    summary: 'Closes a resolved case and sends the customer the final resolution.',
    example: 'close CS0000012',
    freeText: 'text',
  },
  precondition: (current, context) => closingPrecondition(current, context.actor, context),
  form: (current, given, context) => {
    if (given[MESSAGE_FIELD] !== undefined && given['change'] === undefined)
      return messageToSend(current, given, context);
    const until = longLeadOf(current, context);
    const waits = current.details.externalContact;
    const label = waits ? 'Final resolution to the customer' : 'How the case ended';
    const asked = lastAsked(current);
    const write = (said?: string): string => finalLetter(current, asked, context, said);
    // With a long lead time, the message is complete, ready to send, only once all parts are entered.
    const isLater = until !== undefined;
    const ended = (said?: string): string => said ?? asked?.text ?? resolutionNotes(current);
    return {
      title: `Close ${current.number}`,
      ...(waits ? { intro: introOf(current, until, context) } : {}),
      sections: [
        ...(waits ? notesToRead(current) : []),
        {
          fields: waits
            ? messageFields(
                given,
                current,
                { kind: 'final', label, write, before: asked?.word },
                context,
                isLater,
              )
            : [
                longText({ text: emailText(given, current, ended) }, 'text', label, {
                  required: true,
                  maxLength,
                }),
              ],
        },
        ...(until === undefined ? [] : [longLead(until, asked, given)]),
      ],
    };
  },
  decide: decideClose,
  confirmation: (after) => {
    if (after.state === 'closed') return afterClosing('Closed.', after);
    return "The lead time is long, so your supervisors were asked to approve the closing. You'll get a message with the answer.";
  },
});

/** Closes a resolved case with the final resolution as it goes to the customer (rules CL-2, CL-3, CL-5). */
export const closeCommand: typeof closing = {
  ...closing,
  run: async (input, context) => {
    const current = (await context.cases.get(input.case))?.state;
    return current !== undefined && isToBeSent(current, input, context)
      ? reply({ card: 'form', form: messageToSend(current, input, context) })
      : closing.run(input, context);
  },
};

/** At a site without a mail server, whoever closes or approves sends the final resolution themselves (rule CK-1). */
function introOf(current: Case, until: string | undefined, context: CommandContext): string {
  const { name, email } = current.details.contact;
  if (until === undefined || email === undefined || !sendsOwnMail(context))
    return messageIntro(current, context);
  return asksToClose(current, context.actor, context)
    ? `${NO_MAIL_SERVER} The supervisor who approves the closing sends the message to ${name}.`
    : `${NO_MAIL_SERVER} Next, you'll see the whole message to send to ${name} from your own email program.`;
}

/** Whether all fields are right, but the whole message, with reason and alternative, was not shown yet. */
function isToBeSent(current: Case, given: Given, context: CommandContext): boolean {
  if (given[MESSAGE_FIELD] !== undefined) return false;
  const decided = decideClose(current, given, context.actor, context);
  return (
    !decided.ok &&
    decided.refusal.faults.length > 0 &&
    longLeadOf(current, context) !== undefined &&
    decided.refusal.faults.every(({ field }) => field === CONFIRMED)
  );
}

/** The whole final resolution of a long lead time, for the supervisor to send and to confirm (rules CK-1, CL-5). */
function messageToSend(current: Case, given: Given, context: CommandContext) {
  const { number, details } = current;
  const { text = '', reason = '', alternative = '', mailTo = '', mailSubject = '' } = given;
  const written = { case: number, text, reason, alternative };
  const added = { reason, ...(alternative.trim() === '' ? {} : { alternative }) };
  const letter = {
    to: mailTo === '' ? (details.contact.email ?? '') : mailTo,
    subject: mailSubject === '' ? subjectFor(number, 'final') : mailSubject,
    text: withLongLead(text.trim(), added, number),
  };
  // The first time, the subject is the one typed before; after that, the one in this form.
  const shown = given[MESSAGE_FIELD] === undefined ? {} : given;
  return {
    title: `Send the final resolution of ${number}`,
    intro: `${sendYourself(details.contact.name)} This closes the case.`,
    sections: oneSection(...emailFields(shown, current, letter, context)),
    submit: sendButton('Close', 'case.close', written),
    others: [button('Change', 'case.close', { ...written, change: 'yes' }), backToCase(number)],
  };
}

/** The resolution notes, as a first draft. */
const resolutionNotes = (current: Case): string =>
  current.timeline.findLast((entry) => entry.kind === 'resolved')?.notes ?? '';

/** The resolution notes, for reference: they are internal and are not sent to the customer. */
const notesToRead = (current: Case) => {
  const notes = resolutionNotes(current);
  return notes === ''
    ? []
    : [{ title: 'Resolution notes (not sent to the customer)', text: shorten(notes, 600), fields: [] }];
};

/** The first draft of the final resolution: as in the last request to close, otherwise from the case; includes what was typed. */
function finalLetter(
  current: Case,
  asked: EntryOf<'closing-asked'> | undefined,
  context: CommandContext,
  said?: string,
): string {
  if (asked === undefined) return finalText(current, context, said);
  return said === undefined ? asked.text : addedTo(asked.text, [said], current.number);
}

/** The last request to close, declined or not, so nothing has to be typed again. */
function lastAsked({ timeline }: Case): EntryOf<'closing-asked'> | undefined {
  const since = timeline.findLastIndex(({ kind }) => kind === 'resolved' || kind === 'closed');
  return timeline.slice(since + 1).findLast((entry) => entry.kind === 'closing-asked');
}

/** The additional section if the lead time is long (rule CL-5). */
const longLead = (
  until: string,
  asked: EntryOf<'closing-asked'> | undefined,
  given: Given,
): { title: string; text: string; fields: Field[] } => ({
  title: 'Long lead time',
  text: `The customer will have to wait until ${dateText(until)}. A Level 2 supervisor must approve the closing, with a reason and, if possible, an alternative. Both go to the customer with the final resolution.`,
  fields: [
    longText(given, 'reason', 'Reason for closing', {
      required: true,
      maxLength,
      hint: 'The reason, as the customer will read it.',
      otherwise: asked?.reason ?? '',
    }),
    longText(given, 'alternative', 'Alternative for the customer', {
      maxLength,
      otherwise: asked?.alternative ?? '',
      hint: 'For example, local purchase, lateral support, or additive manufacturing.',
    }),
  ],
});
