import { readId, type AnyRecordType } from './record-type';

/** What kinds of stored records outside the kernel are called, with the article. */
const NAMES: Readonly<Record<string, string>> = {
  account: 'An account',
  address: 'The address of a chat',
  apiKey: 'An API key',
  aside: 'A quarantined record',
  contact: 'A contact',
  counter: 'A number counter',
  figurebasis: 'The basis of the metrics',
  group: 'A group',
  mailbox: 'An outgoing email',
  mark: 'A metric fact',
  notification: 'Someone’s notification settings',
  outbox: 'An outgoing notification',
  person: 'A person in the directory',
  planround: 'The monthly action plan round',
  post: 'A card in a conversation',
  rollup: 'A metrics total',
  sends: 'The send history',
  strangerReports: 'Someone’s count of problem reports',
};

/** Whose ids are numbers and names that people know; the others' say nothing, or name a customer. */
const KNOWN_BY_ID: ReadonlySet<string> = new Set(['account', 'apiKey', 'counter', 'group']);

/** What a kind is called, such as “A case”; `type` is there for kinds of the kernel. */
export function kindName(kind: string, type?: Pick<AnyRecordType, 'noun'>): string {
  if (type === undefined) return NAMES[kind] ?? 'A record';
  return `${/^[aeiou]/.test(type.noun) ? 'An' : 'A'} ${type.noun}`;
}

/** What a stored record is called: by its id where people know it, such as “CS0000012” or “Group AVN-L2”. */
export function recordName(kind: string, id: string, type?: AnyRecordType): string {
  if (type === undefined && !KNOWN_BY_ID.has(kind)) return kindName(kind);
  if (type !== undefined && readId(type, id) === id) return id;
  return `${kindName(kind, type).replace(/^An? (.)/, (_all, letter: string) => letter.toUpperCase())} ${id}`;
}
