import type { Case } from '../../domain/cases/case';
import type { Account } from '../../domain/cases/details/details';
import { contactKey, type CustomerContact } from '../../domain/customers/contact-record';
import type { CaseRepository } from '../../ports/cases';
import type { CustomerRepository } from '../../ports/customers';

// No account has more than these open at once.
const MAX_CASES = 500;

/** The open cases of an account, the newest first. */
export const openCasesOfAccount = (
  { code }: Account,
  cases: Pick<CaseRepository, 'openOfAccount'>,
): Promise<readonly Case[]> => cases.openOfAccount(code, MAX_CASES);

/** The open cases of a contact, also those that name them as they were known before a correction; the newest first. */
export async function openCasesOfContact(
  known: CustomerContact,
  { cases, customers }: { readonly cases: CaseRepository; readonly customers: CustomerRepository },
): Promise<readonly Case[]> {
  const found: Case[] = [];
  for (const one of await openCasesOfAccount(known.account, cases)) {
    const { account, contact } = one.details;
    const key = contactKey(account, contact);
    if (key === known.key) found.push(one);
    else if (known.formerKeys.includes(key)) {
      // Another contact may have been recorded under what this one was known by before.
      const theirs = await customers.contactLike(account, contact);
      if (theirs?.contact.id === known.id) found.push(one);
    }
  }
  return found;
}
