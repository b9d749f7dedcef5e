import { contactText, type CustomerContact } from '../../domain/customers/contact-record';
import type { PersonId } from '../../domain/directory/directory';
import type { DomainContext } from '../../domain/kernel/domain-context';
import type { CustomerRepository } from '../../ports/customers';

// Accounts that were found by their name, and whose contacts do not have it.
const NAMED_ACCOUNTS = 3;

/** A choice of a customer: the account and its person. */
export const customerChoice = ({ id, account, contact }: CustomerContact) => ({
  title: `${account.code}: ${contactText(contact)}`,
  value: id,
});

/** The customers who begin as somebody types (rule AC-1); none for whom the directory does not know. */
export async function searchCustomers(
  { by, dataset, text, limit }: { by: PersonId; dataset: string; text: string; limit: number },
  { directory }: Pick<DomainContext, 'directory'>,
  customers: CustomerRepository,
): Promise<readonly { readonly title: string; readonly value: string }[]> {
  if (dataset !== 'customers' || directory.person(by) === undefined) return [];
  const { accounts, contacts } = await customers.search(text, limit);
  const named = accounts.filter(({ name }) => name !== undefined).slice(0, NAMED_ACCOUNTS);
  const theirs = await Promise.all(named.map(({ account }) => customers.contactsOf(account, limit)));
  const found = new Map([...contacts, ...theirs.flat()].map((each) => [each.id, each]));
  return [...found.values()].slice(0, limit).map(customerChoice);
}
