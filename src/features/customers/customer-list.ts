import type { CardValue, ListRow } from '../../cards/shared/card-value';
import type { CommandContext } from '../../commands/command';
import { button } from '../../commands/forms/fields';
import { ROWS_SHOWN, moreThan } from '../../commands/list-length';
import type { CustomerAccount } from '../../domain/customers/account-record';
import { contactText, type CustomerContact } from '../../domain/customers/contact-record';

// Beside their people; an account is named with each of them too.
const ACCOUNTS_SHOWN = 4;

/** Accounts and contacts that have all of the words, each with the button of a new case for them. */
export async function customerList(words: string, { customers }: CommandContext): Promise<CardValue> {
  const { accounts, contacts } = await customers.search(words, ROWS_SHOWN + 1);
  const shown = accounts.slice(0, ACCOUNTS_SHOWN);
  const people = contacts.slice(0, ROWS_SHOWN - shown.length);
  const names = new Map(accounts.map(({ account, name }) => [account.code, name]));
  const unseen = accounts.length > shown.length || contacts.length > people.length;
  return {
    card: 'list',
    title: `Customers with “${words}”`,
    rows: [...shown.map(accountRow), ...people.map((each) => contactRow(each, names.get(each.account.code)))],
    empty:
      'No account or contact has all of these words. Try just the start of a word, or press New case for a new customer.',
    ...(unseen ? moreThan(ROWS_SHOWN + 1, 'Add a word to narrow the list.') : {}),
    buttons: [button('New case', 'case.new')],
  };
}

const titleOf = (account: CustomerAccount['account'], name: string | undefined): string =>
  [`${account.kind} ${account.code}`, name].filter((part) => part !== undefined).join(' · ');

const accountRow = ({ account, name }: CustomerAccount): ListRow => ({
  title: titleOf(account, name),
  subtitle: 'Account',
  facts: [],
  tone: 'plain',
  button: button('New case', 'case.new', { account: account.code }),
});

const contactRow = ({ id, account, contact }: CustomerContact, accountName: string | undefined): ListRow => ({
  title: contact.name,
  subtitle: titleOf(account, accountName),
  facts: [contactText({ ...contact, name: '' })],
  tone: 'plain',
  button: button('New case', 'case.new', { customer: id }),
});
