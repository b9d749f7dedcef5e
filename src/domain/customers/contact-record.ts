import type { Account, Contact } from '../cases/details/details';
import { accountId, type CustomerAct } from './account-record';

/** What happened to a contact. The timeline only grows: a correction is a new entry (rule RE-1). */
export type ContactEntry = CustomerAct &
  (
    | { readonly kind: 'recorded'; readonly contact: Contact }
    | { readonly kind: 'corrected'; readonly from: Contact; readonly to: Contact; readonly why: string }
  );
export type Correction = Extract<ContactEntry, { kind: 'corrected' }>;

/** The customer's person as recorded, one record a person and account (rule AC-1). */
export interface CustomerContact {
  /** The key that it was first recorded under; it stays, whatever is corrected. */
  readonly id: string;
  readonly account: Account;
  readonly timeline: readonly ContactEntry[];
  /** As it stands after every correction. */
  readonly contact: Contact;
  /** What it is known by now. */
  readonly key: string;
  /** What it was known by before, the latest last; cases of that time name it so. */
  readonly formerKeys: readonly string[];
}

const folded = (text: string | undefined): string => (text ?? '').toLowerCase();
const digits = (text: string | undefined): string => (text ?? '').replaceAll(/\D/g, '');

/** What makes two contacts the same: account and email, whatever the case; without an email, account and phone digits. */
export function contactKey(account: Account, { email, phone }: Contact): string {
  const reached =
    email === undefined ? digits(phone) : email.toLowerCase().replaceAll(/[\p{Cc}\p{Cs}]/gu, '');
  return `${accountId(account)} ${reached}`;
}

/** Reads a contact from its timeline, which begins with `recorded`. */
export function projectContact(account: Account, timeline: readonly ContactEntry[]): CustomerContact {
  const [first, ...rest] = timeline;
  if (first?.kind !== 'recorded')
    throw new Error("The timeline of a contact doesn't begin with its recording");
  const stages = [first.contact, ...rest.flatMap((entry) => (entry.kind === 'corrected' ? [entry.to] : []))];
  const keys = stages.map((stage) => contactKey(account, stage));
  const key = keys.at(-1) ?? '';
  return {
    id: keys[0] ?? '',
    account,
    timeline,
    contact: stages.at(-1) ?? first.contact,
    key,
    formerKeys: [...new Set(keys)].filter((each) => each !== key),
  };
}

/** A contact on one line: name, email, phone. */
export const contactText = ({ name, email, phone }: Contact): string =>
  [name, email, phone].filter((part) => part !== undefined && part !== '').join(' · ');

/** Whether what was given says otherwise than what is known. What was left out says nothing. */
export const saysOtherwise = (given: Contact, known: Contact): boolean =>
  folded(given.name) !== folded(known.name) ||
  (given.email !== undefined && folded(given.email) !== folded(known.email)) ||
  (given.phone !== undefined && digits(given.phone) !== digits(known.phone));
