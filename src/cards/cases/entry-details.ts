import { RESOLUTIONS } from '../../domain/cases/decisions/decide-resolve';
import type { CaseDetails } from '../../domain/cases/details/details';
import { CUSTOMER_CHANNELS } from '../../domain/cases/details/details';
import type { Entry, EntryOf } from '../../domain/cases/timeline';
import type { Word } from '../../domain/cases/messages/word';
import { PRIORITY_NAMES } from '../../domain/cases/details/validate-details';
import { MSC_NAMES } from '../../domain/directory/directory';
import type { World } from '../../domain/kernel/world';
import { entryText } from './entry-text';
import { actorName, actorNames } from '../shared/names';

/** Everything that was written with an entry, for the history: also what its words on other cards leave out (rule RE-1). */
export const fullDetails = (entry: Entry, world: World, zone: string): readonly string[] => [
  ...entryText(entry, world, zone).details,
  ...furtherOf(entry, world).flatMap(([label, value]) =>
    value === undefined || value.trim() === '' ? [] : [`${label}: ${value}`],
  ),
];

type Further = readonly (readonly [label: string, value: string | undefined])[];

/** What the words of a kind leave out; most leave out nothing. */
const FURTHER: { readonly [K in Entry['kind']]?: (entry: EntryOf<K>, world: World) => Further } = {
  opened: (entry, world) => ofDetails(entry.details, world.policies.at(entry.at).reasons),
  escalated: (entry) => [
    ['NSN filled', entry.nsn],
    ['PR number filled', entry.pr],
    ['Requisition number filled', entry.requisition],
  ],
  'referred-back': (entry, world) => [['Supervisors told', actorNames(entry.supervisors, world)]],
  'assignee-left': (entry, world) => [['Gatekeepers told', actorNames(entry.gatekeepers, world)]],
  resolved: ({ resolution }) => [
    ['Resolution', resolution && (RESOLUTIONS as Readonly<Record<string, string>>)[resolution]],
  ],
  closed: (entry, world) => [
    ['Approval asked by', entry.longLead?.askedBy && actorName(entry.longLead.askedBy, world)],
    ...ofWord(entry),
  ],
  attached: (entry) => [
    ['Title', entry.title],
    ['Link', entry.url],
  ],
  'interim-sent': ofWord,
  'status-sent': ofWord,
  'word-repeated': ofWord,
  'closing-asked': ofWord,
  'satisfaction-asked': (entry) => [['E-mail', `${entry.to}: ${entry.subject}`]],
};

function furtherOf(entry: Entry, world: World): Further {
  const further = FURTHER[entry.kind] as ((entry: Entry, world: World) => Further) | undefined;
  return further?.(entry, world) ?? [];
}

function ofWord({ word }: { readonly word?: Word }): Further {
  if (word === undefined || word.by === 'telephone') return [];
  return [[word.by === 'email' ? 'E-mail' : 'Sent to', `${word.to}: ${word.subject}`]];
}

const ofDetails = (details: CaseDetails, reasons: Readonly<Record<string, string>>): Further => [
  ['Account', `${details.account.kind} ${details.account.code}`],
  [
    'Contact',
    [details.contact.name, details.contact.email, details.contact.phone].filter(Boolean).join(' · '),
  ],
  ['How the customer came', CUSTOMER_CHANNELS[details.customerChannel]],
  ['Customer waits for an answer', details.externalContact ? 'yes' : 'no'],
  ['MSC', MSC_NAMES[details.msc]],
  ['IPD', details.ipd === undefined ? undefined : String(details.ipd).padStart(2, '0')],
  ['Priority', details.statedPriority && PRIORITY_NAMES[details.statedPriority]],
  ['NSN', details.nsn],
  ['PR number', details.pr],
  ['Requisition number', details.requisition],
  ['Reason', reasons[details.reason] ?? details.reason],
  ['Description', details.description],
  ['Problem notes', details.problemNotes],
];
