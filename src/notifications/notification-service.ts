import type { NotificationService, NotificationRegister } from '../ports/notification-settings';
import type { Outbox } from './outbox/outbox';
import { personAddressKey } from './outbox/outbox-item';

/** What people set for their own messages; `changed` is called where that lets something go. */
export const notificationService = (
  register: NotificationRegister,
  outbox: Outbox,
  changed: () => void,
): NotificationService => ({
  of: (person) => register.of(person),
  // What was held as it was set before goes by what is set now.
  save: async (settings) => {
    await register.save(settings);
    if ((await outbox.resumeAll(personAddressKey(settings.person))) > 0) changed();
  },
  unsent: (person) => outbox.muted(personAddressKey(person)),
});
