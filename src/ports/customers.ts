import type { Account, Contact } from '../domain/cases/details/details';
import type { CustomerAccount, CustomerAct } from '../domain/customers/account-record';
import type { CustomerContact } from '../domain/customers/contact-record';

/** An account and a contact as saved: the version that was read must be given back on saving. */
export interface SavedAccount {
  readonly account: CustomerAccount;
  readonly version: number;
}
export interface SavedContact {
  readonly contact: CustomerContact;
  readonly version: number;
}

/** The records of customers: one per account and one per contact, even if several record them at once (rule AC-1). */
export interface CustomerRepository {
  /** Records the account and the contact if they are new; known ones stay as they are. Safe to repeat. */
  record(account: Account, contact: Contact, act: CustomerAct): Promise<SavedContact>;
  account(account: Account): Promise<SavedAccount | undefined>;
  contact(id: string): Promise<SavedContact | undefined>;
  /** The contact that is known by this account and email (or phone) now, else the one that was before a correction. */
  contactLike(account: Account, contact: Contact): Promise<SavedContact | undefined>;
  contactsOf(account: Account, limit: number): Promise<readonly CustomerContact[]>;
  /** Contacts of any account with this email address. */
  withEmail(email: string, limit: number): Promise<readonly CustomerContact[]>;
  /** The contacts that were recorded or corrected last, of any account, latest first. */
  latest(limit: number): Promise<readonly CustomerContact[]>;
  /** Accounts and contacts by words: code, name, email, phone; each word may be a beginning. */
  search(
    text: string,
    limit: number,
  ): Promise<{
    readonly accounts: readonly CustomerAccount[];
    readonly contacts: readonly CustomerContact[];
  }>;
  /** Whether it was saved; false if someone else changed it first. */
  saveAccount(expectedVersion: number, account: CustomerAccount): Promise<boolean>;
  /** Saves a correction, still to be applied to the contact's open cases. `taken`: another contact has these values. */
  saveContact(expectedVersion: number, contact: CustomerContact): Promise<'saved' | 'conflict' | 'taken'>;
  /** Contacts whose corrections may not have reached all their open cases. */
  withPending(limit: number): Promise<readonly CustomerContact[]>;
  /** Marks the contact's corrections as applied to all their open cases. */
  clearPending(contact: CustomerContact): Promise<void>;
}
