/** Used if there is no name. */
const NOBODY = 'customer';

/** Controls, and signs that turn the reading direction of whatever follows. */
const UNSEEN = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]+/gu;

/** What a mail program would make a link of: a name is none, and a customer's system may have sent it. */
const LINK = /:\/\/|\bwww\.|@/iu;

/**
 * How an email to the customer begins: "Dear Dana Smith," with the contact's name as recorded, on one line. "Dear
 * customer," where no name is recorded, or what is recorded is an address and no name.
 */
export function greetingOf({ name }: { readonly name: string }): string {
  const said = name
    .replace(UNSEEN, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    // What stands after it is ours.
    .replace(/[\s,]+$/u, '');
  return `Dear ${/\p{L}/u.test(said) && !LINK.test(said) ? said : NOBODY},`;
}
