import { NOTIFICATION_SHAPE } from '../../../src/domain/kernel/stored-shapes';
import { readNotification } from '../../../src/storage/old-notifications';
import { ALL_NOTICES } from './old-notices';

describe('A notification stored by a version before 2', () => {
  it.each(ALL_NOTICES.map(([old, now]) => [now.id, old, now] as const))('is read: %s', (_, old, now) => {
    expect(readNotification(old)).toEqual(now);
    expect(NOTIFICATION_SHAPE.safeParse(readNotification(old)).success).toBe(true);
  });

  it("is left unchanged once it has this version's form", () => {
    for (const [, now] of ALL_NOTICES) expect(readNotification(now)).toBe(now);
  });

  it('that no version wrote is left to be refused for its shape', () => {
    for (const none of [{}, { id: 'n', to: { kind: 'posts' }, madeAt: 1 }, { plan: 7, id: 'n' }])
      expect(NOTIFICATION_SHAPE.safeParse(readNotification(none)).success).toBe(false);
  });
});
