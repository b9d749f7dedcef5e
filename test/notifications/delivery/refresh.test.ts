import { relayOnce } from '../../../src/notifications/relay';
import { SendFault } from '../../../src/ports/sender';
import { N, arrival, breach, refresh } from '../notices';
import { changeFor, sentCards, staged } from '../stage';

describe('The updates of cards in a channel', () => {
  it('reach the card of a breach where it is posted once the case has changed', async () => {
    const on = await staged(breach(N));
    await on.deliver();
    const { version } = (await on.parts.cases.get(N))!;
    await on.parts.cases.save(version, changeFor(N, 1, [refresh(N, 1)]));
    await relayOnce(on.parts);
    await on.deliver();
    expect(on.sent[1]).toMatchObject({
      how: 'update',
      activityId: 'activity-1',
      card: { card: 'alert', stage: 'breach', clock: 'assignment#1', case: { timeline: { length: 2 } } },
    });
    expect(on.posts.all).toMatchObject([{ shows: 2 }]);
    expect(await on.states()).toEqual([`${breach(N).id} sent`]);
  });

  it('are one for each post, however many changes came before sending', async () => {
    const on = await staged(arrival(N));
    await on.deliver();
    for (let i = 1; i <= 3; i++) {
      const { version } = (await on.parts.cases.get(N))!;
      await on.parts.cases.save(version, changeFor(N, i, [refresh(N, i)]));
      await relayOnce(on.parts);
    }
    await on.deliver();
    expect(sentCards(on)).toEqual(['post case', 'update case']);
    expect(on.posts.all).toMatchObject([{ shows: 4 }]);
  });

  it('skip a post that already shows the change', async () => {
    const on = await staged(arrival(N));
    await on.deliver();
    await on.outbox.putRefresh(refresh(N, 0), on.posts.all[0]!);
    await on.deliver();
    expect(on.sent).toHaveLength(1);
  });

  it('run again for a card when the case moved on while it was being posted', async () => {
    const on = await staged(arrival(N));
    let calls = 0;
    on.teams = async () => {
      if (++calls === 1) await on.parts.cases.save((await on.parts.cases.get(N))!.version, changeFor(N, 1));
    };
    await on.deliver();
    expect(sentCards(on)).toEqual(['post case', 'update case']);
    expect(on.posts.all).toMatchObject([{ shows: 2 }]);
  });

  it('run again for a card when a change was relayed during its update', async () => {
    const on = await staged(arrival(N));
    await on.deliver();
    const change = async (notes: number): Promise<void> => {
      await on.parts.cases.save(
        (await on.parts.cases.get(N))!.version,
        changeFor(N, notes, [refresh(N, notes)]),
      );
      await relayOnce(on.parts);
    };
    await change(1);
    let calls = 0;
    on.teams = () => (++calls === 1 ? change(2) : undefined);
    await on.deliver();
    expect(on.posts.all).toMatchObject([{ shows: 3 }]);
    expect((await on.states()).filter((state) => state.endsWith('waiting'))).toEqual([]);
  });

  it('forget a post that is gone instead of trying forever', async () => {
    const on = await staged(arrival(N));
    await on.deliver();
    await on.parts.cases.save((await on.parts.cases.get(N))!.version, changeFor(N, 1, [refresh(N, 1)]));
    await relayOnce(on.parts);
    on.teams = () => Promise.reject(new SendFault(404));
    await on.deliver();
    expect(on.posts.all).toEqual([]);
    expect(await on.states()).toEqual([`${arrival(N).id} sent`]);
  });

  it("remove the old card's buttons when the case is posted in the channel again", async () => {
    const on = await staged(arrival(N));
    await on.deliver();
    const again = { ...arrival(N), id: `${N}/arrival/again` };
    await on.parts.cases.save(
      (await on.parts.cases.get(N))!.version,
      changeFor(N, 1, [again, refresh(N, 1)]),
    );
    // The older card's update may be waiting already: it must not bring the buttons back.
    await relayOnce(on.parts);
    await on.deliver();
    const last = on.sent.filter(({ activityId }) => activityId === 'activity-1').at(-1);
    expect(last).toMatchObject({ how: 'update', card: { card: 'message' } });
    expect(on.posts.all).toMatchObject([{ activityId: expect.not.stringMatching('activity-1'), shows: 2 }]);
  });

  it("don't block a new post if the earlier card is gone", async () => {
    const on = await staged(arrival(N));
    await on.deliver();
    await on.outbox.put({ ...arrival(N), id: `${N}/arrival/again` }, 0);
    let calls = 0;
    on.teams = () => (++calls === 1 ? Promise.reject(new SendFault(404)) : undefined);
    await on.deliver();
    expect(sentCards(on)).toEqual(['post case', 'post case']);
    expect(on.posts.all).toHaveLength(1);
  });

  it('leave the card of another clock unchanged', async () => {
    const other = {
      ...breach(N),
      id: `${N}/other`,
      clock: 'interim-response#1',
    };
    const on = await staged(breach(N), other);
    await on.deliver();
    expect(sentCards(on)).toEqual(['post alert', 'post alert']);
    expect(on.posts.all).toHaveLength(2);
  });
});
