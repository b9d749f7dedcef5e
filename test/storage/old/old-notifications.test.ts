import { NOTIFICATION_SHAPE } from '../../../src/domain/kernel/stored-shapes';
import { readNotification } from '../../../src/storage/old-notifications';
import { ALL_NOTICES } from './old-notices';

describe('a notice as versions before 2 stored it', () => {
  it.each(ALL_NOTICES.map(([old, now]) => [now.id, old, now] as const))('%s is read', (_, old, now) => {
    expect(readNotification(old)).toEqual(now);
    expect(NOTIFICATION_SHAPE.safeParse(readNotification(old)).success).toBe(true);
  });

  it('is left as it is once it is of this version', () => {
    for (const [, now] of ALL_NOTICES) expect(readNotification(now)).toBe(now);
  });

  it('that no version wrote is left for its shape to refuse', () => {
    for (const none of [{}, { id: 'n', to: { kind: 'posts' }, madeAt: 1 }, { plan: 7, id: 'n' }])
      expect(NOTIFICATION_SHAPE.safeParse(readNotification(none)).success).toBe(false);
  });
});
