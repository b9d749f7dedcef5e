import type { PersonId } from '../../directory/directory';
import type { NotificationKind } from '../../notifications/notification-kinds';
import type { Entry } from '../timeline';

/** What the settings call those entries that are not plainly work. */
const OF_ENTRY: Readonly<Partial<Record<Entry['kind'], NotificationKind>>> = {
  escalated: 'escalations',
  'quality-update': 'escalations',
  'referred-back': 'escalations',
  responded: 'escalations',
  recalled: 'escalations',
  'dc-answered': 'escalations',
  'supervisors-asked': 'escalations',
  'clock-warned': 'breaches',
  'clock-missed': 'breaches',
  'clock-escalated': 'breaches',
  'breach-acknowledged': 'breaches',
  'mail-sent': 'mail',
  'mail-refused': 'mail',
  'mail-not-sent': 'mail',
  'satisfaction-asked': 'mail',
};

/** What a reader's settings say of an entry that they are told of. */
export function preferenceOfEntry(entry: Entry | undefined, reader: PersonId): NotificationKind {
  if (entry === undefined) return 'work';
  return 'to' in entry && entry.to === reader ? 'assigned' : (OF_ENTRY[entry.kind] ?? 'work');
}
