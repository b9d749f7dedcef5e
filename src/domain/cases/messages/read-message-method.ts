import type { DomainContext } from '../../kernel/domain-context';
import type { Case } from '../case';
import { readEmail } from '../details/contact';
import { asSent } from './own-mail';
import type { MessageMethod } from './message-method';
import type { TypedForm } from '../../kernel/text/typed-form';
import { isNot, readLine, type Read } from '../../kernel/text/typed-text';

/** The words that go to the customer, as the subject of their email names them. */
const SUBJECTS = {
  interim: "we're working on your inquiry",
  status: 'status of your inquiry',
  final: 'resolution of your inquiry',
} as const;
export type MessageKind = keyof typeof SUBJECTS;

/** So many characters of a subject are shown by every mail client. */
export const SUBJECT_LIMIT = 150;

/** The subject to begin with; it holds the case number, by which an answer finds its case. */
export const subjectFor = (number: string, kind: MessageKind): string => `Case ${number}: ${SUBJECTS[kind]}`;

/**
 * Reads how a message goes to the customer: by email to `mailTo`, else to the contact's address, else, where there is
 * none, by phone (rule CL-3). `before` is how it was to go when it was asked for. Fields: `mailTo`, `mailSubject`.
 * Undefined with a fault at the field.
 */
export function readMethodOf(
  form: TypedForm,
  subject: Case,
  kind: MessageKind,
  before?: MessageMethod,
): Exclude<MessageMethod, { by: 'own-mail' }> | undefined {
  const asked = before === undefined || before.by === 'telephone' ? undefined : before;
  const own = before === undefined ? subject.details.contact.email : asked?.to;
  if (form.raw('mailTo') === '' && own === undefined) return { by: 'telephone' };
  const to = form.raw('mailTo') === '' ? own : form.optional('mailTo', readEmail);
  const line = readSubject(form, subject, asked?.subject ?? subjectFor(subject.number, kind));
  return to === undefined || line === undefined ? undefined : { by: 'email', to, subject: line };
}

/**
 * Reads how a message goes to the customer now. At a site without a mail server an email was sent by who gives the word,
 * and they confirm it (rule CK-1). Fields: those of `readWayOf` and `CONFIRMED`.
 */
export const readMessageMethod = (
  form: TypedForm,
  subject: Case,
  kind: MessageKind,
  context: DomainContext,
): MessageMethod | undefined => asSent(form, readMethodOf(form, subject, kind), subject, context);

/** The subject as typed, else `otherwise`; a fault where it lacks the case number. */
export function readSubject(form: TypedForm, { number }: Case, otherwise: string): string | undefined {
  if (form.raw('mailSubject') === '') return otherwise;
  return form.optional('mailSubject', (typed): Read<string> => {
    const read = readLine('The subject', typed, SUBJECT_LIMIT);
    if (!read.ok || read.value.toUpperCase().includes(number)) return read;
    return isNot(`The subject has no case number. Add ${number} so that a reply finds its case.`);
  });
}
