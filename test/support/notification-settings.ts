import type { NotificationSettings } from '../../src/domain/notifications/notification-settings';

/** Each kind of message as somebody may want it: each way is among them. */
export const HOW_SET: NotificationSettings['how'] = {
  assigned: 'now',
  escalations: 'now',
  work: 'off',
  breaches: 'digest',
  mail: 'now',
  needed: 'now',
  plans: 'digest',
};
