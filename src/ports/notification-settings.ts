import type { NotificationSettings } from '../domain/notifications/notification-settings';
import type { PersonId } from '../domain/directory/directory';

/** Each person's notification settings. */
export interface NotificationRegister {
  /** Undefined if the person has set nothing: everything comes at once. */
  of(person: PersonId): Promise<NotificationSettings | undefined>;
  save(settings: NotificationSettings): Promise<void>;
}

/** The settings as a person reaches them. */
export interface NotificationService extends NotificationRegister {
  /** How many notifications were not sent to them within a day because of their settings. */
  unsent(person: PersonId): Promise<number>;
}
