import { deliverDue } from '../../../src/notifications/delivery/deliver';
import { SENT_KEPT_MS, outboxOf } from '../../../src/notifications/outbox/outbox';
import { OUTBOX, groupAddressKey } from '../../../src/notifications/outbox/outbox-item';
import { relayOnce } from '../../../src/notifications/relay';
import { openSqlite } from '../../../src/storage/sqlite/sqlite-engine';
import { removeDir, tempDir } from '../../storage/temp-dir';
import { N, arrival, breach, refresh } from '../notices';
import { AVIATION, UNBOUND, changeFor, sentCards, stage } from '../stage';

describe('The outbox on SQLite', () => {
  it('reads what was dropped, and forgets it after its time', async () => {
    const dir = tempDir();
    const engine = openSqlite(dir);
    try {
      const on = stage();
      const outbox = outboxOf(await engine.store(OUTBOX), on.parts.wall);
      await outbox.put(arrival(N), 0);
      const [record] = await outbox.due(1);
      await outbox.drop(record!, 'outdated');
      expect((await outbox.get(arrival(N).id))?.value.state).toBe('dropped');
      on.wallNow += SENT_KEPT_MS;
      await outbox.forgetSent();
      expect(await outbox.get(arrival(N).id)).toBeUndefined();
    } finally {
      await engine.close();
      removeDir(dir);
    }
  });

  it('parks, releases, sends in order, updates, and forgets using only its declared indexes', async () => {
    const dir = tempDir();
    const engine = openSqlite(dir);
    try {
      const on = stage();
      const store = await engine.store(OUTBOX);
      const outbox = outboxOf(store, on.parts.wall);
      const parts = { ...on.parts, outbox };
      on.groups = [UNBOUND];
      await parts.cases.insert(changeFor(N, 0, [arrival(N), breach(N)]));
      await relayOnce(parts);
      await deliverDue(parts);
      expect(await store.count({ state: 'parked' })).toBe(2);
      const pages = [];
      for await (const page of outbox.standingIn('parked')) pages.push(page.length);
      expect(pages).toEqual([2]);
      on.groups = [AVIATION];
      expect(await outbox.release(groupAddressKey('AVN-L2'))).toBe(2);
      await deliverDue(parts);
      await parts.cases.save((await parts.cases.get(N))!.version, changeFor(N, 1, [refresh(N, 1)]));
      await relayOnce(parts);
      await deliverDue(parts);
      expect(sentCards(on)).toEqual(['post case', 'post alert', 'update case', 'update alert']);
      on.wallNow += SENT_KEPT_MS;
      await deliverDue(parts);
      expect(await store.count({})).toBe(0);
    } finally {
      await engine.close();
      removeDir(dir);
    }
  });
});
