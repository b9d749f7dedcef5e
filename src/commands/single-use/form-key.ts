import { createHash, randomBytes } from 'node:crypto';
import type { Button, Form } from '../../cards/shared/card-value';
import type { PersonId } from '../../domain/directory/directory';
import { readCaseNumber } from '../cases/case-number';
import type { Invocation, Outcome } from '../command';

/** The member of a button's data that holds the single-use key of its form. */
const FORM_KEY = 'formKey';

const KEY = /^[\w-]{16,64}$/;
const VERSION = /^\d{1,9}$/;
const KEY_BYTES = 15;
const DIGEST_LENGTH = 22;

/** The inputs without the key, which is not an input of a command. */
export const withoutFormKey = (input: Invocation['input']): Invocation['input'] =>
  Object.fromEntries(Object.entries(input).filter(([name]) => name !== FORM_KEY));

/**
 * The cause of what a press changes, the same for every press of one form or one case's button by one person, so that
 * the record refuses the second on every instance (rule CA-11). A button of a case without a form has the version of the
 * case that its card shows for a key. Undefined for a typed line, and for cards of before there were keys.
 */
export function causeOfPress({ verb, input }: Invocation, by: PersonId): string | undefined {
  const key = input[FORM_KEY] ?? '';
  if (KEY.test(key)) return `form|${by}|${verb}|${key}|${digestOf(input)}`;
  const { case: number = '', version = '' } = input;
  const known = readCaseNumber(number);
  return known === undefined || !VERSION.test(version)
    ? undefined
    : `press|${by}|${verb}|${known}@${version}`;
}

/** The same for the same words: a form that was sent and is then sent with others is another act, and nothing is lost. */
function digestOf(input: Invocation['input']): string {
  const given = Object.entries(withoutFormKey(input)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(given)).digest('base64url').slice(0, DIGEST_LENGTH);
}

/**
 * The outcome with a single-use key in its form. A form of the same command that comes back keeps the key it was sent
 * with, as nothing was done with it; one that is opened gets a new one.
 */
export function withFormKey(outcome: Outcome, { verb, input }: Invocation): Outcome {
  if (outcome.kind === 'refusal' || outcome.reply.card.card !== 'form') return outcome;
  const { form } = outcome.reply.card;
  const given = input[FORM_KEY] ?? '';
  const key =
    form.submit.verb === verb && KEY.test(given) ? given : randomBytes(KEY_BYTES).toString('base64url');
  return { kind: 'reply', reply: { card: { ...outcome.reply.card, form: keyed(form, key) } } };
}

/** Every button that sends the form has the key: Create, and Create anyway. */
function keyed(form: Form, key: string): Form {
  const { submit, others } = form;
  const withKey = (button: Button): Button => ({ ...button, data: { ...button.data, [FORM_KEY]: key } });
  const isSending = ({ verb, data }: Button): boolean => verb === submit.verb && data['submitted'] === 'yes';
  return {
    ...form,
    submit: withKey(submit),
    others: others.map((button) => (isSending(button) ? withKey(button) : button)),
  };
}
