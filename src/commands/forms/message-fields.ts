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

/** How the word to the customer will go, for the head of its form. */
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

/** What who reads a message is to do with it at a site without a mail server. */
export const sendYourself = (name: string): string =>
  `${NO_MAIL_SERVER} Copy this message, send it to ${name} from your own email program, then confirm. Until you confirm, nothing is recorded and the clocks keep running.`;

/** What the fields of a word begin with: its text, and how it was to go when it was asked for. */
interface Beginning {
  readonly kind: MessageKind;
  readonly label: string;
  /** Writes the letter, with what was typed of it. */
  readonly write: (said?: string) => string;
  readonly before?: MessageMethod | undefined;
}

/**
 * The text of a letter's form: as it was sent, else the letter that `write` makes with what was typed where it says what is
 * new. Words that tell the customer nothing ("send it") are left out; what was typed as a whole letter stays as it is.
 */
export function emailText(
  given: Given,
  { number }: Pick<Case, 'number'>,
  write: (said?: string) => string,
): string {
  const { text: typed } = given;
  // Who goes back to change a letter wrote it as it is.
  const isWritten = isSent(given) || given['change'] !== undefined;
  if (typed !== undefined && (isWritten || isWholeEmail(typed, number))) return typed;
  return typed === undefined || !tellsCustomer(typed) ? write() : write(typed);
}

/**
 * The fields of a word to the customer: address and subject of its e-mail, the text to begin with (see `letterText`), and at a site without
 * a mail server the confirmation of who sends it (rule CK-1), unless it goes later (`isAsked`).
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
 * A whole message as somebody sends it themselves, put together of what was asked for before, to copy; and the
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

/** A message as somebody sends it themselves: in training it says that it is (rule AC-4), as the mail server's does. */
export const ownMail = <M extends { readonly subject: string; readonly text: string }>(
  mail: M,
  { environment }: Site,
): M => (environment === 'training' ? trainingMail(mail) : mail);

/** The field by which somebody confirms that they sent the message themselves (rule CK-1). */
export const confirmation = (given: Given, { details: { contact } }: Pick<Case, 'details'>): Field =>
  toggle(given, CONFIRMED, 'Sent from your own email program', {
    otherwise: 'false',
    hint: `I sent this message to ${contact.name}`,
  });

/** The button of a form whose message its reader sent themselves; without it the form keeps its own. */
export const recordButton = (
  verb: string,
  { number, details: { contact } }: Case,
  site: Site,
): { readonly submit?: Button } =>
  sendsOwnMail(site) && contact.email !== undefined
    ? { submit: sendButton('Record as sent', verb, { case: number }) }
    : {};

/** How a recorded word went, for the banner over the case. */
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

/** That a case is closed, and how the customer has its final resolution. */
export const afterClosing = (closed: string, after: Case): string =>
  after.details.externalContact ? `${closed} ${messageWent(after)}` : closed;
