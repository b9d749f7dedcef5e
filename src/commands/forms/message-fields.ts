import type { Button, Field } from '../../cards/shared/card-value';
import type { Case } from '../../domain/cases/case';
import { isWholeEmail, isCustomerMessage } from '../../domain/cases/messages/customer-email';
import { CONFIRMED, MESSAGE_FIELD, sendsOwnMail } from '../../domain/cases/messages/own-mail';
import { SUBJECT_LIMIT, subjectFor, type MessageKind } from '../../domain/cases/messages/read-message-method';
import { tellsCustomer } from '../../domain/kernel/text/says-something';
import type { MessageMethod } from '../../domain/cases/messages/message-method';
import { TEXT_LIMITS } from '../../domain/kernel/text/typed-text';
import { trainingMail } from '../../domain/kernel/training';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { isSent, longText, sendButton, text, toggle, type Given } from './fields';

type Site = Pick<DomainContext, 'sendsMail' | 'environment'>;

/** How the message will reach the customer, for the top of its form. */
export function messageIntro({ details: { contact } }: Pick<Case, 'details'>, site: Site): string {
  const own = sendsOwnMail(site);
  if (contact.email !== undefined)
    return own ? sendYourself(contact.name) : `It will go to ${contact.name} by email, as shown here.`;
  const phone = contact.phone === undefined ? '' : ` at ${contact.phone}`;
  const byMail = own
    ? 'If they give you an address, enter it, send the message there from your own email program, and confirm.'
    : 'If they give you an address, enter it to send this by email.';
  return `${contact.name} has no email address. Tell them by phone${phone}. Sending this records that you did. ${byMail}`;
}

/** Said in every form whose message its reader sends themselves (rule CK-1). */
export const NO_MAIL_SERVER = 'This site has no mail server.';

/** What to do with a message at a site without a mail server. */
export const sendYourself = (name: string): string =>
  `${NO_MAIL_SERVER} Copy this message, send it to ${name} from your own email program, then confirm. Until you confirm, nothing is recorded and the clocks keep running.`;

/** What the fields of a message start with: its text, and how it was to be sent when it was written before. */
interface Beginning {
  readonly kind: MessageKind;
  readonly label: string;
  /** Writes the message, with what was typed of it. */
  readonly write: (said?: string) => string;
  readonly before?: MessageMethod | undefined;
}

/**
 * The text of a message's form: as it was sent, otherwise the one that `write` makes, with what was typed if that says what is
 * new. Words that tell the customer nothing ("send it") are left out; a whole message that was typed stays as it is.
 */
export function emailText(
  given: Given,
  { number }: Pick<Case, 'number'>,
  write: (said?: string) => string,
): string {
  const { text: typed } = given;
  // Someone who goes back to change a message wrote it as it is.
  const isWritten = isSent(given) || given['change'] !== undefined;
  if (typed !== undefined && (isWritten || isWholeEmail(typed, number))) return typed;
  return typed === undefined || !tellsCustomer(typed) ? write() : write(typed);
}

/**
 * The fields of a message to the customer: address and subject of its email, the text (see `emailText`), and at a site without
 * a mail server the confirmation by the sender (rule CK-1), unless it is sent later (`isAsked`).
 */
export function messageFields(
  given: Given,
  current: Case,
  { kind, label, write, before }: Beginning,
  site: Site,
  isAsked = false,
): readonly Field[] {
  const written = before === undefined || before.by === 'telephone' ? undefined : before;
  const own = sendsOwnMail(site) && !isAsked;
  const first = {
    subject: written?.subject ?? subjectFor(current.number, kind),
    text: emailText(given, current, write),
  };
  const begun = own ? ownMail(first, site) : first;
  return [
    ...addressFields(given, written?.to ?? current.details.contact.email ?? '', begun.subject),
    longText({ text: isSent(given) ? first.text : begun.text }, 'text', label, {
      required: true,
    }),
    ...(own ? [confirmation(given, current)] : []),
  ];
}

/**
 * A whole message to copy and send, put together from what was entered before; and the
 * confirmation (rules CK-1, CL-5).
 */
export function emailFields(
  given: Given,
  current: Case,
  letter: { readonly to: string; readonly subject: string; readonly text: string },
  site: Site,
): readonly Field[] {
  const { to, subject, text } = ownMail(letter, site);
  return [
    ...addressFields(given, to, subject),
    longText(given, MESSAGE_FIELD, 'Message to send', {
      required: true,
      maxLength: TEXT_LIMITS.letter,
      otherwise: text,
    }),
    confirmation(given, current),
  ];
}

/** Where a message goes, and its subject. */
export const addressFields = (given: Given, to: string, subject: string): readonly [Field, Field] => [
  text(given, 'mailTo', 'Email address', { otherwise: to, maxLength: 254 }),
  text(given, 'mailSubject', 'Subject', { otherwise: subject, maxLength: SUBJECT_LIMIT }),
];

/** A message that a person sends themselves: in training it says so (rule AC-4), as those from the mail server do. */
export const ownMail = <M extends { readonly subject: string; readonly text: string }>(
  mail: M,
  { environment }: Site,
): M => (environment === 'training' ? trainingMail(mail) : mail);

/** The field to confirm that you sent the message yourself (rule CK-1). */
export const confirmation = (given: Given, { details: { contact } }: Pick<Case, 'details'>): Field =>
  toggle(given, CONFIRMED, 'Sent from your own email program', {
    otherwise: 'false',
    hint: `I sent this message to ${contact.name}`,
  });

/** The button of a form whose message the person sends themselves; otherwise the form keeps its own. */
export const recordButton = (
  verb: string,
  { number, details: { contact } }: Case,
  site: Site,
): { readonly submit?: Button } =>
  sendsOwnMail(site) && contact.email !== undefined
    ? { submit: sendButton('Record as sent', verb, { case: number }) }
    : {};

/** How a recorded message was sent, for the banner above the case. */
export function messageWent(after: Case): string {
  const word = after.timeline.findLast(isCustomerMessage)?.word;
  switch (word?.by) {
    case 'email':
      return `It goes to ${word.to} by email.`;
    case 'own-mail':
      return `It's recorded that you sent it to ${word.to}.`;
    case 'telephone':
    case undefined:
      return "It's recorded as given by phone.";
  }
}

/** Says that a case is closed, and how the customer gets the final resolution. */
export const afterClosing = (closed: string, after: Case): string =>
  after.details.externalContact ? `${closed} ${messageWent(after)}` : closed;
