import { outboxOf } from '../../src/notifications/outbox/outbox';
import { OUTBOX } from '../../src/notifications/outbox/outbox-item';
import { QUARANTINE, quarantineOn } from '../../src/notifications/quarantine/quarantine';
import { storeCountsOf } from '../../src/observability/store-counts';
import { arrival, NOON } from '../notifications/notices';
import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';

const wall = { now: () => NOON };

it('The store counts exclude quarantined notifications from those waiting', async () => {
  const under = sqliteUnderTest();
  const engine = await under.open();
  try {
    const outbox = outboxOf(await engine.store(OUTBOX), wall);
    const ids = ['CS0000001', 'CS0000002', 'CS0000003'].map((number) => arrival(number).id);
    for (const number of ['CS0000001', 'CS0000002', 'CS0000003']) await outbox.put(arrival(number), 0);
    const waiting = async () => {
      const { states } = await (await storeCountsOf(engine, wall, wall)).outbox();
      return states.find(({ state }) => state === 'waiting')?.depth;
    };
    expect(await waiting()).toBe(3);
    await under.damage(OUTBOX.name, ids[0] ?? '', '{}');
    await quarantineOn(await engine.store(QUARANTINE), wall).put(undefined, {
      kind: OUTBOX.name,
      of: ids[0] ?? '',
      why: 'unreadable',
      reference: 'K2P9',
      since: NOON,
      tries: 0,
      tryAt: NOON,
      told: true,
    });
    expect(await waiting()).toBe(2);
  } finally {
    await engine.close();
    await under.drop();
  }
});
