import type { PersonId } from '../../directory/directory';
import type { NotificationKind } from '../../notifications/notification-kinds';
import type { Entry } from '../timeline';

const OF_ENTRY: Readonly<Record<Entry['kind'], NotificationKind>> = {
  opened: 'work',
  assigned: 'work',
  reassigned: 'work',
  noted: 'work',
  escalated: 'escalations',
  'interim-sent': 'work',
  'status-sent': 'work',
  'quality-update': 'escalations',
  'referred-back': 'escalations',
  responded: 'escalations',
  recalled: 'escalations',
  'par-submitted': 'work',
  'par-completed': 'work',
  'par-withdrawn': 'work',
  resolved: 'work',
  closed: 'work',
  'dc-answered': 'escalations',
  'supervisors-asked': 'escalations',
  'clock-warned': 'breaches',
  'clock-missed': 'breaches',
  attached: 'work',
  'par-followed-up': 'work',
  'closing-asked': 'work',
  'closing-declined': 'work',
  reopened: 'work',
  'assignee-left': 'work',
  'word-repeated': 'work',
  'mail-sent': 'mail',
  'mail-refused': 'mail',
  'mail-not-sent': 'mail',
  'clock-escalated': 'breaches',
  'breach-acknowledged': 'breaches',
  linked: 'work',
  'contact-corrected': 'work',
  'case-corrected': 'work',
  'satisfaction-asked': 'mail',
  'satisfaction-answered': 'work',
};

/** What a reader's settings say of an entry that they are told of. */
export function preferenceOfEntry(entry: Entry | undefined, reader: PersonId): NotificationKind {
  if (entry === undefined) return 'work';
  return 'to' in entry && entry.to === reader ? 'assigned' : OF_ENTRY[entry.kind];
}
