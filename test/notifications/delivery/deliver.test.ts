import { deliverDue } from '../../../src/notifications/delivery/deliver';
import { LEASE_MS } from '../../../src/notifications/outbox/process-outbox';
import { SENT_KEPT_MS } from '../../../src/notifications/outbox/outbox';
import { groupAddressKey, personAddressKey } from '../../../src/notifications/outbox/outbox-item';
import { relayOnce } from '../../../src/notifications/relay';
import { SendFault } from '../../../src/ports/sender';
import { N, NOON, arrival, breach, told } from '../notices';
import { AVIATION, CHANNEL, UNBOUND, changeFor, sentCards, stage, staged } from '../stage';

describe('Delivery', () => {
  it("posts an arrival in the group's channel and keeps the post for later updates", async () => {
    const on = await staged(arrival(N));
    await on.deliver();
    expect(on.sent).toMatchObject([
      { how: 'post', to: CHANNEL.conversationId, card: { audience: 'channel' } },
    ]);
    expect(on.posts.all).toMatchObject([
      { activityId: 'activity-1', view: { kind: 'channel-case' }, shows: 1, about: { kind: 'case', id: N } },
    ]);
  });

  it('posts each notification once, however often it runs and is handed over (CK-11)', async () => {
    const on = await staged(breach(N));
    await on.deliver();
    await on.deliver();
    await on.outbox.put(breach(N), 0);
    await on.deliver();
    expect(sentCards(on)).toEqual(['post alert']);
  });

  it('mentions in a breach alert the people that the notification names', async () => {
    const on = await staged(breach(N));
    await on.deliver();
    expect(on.sent[0]?.card).toMatchObject({
      stage: 'breach',
      clock: 'assignment#1',
      mentions: ['gina', 'sam'],
    });
  });

  it('forgets a sent notification after a day', async () => {
    const on = await staged(arrival(N));
    await on.deliver();
    expect(await on.states()).toHaveLength(1);
    on.wallNow += SENT_KEPT_MS;
    await on.deliver();
    expect(await on.states()).toEqual([]);
  });

  it('shares the work between two instances, and each notification is sent once', async () => {
    const on = await staged(arrival(N));
    for (let i = 2; i <= 6; i++) {
      await on.parts.cases.insert(changeFor(`CS000000${i}`, 0, [arrival(`CS000000${i}`)]));
    }
    await relayOnce(on.parts);
    await Promise.all([on.deliver(), deliverDue(on.parts), deliverDue(on.parts)]);
    on.wallNow += 2_000;
    await Promise.all([on.deliver(), deliverDue(on.parts)]);
    expect(new Set(on.sent.map(({ card }) => (card.card === 'case' ? card.case.number : ''))).size).toBe(6);
    expect(on.sent).toHaveLength(6);
  });

  it('sends again only after the lease what a killed process had sent but not removed: at most twice', async () => {
    const on = await staged(arrival(N));
    const put = on.posts.put.bind(on.posts);
    await new Promise<void>((killed) => {
      // Killed here: nothing after the send happens.
      on.posts.put = () => {
        killed();
        return new Promise(() => undefined);
      };
      void on.deliver();
    });
    expect(on.sent).toHaveLength(1);
    on.posts.put = put;
    on.wallNow += LEASE_MS - 1;
    await on.deliver();
    expect(on.sent).toHaveLength(1);
    on.wallNow += 1;
    await on.deliver();
    await on.deliver();
    expect(on.sent).toHaveLength(2);
  });

  it('sends the notifications of a case to a channel in the order in which they were made', async () => {
    const on = await staged(breach(N), arrival(N));
    await on.deliver();
    expect(sentCards(on)).toEqual(['post case', 'post alert']);
  });

  it('lets no later notification of the case overtake one that failed', async () => {
    const on = await staged(arrival(N), breach(N));
    on.teams = () => Promise.reject(new SendFault(502));
    await on.deliver();
    expect(on.sent).toEqual([]);
    on.teams = () => undefined;
    on.wallNow += 2_000;
    await on.deliver();
    expect(sentCards(on)).toEqual(['post case', 'post alert']);
  });

  it('parks what is for a group without a channel, and sends it in order once the channel is connected', async () => {
    const on = stage();
    on.groups = [UNBOUND];
    await on.parts.cases.insert(changeFor(N, 0, [arrival(N), breach(N)]));
    await relayOnce(on.parts);
    await on.deliver();
    expect(await on.states()).toEqual([`${arrival(N).id} parked`, `${breach(N).id} parked`]);
    on.groups = [AVIATION];
    expect(await on.outbox.release(groupAddressKey('avn-l2'))).toBe(2);
    await on.deliver();
    expect(sentCards(on)).toEqual(['post case', 'post alert']);
  });

  it('parks what is for a channel whose service URL is not known yet', async () => {
    const on = stage();
    on.groups = [{ ...AVIATION, channel: { conversationId: CHANNEL.conversationId } }];
    await on.parts.cases.insert(changeFor(N, 0, [arrival(N)]));
    await relayOnce(on.parts);
    await on.deliver();
    expect(await on.states()).toEqual([`${arrival(N).id} parked`]);
  });

  it('parks what is for a person until the bot meets them', async () => {
    const on = await staged(told(N, 'ann'));
    await on.deliver();
    expect(on.sent).toEqual([]);
    on.met.set('ann', { conversationId: 'a:ann', serviceUrl: 'http://127.0.0.1:9/', kind: 'personal' });
    await on.outbox.release(personAddressKey('ann'));
    await on.deliver();
    expect(on.sent).toMatchObject([
      { to: 'a:ann', card: { card: 'case-notification', reader: 'ann', entry: 0 } },
    ]);
    expect(on.posts.all).toEqual([]);
  });

  it('does not lose a notification when its person is met while it is being parked', async () => {
    const on = await staged(told(N, 'ann'));
    let looks = 0;
    on.parts.people.get = () =>
      Promise.resolve(
        looks++ === 0
          ? undefined
          : { conversationId: 'a:ann', serviceUrl: 'http://x/', kind: 'personal' as const },
      );
    await on.deliver();
    expect(on.sent).toMatchObject([{ to: 'a:ann' }]);
  });

  it("postpones what would exceed a conversation's rate without counting it as a failure", async () => {
    const on = stage();
    for (let i = 1; i <= 9; i++)
      await on.parts.cases.insert(changeFor(`CS000000${i}`, 0, [arrival(`CS000000${i}`)]));
    await relayOnce(on.parts);
    await on.deliver();
    expect(on.sent).toHaveLength(7);
    const nextAt = async () => (on.wallNow = (await deliverDue(on.parts)) ?? NaN);
    expect(await nextAt()).toBe(NOON + 1_030);
    await on.deliver();
    expect(on.sent).toHaveLength(8);
    expect(await nextAt()).toBe(NOON + 2_030);
    await on.deliver();
    expect(on.sent).toHaveLength(9);
    expect(await deliverDue(on.parts)).toBeUndefined();
  });

  it('stops between two notifications when asked to', async () => {
    const on = await staged(arrival(N), breach(N));
    const stop = new AbortController();
    on.teams = () => stop.abort();
    await deliverDue(on.parts, stop.signal);
    expect(on.sent).toHaveLength(1);
  });
});
