import type { Entry } from '../cases/timeline';
import type { PersonId } from '../directory/directory';
import type { Notice } from '../cases/notices/notice';
import type { PlanNotice } from '../plans/plan-notice';
import type { RequestNotice } from '../memberships/request-notice';

/** What comes as a personal message, as each person sets it for themselves. */
export const NOTIFICATION_KINDS = {
  assigned: 'A case is given to me',
  escalations: 'Escalations, referrals and answers',
  work: 'What others do on my cases',
  breaches: 'Missed timeframes',
  mail: 'An e-mail to a customer was refused or not sent',
  needed: 'Approvals, requests, and cases whose assignee left',
  plans: 'Action plans that I own',
} as const;
export type NotificationKind = keyof typeof NOTIFICATION_KINDS;

/**
 * What waits for the person, or was lost: it may come as a digest, but cannot be turned off. That a goal is met rides with
 * the plans that wait (rule ME-8): it comes once a plan.
 */
export const CANNOT_BE_OFF: readonly NotificationKind[] = ['needed', 'plans'];

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

/** Of what kind a notice is to the person who gets it. `entryOf` gives the entry of the case by its index. */
export function notificationKind(
  notice: Notice | RequestNotice | PlanNotice,
  reader: PersonId,
  entryOf: (index: number) => Entry | undefined,
): NotificationKind {
  if ('request' in notice) return 'needed';
  if ('plan' in notice) return 'plans';
  const { subject } = notice;
  switch (subject.kind) {
    case 'approval':
    case 'assignee-left':
    case 'undelivered':
    case 'set-aside':
      return 'needed';
    case 'warning':
    case 'breach':
    case 'escalation':
      return 'breaches';
    case 'referred-back':
    case 'recalled':
    case 'supervisors-asked':
      return 'escalations';
    case 'told': {
      const entry = entryOf(subject.entry);
      if (entry === undefined) return 'work';
      return 'to' in entry && entry.to === reader ? 'assigned' : OF_ENTRY[entry.kind];
    }
    case 'arrival':
    case 'refresh':
    case 'mail':
      return 'work';
  }
}
