import type { NotificationSettings } from '../domain/notifications/notification-settings';
import type { PersonId } from '../domain/directory/directory';

/** How each person wants their own messages. */
export interface NotificationRegister {
  /** Undefined for whoever has set nothing: all comes at once. */
  of(person: PersonId): Promise<NotificationSettings | undefined>;
  save(settings: NotificationSettings): Promise<void>;
}

/** The settings as a person reaches them. */
export interface NotificationService extends NotificationRegister {
  /** How many messages were not sent to them within a day, as they have set it. */
  unsent(person: PersonId): Promise<number>;
}
