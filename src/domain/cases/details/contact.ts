import { is, isNot, type Read } from '../../kernel/text/typed-text';

// One @, something before it, a dotted domain after it, no blanks: whether it is reached, only sending shows.
const EMAIL = /^[^\s@<>"(),;:]{1,64}@[^\s@<>"(),;:.]+(\.[^\s@<>"(),;:.]+)+$/;

// Controls, and signs that turn or hide what stands beside them: an address is what is seen of it.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\\"]/u;

/** Reads an email address as it is written in a contact. */
export function readEmail(typed: string): Read<string> {
  if (typed.length <= 254 && EMAIL.test(typed) && !UNSEEN.test(typed)) return is(typed);
  return isNot(`"${typed.slice(0, 60)}" isn't a valid email address. Use one like name@example.mil.`);
}

/** Reads a phone number, commercial or DSN: 7 to 15 digits with the usual signs between, and an extension. */
export function readPhone(typed: string): Read<string> {
  const number = typed.replaceAll(/\s+/g, ' ');
  const [, main = ''] = /^(?:DSN )?([+\d][\d ().-]*)(?:(?:x|ext\.?) ?\d{1,6})?$/i.exec(number) ?? [];
  const digits = main.replaceAll(/\D/g, '').length;
  if (digits >= 7 && digits <= 15) return is(number);
  return isNot(
    `"${typed.slice(0, 40)}" isn't a valid phone number. Enter 7 to 15 digits, for example +1 804 555 0100 or DSN 695-0100.`,
  );
}
