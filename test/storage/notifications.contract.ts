import { NOTIFICATION } from '../../src/storage/repositories/notification-register';
import { HOW_SET } from '../support/notification-settings';
import type { RepositoriesBench } from './repositories-under-test';

/** What the register of people's own settings keeps on every engine. */
export function notificationsContract(bench: RepositoriesBench): void {
  it("stores each person's settings, and the later one wins, even after reopening", async () => {
    const { notifications } = bench.repositories;
    const set = { person: 'ann', how: HOW_SET, zone: 'Europe/Berlin', weekdays: true, digestHour: 7 };
    expect(await notifications.of('ann')).toBeUndefined();
    await notifications.save(set);
    await notifications.save({ ...set, window: { from: 8, to: 17 } });
    await bench.reopen();
    expect(await bench.repositories.notifications.of('ann')).toEqual({ ...set, window: { from: 8, to: 17 } });
    expect(await bench.repositories.notifications.of('ben')).toBeUndefined();
  });

  it("reads a person's settings from before a kind was known, with that kind at once", async () => {
    const store = await bench.engine.store(NOTIFICATION);
    const kept = { person: 'cy', zone: 'Europe/Berlin', weekdays: true, digestHour: 7 };
    await store.insert('cy', { ...kept, how: { work: 'off', needed: 'digest' } });
    const { notifications } = bench.repositories;
    expect(await notifications.of('cy')).toEqual({
      ...kept,
      how: {
        assigned: 'now',
        escalations: 'now',
        work: 'off',
        breaches: 'now',
        mail: 'now',
        needed: 'digest',
        plans: 'now',
      },
    });
  });
}
