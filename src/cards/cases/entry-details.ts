import { RESOLUTIONS } from '../../domain/cases/decisions/decide-resolve';
import type { CaseDetails } from '../../domain/cases/details/details';
import { CUSTOMER_CHANNELS } from '../../domain/cases/details/details';
import type { Entry } from '../../domain/cases/timeline';
import type { Word } from '../../domain/cases/messages/word';
import { PRIORITY_NAMES } from '../../domain/cases/details/validate-details';
import { MSC_NAMES } from '../../domain/directory/directory';
import type { World } from '../../domain/kernel/world';
import { entryText } from './entry-text';
import { actorName } from '../shared/names';

/** Everything that was written with an entry, for the history: also what its words on other cards leave out (rule RE-1). */
export const fullDetails = (entry: Entry, world: World, zone: string): readonly string[] => [
  ...entryText(entry, world, zone).details,
  ...furtherOf(entry, world).flatMap(([label, value]) =>
    value === undefined || value.trim() === '' ? [] : [`${label}: ${value}`],
  ),
];

type Further = readonly (readonly [label: string, value: string | undefined])[];

function furtherOf(entry: Entry, world: World): Further {
  switch (entry.kind) {
    case 'opened':
      return ofDetails(entry.details, world.policies.at(entry.at).reasons);
    case 'escalated':
      return [
        ['NSN filled', entry.nsn],
        ['PR number filled', entry.pr],
        ['Requisition number filled', entry.requisition],
      ];
    case 'referred-back':
      return [['Supervisors told', entry.supervisors.map((id) => actorName(id, world)).join(', ')]];
    case 'assignee-left':
      return [['Gatekeepers told', entry.gatekeepers.map((id) => actorName(id, world)).join(', ')]];
    case 'resolved':
      return [
        [
          'Resolution',
          entry.resolution && (RESOLUTIONS as Readonly<Record<string, string>>)[entry.resolution],
        ],
      ];
    case 'closed':
      return [
        ['Approval asked by', entry.longLead?.askedBy && actorName(entry.longLead.askedBy, world)],
        ...ofWord(entry.word),
      ];
    case 'attached':
      return [
        ['Title', entry.title],
        ['Link', entry.url],
      ];
    case 'interim-sent':
    case 'status-sent':
    case 'word-repeated':
    case 'closing-asked':
      return ofWord(entry.word);
    case 'satisfaction-asked':
      return [['E-mail', `${entry.to}: ${entry.subject}`]];
    case 'assigned':
    case 'reassigned':
    case 'noted':
    case 'mail-sent':
    case 'mail-refused':
    case 'mail-not-sent':
    case 'quality-update':
    case 'responded':
    case 'recalled':
    case 'par-submitted':
    case 'par-completed':
    case 'par-withdrawn':
    case 'par-followed-up':
    case 'closing-declined':
    case 'reopened':
    case 'dc-answered':
    case 'supervisors-asked':
    case 'clock-warned':
    case 'clock-missed':
    case 'clock-escalated':
    case 'breach-acknowledged':
    case 'linked':
    case 'contact-corrected':
    case 'case-corrected':
    case 'satisfaction-answered':
      return [];
  }
}

function ofWord(word: Word | undefined): Further {
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
