import { createHash } from 'node:crypto';
import { z } from 'zod/v4';
import type { Account } from '../../domain/cases/details/details';
import { accountId, projectAccount, type AccountEntry } from '../../domain/customers/account-record';
import { projectContact, type ContactEntry } from '../../domain/customers/contact-record';
import { keyedById, type RecordKind } from '../store';
import { withParts } from '../../domain/kernel/text/search-words';
import { ACCOUNT_SHAPE, CONTACT_SHAPE } from '../../domain/cases/details/stored-details';
import { ENTRY_SHAPE } from '../../domain/kernel/stored-shapes';

/** A stored account: its timeline, from which its name is read. */
export interface AccountRecord {
  readonly account: Account;
  readonly timeline: readonly AccountEntry[];
}

/** A stored contact. `pending` while a correction may not have reached all their open cases. */
export interface ContactRecord {
  readonly account: Account;
  readonly timeline: readonly ContactEntry[];
  readonly pending: boolean;
}

/** A key as one word, so that a contact is found by what it was known by before; no typed word begins like it. */
export const keyWord = (key: string): string => `=${createHash('sha256').update(key).digest('hex')}`;

const MAX_LENGTH = 64;
const words = (...of: readonly string[]): string[] => [
  ...new Set(of.map((word) => word.toLowerCase().slice(0, MAX_LENGTH)).filter((word) => word !== '')),
];

const NAME_SHAPE = z.string().optional();

/** An account by its code; an account is its id, so there is one of each. */
export const ACCOUNT = keyedById<AccountRecord>({
  name: 'account',
  words: ({ account, timeline }) =>
    words(account.code, ...withParts(projectAccount(account, timeline).name ?? '')),
  shape: z.looseObject({ account: ACCOUNT_SHAPE, timeline: z.array(ENTRY_SHAPE).min(1) }),
  check: ({ account, timeline }) => void NAME_SHAPE.parse(projectAccount(account, timeline).name),
});

/** A contact: one a key, whatever it was first recorded as. */
export const CONTACT: RecordKind<ContactRecord> = {
  name: 'contact',
  fields: { key: 'string', account: 'string', email: 'string', pending: 'boolean', at: 'number' },
  indexes: [
    { name: 'contact_key', fields: ['key'], unique: true },
    { name: 'contact_account', fields: ['account'] },
    { name: 'contact_email', fields: ['email'] },
    { name: 'contact_pending', fields: ['pending'] },
    { name: 'contact_at', fields: ['at'] },
  ],
  indexed: ({ account, timeline, pending }) => {
    const { key, contact } = projectContact(account, timeline);
    return {
      key,
      account: accountId(account),
      email: contact.email?.toLowerCase(),
      pending: pending ? true : undefined,
      at: timeline.at(-1)?.at,
    };
  },
  words: ({ account, timeline }) => {
    const { contact, formerKeys } = projectContact(account, timeline);
    const { name, email = '', phone = '' } = contact;
    return [
      ...words(account.code, email, phone.replaceAll(/\D/g, '')),
      ...words(...withParts(`${name} ${email.replace('@', ' ')} ${phone}`)),
      ...formerKeys.map(keyWord),
    ];
  },
  shape: z.looseObject({
    account: ACCOUNT_SHAPE,
    timeline: z.array(ENTRY_SHAPE).min(1),
    pending: z.boolean(),
  }),
  check: ({ account, timeline }) => void CONTACT_SHAPE.parse(projectContact(account, timeline).contact),
};
