import type { Field } from '../../cards/card-value';
import type { CommandContext } from '../../commands/command';
import { choice, radio } from '../../commands/fields';
import type { Given } from '../../commands/fields';
import { readAccount } from '../../domain/cases/account';
import { readEmail } from '../../domain/cases/contact';
import type { Account, Contact } from '../../domain/cases/details';
import { contactText, saysOtherwise, type CustomerContact } from '../../domain/customers/contact-record';

// More are found by `customer` and words.
const KNOWN_SHOWN = 25;

type Customers = Pick<CommandContext, 'customers'>;

/**
 * Reads what stands after "new case": a lone DoDAAC, CAGE or UEI (with a digit in it, as no word has) or a lone e-mail
 * address is the customer; anything else is what was asked.
 */
export function readNewCase(rest: string): Record<string, string> {
  if (rest === '') return {};
  if (readEmail(rest).ok) return { contactEmail: rest };
  const isCode = /^[a-z\d]+$/i.test(rest) && /\d/.test(rest) && readAccount(rest).ok;
  return isCode ? { account: rest.toUpperCase() } : { description: rest };
}

/** Contacts to choose from: of the account that was given, else those with the e-mail that was given. */
export async function knownContacts(
  given: Given,
  { customers }: Customers,
): Promise<readonly CustomerContact[]> {
  const account = readAccount(given['account'] ?? '');
  if (account.ok) return customers.contactsOf(account.value, KNOWN_SHOWN);
  const email = (given['contactEmail'] ?? '').trim();
  return email === '' ? [] : customers.withEmail(email, KNOWN_SHOWN);
}

/** What was given, with what was left out of the customer filled in from the known contact that was chosen. */
export async function withChosen(given: Given, { customers }: Customers): Promise<Given> {
  const chosen = given['customer'] ?? '';
  const known = chosen === '' ? undefined : await customers.contact(chosen);
  return known === undefined ? given : filledFrom(known.contact, given);
}

/** The same for a form that opens: one known contact that has the e-mail is the one who is meant. */
export function withOnly(given: Given, known: readonly CustomerContact[]): Given {
  const [only, ...others] = known;
  const isMeant = (given['account'] ?? '') === '' && (given['contactName'] ?? '') === '';
  return only !== undefined && others.length === 0 && isMeant ? filledFrom(only, given) : given;
}

function filledFrom({ id, account, contact }: CustomerContact, given: Given): Given {
  const filled: Readonly<Record<string, string>> = {
    customer: id,
    account: account.code,
    contactName: contact.name,
    contactEmail: contact.email ?? '',
    contactPhone: contact.phone ?? '',
  };
  const blank = Object.entries(filled).filter(([field]) => (given[field] ?? '').trim() === '');
  return { ...given, ...Object.fromEntries(blank) };
}

/** The choice of a known contact; their account with each, where they are of several. */
export const knownField = (given: Given, known: readonly CustomerContact[]): Field =>
  choice(given, 'customer', 'Known contact', {
    choices: known.map(({ id, account, contact }) => {
      const accounts = new Set(known.map((each) => each.account.code));
      return { value: id, title: `${accounts.size > 1 ? `${account.code}: ` : ''}${contactText(contact)}` };
    }),
    hint: 'Choose one, or give another contact below.',
  });

/** The known contact whose data were given otherwise; nothing of their record is overwritten by a case. */
export async function recordedOtherwise(
  account: Account,
  contact: Contact,
  { customers }: Customers,
): Promise<Contact | undefined> {
  const known = await customers.contactLike(account, contact);
  return known !== undefined && saysOtherwise(contact, known.contact.contact)
    ? known.contact.contact
    : undefined;
}

/** Asks which data of a known contact are right. */
export const whichDataField = (given: Given, recorded: Contact): Field =>
  radio(given, 'contactAs', 'This contact is recorded with other data. Which does the case take?', {
    required: true,
    choices: [
      { value: 'known', title: `As recorded: ${contactText(recorded)}` },
      {
        value: 'typed',
        title: 'As given below, for this case. The record stays as it is until it is corrected.',
      },
    ],
    ...((given['contactAs'] ?? '') === ''
      ? { fault: 'Choose one. The record is not changed by either.' }
      : {}),
  });
