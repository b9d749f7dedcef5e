import { LEASE_MS } from '../../../src/notifications/outbox/process-outbox';
import type { OutboxRecord } from '../../../src/notifications/outbox/outbox';
import { arrival, breach, N, refresh } from '../notices';
import { stage } from '../stage';
import type { Stage } from '../stage';

const found = async (on: Stage, id: string): Promise<OutboxRecord> => (await on.store.get(id))!;
const claim = async (on: Stage, id: string): Promise<OutboxRecord> => {
  const lease = { attempts: 1, dueAt: on.wallNow + LEASE_MS };
  return (await on.outbox.move(await found(on, id), lease))!;
};

describe('The outbox', () => {
  it('accepts a notification once by its ID, whatever happened to the first', async () => {
    const on = stage();
    await on.outbox.put(arrival(N), 0);
    await on.outbox.finish(await claim(on, arrival(N).id));
    await on.outbox.put(arrival(N), 0);
    expect(await on.states()).toEqual([`${arrival(N).id} sent`]);
  });

  it('gives a version to one of two instances that claim it', async () => {
    const on = stage();
    await on.outbox.put(arrival(N), 0);
    const record = await found(on, arrival(N).id);
    const claims = [on.outbox.move(record, { attempts: 1 }), on.outbox.move(record, { attempts: 1 })];
    expect((await Promise.all(claims)).filter((one) => one !== undefined)).toHaveLength(1);
  });

  it('wakes the notification behind a finished one, unless another instance has leased it', async () => {
    const on = stage();
    await on.outbox.put(arrival(N), 0);
    await on.outbox.put(breach(N), 1);
    await on.outbox.move(await found(on, breach(N).id), { dueAt: on.wallNow + 9_000 });
    const first = await claim(on, arrival(N).id);
    await on.outbox.finish(first);
    expect((await found(on, breach(N).id)).value.dueAt).toBe(on.wallNow);
    const leased = await claim(on, breach(N).id);
    await on.outbox.wakeNext(first.value);
    expect(await found(on, breach(N).id)).toEqual(leased);
  });

  it('leaves a notification alone that another instance took over after the lease', async () => {
    const on = stage();
    await on.outbox.put(arrival(N), 0);
    const first = await claim(on, arrival(N).id);
    on.wallNow += LEASE_MS;
    const second = await claim(on, arrival(N).id);
    await on.outbox.finish(first);
    expect(await found(on, arrival(N).id)).toEqual(second);
  });

  it('tries a dead-lettered update again when the case changes again', async () => {
    const on = stage();
    const post = {
      about: { kind: 'case', id: N },
      address: { conversationId: 'c', serviceUrl: 'http://x/', kind: 'channel' as const },
      activityId: 'a',
      view: { kind: 'channel-case' as const },
      shows: 1,
    };
    await on.outbox.putRefresh(refresh(N, 1), post);
    const [record] = await on.outbox.due(10);
    await on.outbox.move(record!, { state: 'dead', attempts: 9 });
    on.wallNow += 1_000;
    await on.outbox.putRefresh(refresh(N, 2), post);
    expect((await on.outbox.due(10)).map(({ value }) => value)).toMatchObject([
      { notice: { id: refresh(N, 2).id }, state: 'waiting', attempts: 0, since: on.wallNow },
    ]);
  });

  it('accepts no notification with unknown places', async () => {
    await expect(stage().outbox.put(refresh(N, 1), 0)).rejects.toThrow('one item per post');
  });
});
