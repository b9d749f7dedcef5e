import { IANAZone } from 'luxon';
import { z } from 'zod/v4';
import { HOW, withEveryKind } from '../../domain/notifications/notification-settings';
import type { KeptSettings, NotificationSettings } from '../../domain/notifications/notification-settings';
import type { PersonId } from '../../domain/directory/directory';
import type { NotificationRegister } from '../../ports/notification-settings';
import { unlessUnreadable } from '../../ports/unreadable-record';
import { keyedById, type Store } from '../store';
import { keep, readOrAnew } from './keep';

export const NOTIFICATION = keyedById<KeptSettings>({
  name: 'notification',
  shape: z.looseObject({
    person: z.string(),
    how: z.record(z.string(), z.enum(Object.keys(HOW))),
    zone: z.string().refine((zone) => IANAZone.isValidZone(zone)),
    window: z.looseObject({ from: z.number(), to: z.number() }).optional(),
    weekdays: z.boolean(),
    digestHour: z.number(),
  }),
});

/** Each person's notification settings on a store, by their id. The latest setting wins. */
export class StoredNotifications implements NotificationRegister {
  constructor(private readonly store: Store<KeptSettings>) {}

  async of(person: PersonId): Promise<NotificationSettings | undefined> {
    // As if they had set nothing: everything comes at once.
    const stored = await unlessUnreadable(this.store.get(person));
    return stored && withEveryKind(stored.value);
  }

  async save(settings: NotificationSettings): Promise<void> {
    await keep(this.store, settings.person, () => settings, readOrAnew);
  }
}
