import type { Field } from '../cards/card-value';
import type { Case } from '../domain/cases/case';
import { isWord } from '../domain/cases/letter';
import { SUBJECT_LIMIT, subjectFor, type WordKind } from '../domain/cases/read-word';
import type { Word } from '../domain/cases/timeline';
import { TEXT_LIMITS } from '../domain/cases/typed-text';
import type { World } from '../domain/world';
import { longText, text, type Given } from './fields';

/** How the word to the customer will go, for the head of its form. */
export function wordIntro({ details: { contact } }: Pick<Case, 'details'>): string {
  if (contact.email !== undefined) return `It goes to ${contact.name} by e-mail, as it stands here.`;
  const phone = contact.phone === undefined ? '' : ` at ${contact.phone}`;
  return `${contact.name} has no e-mail address: tell them by telephone${phone}. Sending this records that you did. If they give you an address, fill it in and it goes by e-mail.`;
}

/**
 * The fields of a word to the customer: address and subject of its e-mail, and the text to begin with; `before` is how
 * it was to go when it was asked for.
 */
export function wordFields(
  given: Given,
  current: Case,
  kind: WordKind,
  label: string,
  otherwise: string,
  before?: Word,
): readonly Field[] {
  const written = before?.by === 'email' ? before : undefined;
  return [
    text(given, 'mailTo', 'E-mail address', {
      otherwise: written?.to ?? current.details.contact.email ?? '',
      maxLength: 254,
    }),
    text(given, 'mailSubject', 'Subject', {
      otherwise: written?.subject ?? subjectFor(current.number, kind),
      maxLength: SUBJECT_LIMIT,
    }),
    longText(given, 'text', label, { required: true, maxLength: TEXT_LIMITS.text, otherwise }),
  ];
}

/** How a recorded word went, for the banner over the case. */
export function wordWent(after: Case, { sendsMail }: Pick<World, 'sendsMail'>): string {
  const word = after.timeline.findLast(isWord)?.word;
  if (word?.by !== 'email') return 'It is recorded as given by telephone.';
  return sendsMail === true
    ? `It goes to ${word.to} by e-mail.`
    : `Its e-mail to ${word.to} is not sent yet: it waits on the case until the site names a mail server.`;
}

/** That a case is closed, and how the customer has its final resolution. */
export const afterClosing = (closed: string, after: Case, world: Pick<World, 'sendsMail'>): string =>
  after.details.externalContact ? `${closed} ${wordWent(after, world)}` : closed;
