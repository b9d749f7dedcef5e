import type { Field } from '../../cards/shared/card-value';
import type { CommandContext } from '../../commands/command';
import { radio, search, type Given } from '../../commands/forms/fields';
import { customerChoice } from '../../commands/customers/search-customers';
import { readAccount } from '../../domain/cases/details/account';
import { readEmail } from '../../domain/cases/details/contact';
import type { Account, Contact } from '../../domain/cases/details/details';
import { contactText, saysOtherwise, type CustomerContact } from '../../domain/customers/contact-record';
import type { FieldFault } from '../../domain/kernel/refusal';

// `customer` and words find more.
const KNOWN_SHOWN = 25;
const LATEST_SHOWN = 20;
// Bytes of the choices, beside two texts of 4,000 characters.
const ROOM = 4_000;
// The longest account and email address.
const MAX_ID = 512;

type Customers = Pick<CommandContext, 'customers'>;

/**
 * Reads what stands after "new case": a lone DoDAAC, CAGE, or UEI (with a digit in it, as no word has) or a lone email
 * address is the customer; anything else is the description.
 */
export function readNewCase(rest: string): Record<string, string> {
  if (rest === '') return {};
  if (readEmail(rest).ok) return { contactEmail: rest };
  const isCode = /^[a-z\d]+$/i.test(rest) && /\d/.test(rest) && readAccount(rest).ok;
  return isCode ? { account: rest.toUpperCase() } : { description: rest };
}

/**
 * Customers to choose from before anything is typed: the chosen one, then those with the account or email that
 * was given, else the latest.
 */
export async function offeredContacts(given: Given, { customers }: Customers) {
  const chosen = await chosenIn(given, customers);
  const known = await knownContacts(given, { customers });
  const offered = known.length === 0 ? await customers.latest(LATEST_SHOWN) : known;
  return [...(chosen === undefined ? [] : [chosen]), ...offered.filter(({ id }) => id !== chosen?.id)];
}

/** Contacts of the account that was entered, otherwise those with the email that was entered. */
export async function knownContacts(
  given: Given,
  { customers }: Customers,
): Promise<readonly CustomerContact[]> {
  const account = readAccount(given['account'] ?? '');
  if (account.ok) return customers.contactsOf(account.value, KNOWN_SHOWN);
  const email = (given['contactEmail'] ?? '').trim();
  return email === '' ? [] : customers.withEmail(email, KNOWN_SHOWN);
}

/** What was entered, with the customer's empty fields filled in from the chosen contact. */
export async function withChosen(given: Given, { customers }: Customers): Promise<Given> {
  const chosen = await chosenIn(given, customers);
  return chosen === undefined ? given : filledFrom(chosen, given);
}

/** The chosen customer as recorded now: what a card showed is never trusted. */
async function chosenIn(given: Given, customers: Customers['customers']) {
  const id = given['customer'] ?? '';
  return id === '' || id.length > MAX_ID ? undefined : (await customers.contact(id))?.contact;
}

/** The same when a form opens: the only known contact with that email is meant. */
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

/** The choice of a known customer; others are found as one types. */
export const knownField = (given: Given, known: readonly CustomerContact[]): Field =>
  search(given, 'customer', 'Known customer', {
    choices: fitting(known.map(customerChoice)),
    placeholder: 'DoDAAC, name, or email',
    hint: 'Fields you leave empty below are filled in from the record. For a new customer, leave this empty.',
  });

/** As many of the choices as a card has room for beside long texts. */
function fitting<Choice>(choices: readonly Choice[]): readonly Choice[] {
  let room = ROOM;
  return choices.filter((choice) => (room -= Buffer.byteLength(JSON.stringify(choice))) >= 0);
}

/** What is wrong with the chosen customer: not on record, or from another account than was entered. */
export async function faultOfChosen(given: Given, { customers }: Customers): Promise<readonly FieldFault[]> {
  if ((given['customer'] ?? '') === '') return [];
  const chosen = await chosenIn(given, customers);
  if (chosen === undefined) {
    const message =
      'Customer not found. Choose one from the list, or leave this empty and enter the customer below.';
    return [{ field: 'customer', message }];
  }
  const { code } = chosen.account;
  const typed = readAccount(given['account'] ?? '');
  if (!typed.ok || typed.value.code === code) return [];
  const message = `This customer belongs to ${code}, but you entered ${typed.value.code} below. Clear one of the two.`;
  return [{ field: 'customer', message }];
}

/** The recorded contact of the customer, if other data were entered than are recorded. */
export async function recordedOtherwise(
  { account, contact }: { readonly account: Account; readonly contact: Contact },
  given: Given,
  { customers }: Customers,
): Promise<Contact | undefined> {
  const chosen = await chosenIn(given, customers);
  const known = chosen ?? (await customers.contactLike(account, contact))?.contact;
  // A case never overwrites their record.
  return known !== undefined && saysOtherwise(contact, known.contact) ? known.contact : undefined;
}

/** Asks which data of a known contact to use. */
export const whichDataField = (given: Given, recorded: Contact): Field =>
  radio(given, 'contactAs', "This contact's record has different details. Which should the case use?", {
    required: true,
    choices: [
      { value: 'known', title: `As recorded: ${contactText(recorded)}` },
      {
        value: 'typed',
        title: "As entered below, for this case only. The record doesn't change until you correct it.",
      },
    ],
    ...((given['contactAs'] ?? '') === '' ? { fault: 'Choose one. Neither changes the record.' } : {}),
  });
