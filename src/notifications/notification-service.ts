import type { NotificationService, NotificationRegister } from '../ports/notification-settings';
import type { Outbox } from './outbox/outbox';
import { personAddressKey } from './outbox/outbox-item';

/** People's own notification settings; `changed` is called if that releases something. */
export const notificationService = (
  register: NotificationRegister,
  outbox: Outbox,
  changed: () => void,
): NotificationService => ({
  of: (person) => register.of(person),
  // What was held by the old settings follows the new ones.
  save: async (settings) => {
    await register.save(settings);
    if ((await outbox.resumeAll(personAddressKey(settings.person))) > 0) changed();
  },
  unsent: (person) => outbox.muted(personAddressKey(person)),
});
