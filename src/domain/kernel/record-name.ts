import { readId, type AnyRecordType } from './record-type';

/** What kinds of stored records outside the kernel are called, with the article. */
const NAMES: Readonly<Record<string, string>> = {
  account: 'An account',
  address: 'The address of a chat',
  apiKey: 'An API key',
  aside: 'A record of the quarantine',
  contact: 'A contact',
  counter: 'A counter of numbers',
  figurebasis: 'What figures are counted by',
  group: 'A group',
  mailbox: 'An e-mail on its way',
  mark: 'A figure of a case',
  notification: 'Someone’s notification settings',
  outbox: 'A notice on its way',
  person: 'A person of the directory',
  planround: 'The monthly round of action plans',
  post: 'A card in a conversation',
  rollup: 'A sum of figures',
  sends: 'The count of sends',
  strangerReports: 'The count of someone’s problem reports',
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
