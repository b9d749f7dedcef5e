/** What kinds of stored records are called, with the article. */
const NAMES: Readonly<Record<string, string>> = {
  account: 'An account',
  address: 'The address of a chat',
  apiKey: 'An API key',
  aside: 'A record of the quarantine',
  case: 'A case',
  contact: 'A contact',
  counter: 'A counter of numbers',
  figurebasis: 'What figures are counted by',
  group: 'A group',
  mailbox: 'An e-mail on its way',
  mark: 'A figure of a case',
  membership: 'A membership request',
  notification: 'Someone’s notification settings',
  outbox: 'A notice on its way',
  person: 'A person of the directory',
  plan: 'An action plan',
  planround: 'The monthly round of action plans',
  post: 'A card in a conversation',
  problem: 'A problem report',
  reportOrder: 'A report order',
  rollup: 'A sum of figures',
  sends: 'The count of sends',
  strangerReports: 'The count of someone’s problem reports',
};

/** Whose ids are numbers and names that people know; the others' say nothing, or name a customer. */
const KNOWN_BY_ID: ReadonlySet<string> = new Set([
  'account',
  'apiKey',
  'case',
  'counter',
  'group',
  'membership',
  'plan',
  'problem',
  'reportOrder',
]);

/** What a kind of stored record is called, such as “A case”. */
export const kindName = (kind: string): string => NAMES[kind] ?? 'A record';

/** What a stored record is called: by its id where people know it, such as “CS0000012” or “Group AVN-L2”. */
export function recordName(kind: string, id: string): string {
  if (!KNOWN_BY_ID.has(kind)) return kindName(kind);
  if (/^[A-Z]{2}\d+$/.test(id)) return id;
  return `${kindName(kind).replace(/^An? (.)/, (_all, letter: string) => letter.toUpperCase())} ${id}`;
}
