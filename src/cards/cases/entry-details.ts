import { RESOLUTIONS } from '../../domain/cases/decisions/decide-resolve';
import { CUSTOMER_CHANNELS, type CaseDetails } from '../../domain/cases/details/details';
import type { Entry, EntryOf } from '../../domain/cases/timeline';
import type { MessageMethod } from '../../domain/cases/messages/message-method';
import { PRIORITY_NAMES } from '../../domain/cases/details/validate-details';
import { MSC_NAMES } from '../../domain/directory/directory';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { entryText } from './entry-text';
import { actorName, actorNames } from '../shared/names';

/** Everything written with an entry, for the history, including what other cards leave out (rule RE-1). */
export const fullDetails = (entry: Entry, context: DomainContext, zone: string): readonly string[] => [
  ...entryText(entry, context, zone).details,
  ...furtherOf(entry, context).flatMap(([label, value]) =>
    value === undefined || value.trim() === '' ? [] : [`${label}: ${value}`],
  ),
];

type Further = readonly (readonly [label: string, value: string | undefined])[];

/** What other cards leave out, by kind of entry; most leave out nothing. */
const FURTHER: { readonly [K in Entry['kind']]?: (entry: EntryOf<K>, context: DomainContext) => Further } = {
  opened: (entry, context) => ofDetails(entry.details, context.policies.at(entry.at).reasons),
  escalated: (entry) => [
    ['NSN entered', entry.nsn],
    ['PR number entered', entry.pr],
    ['Requisition number entered', entry.requisition],
  ],
  'referred-back': (entry, context) => [['Supervisors notified', actorNames(entry.supervisors, context)]],
  'assignee-left': (entry, context) => [['Gatekeepers notified', actorNames(entry.gatekeepers, context)]],
  resolved: ({ resolution }) => [
    ['Resolution', resolution && (RESOLUTIONS as Readonly<Record<string, string>>)[resolution]],
  ],
  closed: (entry, context) => [
    ['Approval requested by', entry.longLead?.askedBy && actorName(entry.longLead.askedBy, context)],
    ...ofMessage(entry),
  ],
  attached: (entry) => [
    ['Title', entry.title],
    ['Link', entry.url],
  ],
  'interim-sent': ofMessage,
  'status-sent': ofMessage,
  'word-repeated': ofMessage,
  'closing-asked': ofMessage,
  'satisfaction-asked': (entry) => [['Email', `${entry.to}: ${entry.subject}`]],
};

function furtherOf(entry: Entry, context: DomainContext): Further {
  const further = FURTHER[entry.kind] as ((entry: Entry, context: DomainContext) => Further) | undefined;
  return further?.(entry, context) ?? [];
}

function ofMessage({ word }: { readonly word?: MessageMethod }): Further {
  if (word === undefined || word.by === 'telephone') return [];
  return [[word.by === 'email' ? 'Email' : 'Sent to', `${word.to}: ${word.subject}`]];
}

const ofDetails = (details: CaseDetails, reasons: Readonly<Record<string, string>>): Further => [
  ['Account', `${details.account.kind} ${details.account.code}`],
  [
    'Contact',
    [details.contact.name, details.contact.email, details.contact.phone].filter(Boolean).join(' · '),
  ],
  ['How the customer contacted us', CUSTOMER_CHANNELS[details.customerChannel]],
  ['Customer is waiting for an answer', details.externalContact ? 'yes' : 'no'],
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
