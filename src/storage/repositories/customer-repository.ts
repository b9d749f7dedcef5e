import type { Account, Contact } from '../../domain/cases/details/details';
import { accountId, projectAccount, type CustomerAct } from '../../domain/customers/account-record';
import { contactKey, projectContact, type CustomerContact } from '../../domain/customers/contact-record';
import type { CustomerRepository, SavedAccount, SavedContact } from '../../ports/customers';
import { untilSaved } from '../../runtime/until-saved';
import type { Query, Store, Stored } from '../store';
import { askedCustomer } from '../../domain/kernel/text/search-words';
import { keyWord, type AccountRecord, type ContactRecord } from './customer-records';
import { keep } from './keep';

/** Accounts and contacts on a store: one record each, found by what they are known by and by words. */
export class StoredCustomers implements CustomerRepository {
  constructor(
    private readonly accounts: Store<AccountRecord>,
    private readonly contacts: Store<ContactRecord>,
  ) {}

  async record(account: Account, contact: Contact, act: CustomerAct): Promise<SavedContact> {
    // If it is there already, it stays as it is.
    await this.accounts.insert(accountId(account), { account, timeline: [{ ...act, kind: 'recorded' }] });
    const timeline = [{ ...act, kind: 'recorded', contact }] as const;
    const id = contactKey(account, contact);
    return untilSaved(id, async () => {
      const known = await this.contactLike(account, contact);
      if (known !== undefined) return known;
      const written = await this.contacts.insert(id, { account, timeline, pending: false });
      // If someone recorded the same a moment ago, it is known now.
      return written.ok ? savedContact(written.record) : 'conflict';
    });
  }

  async account(account: Account): Promise<SavedAccount | undefined> {
    const stored = await this.accounts.get(accountId(account));
    return stored && savedAccount(stored);
  }

  async contact(id: string): Promise<SavedContact | undefined> {
    const stored = await this.contacts.get(id);
    return stored && savedContact(stored);
  }

  async contactLike(account: Account, contact: Contact): Promise<SavedContact | undefined> {
    const key = contactKey(account, contact);
    const [now] = await this.contacts.find({ where: { key }, limit: 1 });
    if (now !== undefined) return savedContact(now);
    const [before] = await this.contacts.search([keyWord(key)], 1);
    return before && savedContact(before);
  }

  async contactsOf(account: Account, limit: number): Promise<readonly CustomerContact[]> {
    return this.#found({ where: { account: accountId(account) }, limit });
  }

  async withEmail(email: string, limit: number): Promise<readonly CustomerContact[]> {
    return this.#found({ where: { email: email.toLowerCase() }, limit });
  }

  async latest(limit: number): Promise<readonly CustomerContact[]> {
    return this.#found({ where: {}, sort: { field: 'at', descending: true }, limit });
  }

  async search(text: string, limit: number): ReturnType<CustomerRepository['search']> {
    const words = askedCustomer(text);
    const [accounts, contacts] = await Promise.all([
      this.accounts.search(words, limit),
      this.contacts.search(words, limit),
    ]);
    return {
      accounts: accounts.map((stored) => savedAccount(stored).account),
      contacts: contacts.map((stored) => savedContact(stored).contact),
    };
  }

  async saveAccount(
    expectedVersion: number,
    { account, timeline }: SavedAccount['account'],
  ): Promise<boolean> {
    return (await this.accounts.replace(accountId(account), expectedVersion, { account, timeline })).ok;
  }

  async saveContact(
    expectedVersion: number,
    { id, account, timeline }: CustomerContact,
  ): ReturnType<CustomerRepository['saveContact']> {
    const written = await this.contacts.replace(id, expectedVersion, { account, timeline, pending: true });
    if (written.ok) return 'saved';
    return written.why === 'duplicate' ? 'taken' : 'conflict';
  }

  async withPending(limit: number): Promise<readonly CustomerContact[]> {
    return this.#found({ where: { pending: true }, limit });
  }

  async clearPending({ id, timeline }: CustomerContact): Promise<void> {
    // A later correction still has to reach its cases.
    await keep(this.contacts, id, (kept) =>
      kept?.pending === true && kept.timeline.length === timeline.length
        ? { ...kept, pending: false }
        : undefined,
    );
  }

  async #found(query: Query): Promise<readonly CustomerContact[]> {
    const found = await this.contacts.find(query);
    return found.map((stored) => savedContact(stored).contact);
  }
}

const savedAccount = ({ value, version }: Stored<AccountRecord>): SavedAccount => ({
  account: projectAccount(value.account, value.timeline),
  version,
});

const savedContact = ({ value, version }: Stored<ContactRecord>): SavedContact => ({
  contact: projectContact(value.account, value.timeline),
  version,
});
