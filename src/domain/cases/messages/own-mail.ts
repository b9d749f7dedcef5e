import type { DomainContext } from '../../kernel/domain-context';
import type { Case } from '../case';
import type { MessageMethod } from './message-method';
import type { TypedForm } from '../../kernel/text/typed-form';
import { TEXT_LIMITS } from '../../kernel/text/typed-text';

/** The field by which somebody confirms that they sent the message themselves. */
export const CONFIRMED = 'sentMyself';

/** The field of a whole message, where the form that asked for its parts had no field with all of it. */
export const MESSAGE_FIELD = 'letter';

/**
 * Whether who writes an email to a customer sends it from their own email program: the site has no mail server, and what
 * nobody confirmed as sent does not count (rule CK-1).
 */
export const sendsOwnMail = ({ sendsMail }: Pick<DomainContext, 'sendsMail'>): boolean => sendsMail === false;

const isConfirmed = (form: TypedForm): boolean => /^(true|yes)$/i.test(form.raw(CONFIRMED));

const notConfirmed = (form: TypedForm, { details: { contact } }: Case): void =>
  form.fault(
    CONFIRMED,
    `Not recorded yet. This site has no mail server: send the message to ${contact.name} from your own email program, then check this box.`,
  );

/**
 * A message as it was given: an email by the mail server, or at a site without one by who gives it, once they confirm it
 * (rule CK-1). `way` is undefined where it is at fault. Undefined with a fault at `CONFIRMED`.
 */
export function asSent(
  form: TypedForm,
  way: Exclude<MessageMethod, { by: 'own-mail' }> | undefined,
  subject: Case,
  context: DomainContext,
): MessageMethod | undefined {
  if (way?.by === 'telephone' || !sendsOwnMail(context)) return way;
  if (!isConfirmed(form)) {
    notConfirmed(form, subject);
    return undefined;
  }
  return way && { ...way, by: 'own-mail' };
}

/**
 * The same at a site without a mail server for a message that is put together of what was asked for before: it is
 * recorded as it stood in the field `LETTER`, where it was shown whole. Undefined with a fault at that field or
 * `CONFIRMED`.
 */
export function sentEmail(
  form: TypedForm,
  way: Extract<MessageMethod, { by: 'email' }>,
  subject: Case,
): { readonly text: string; readonly word: MessageMethod } | undefined {
  // Nobody can have sent what they were not shown.
  const isShown = form.typed[MESSAGE_FIELD] !== undefined;
  if (!isShown || !isConfirmed(form)) notConfirmed(form, subject);
  if (!isShown) return undefined;
  const missing = 'Enter the message as you sent it.';
  const text = form.requiredForCustomer(MESSAGE_FIELD, 'The message', missing, TEXT_LIMITS.letter);
  return text === undefined ? undefined : { text, word: { ...way, by: 'own-mail' } };
}
