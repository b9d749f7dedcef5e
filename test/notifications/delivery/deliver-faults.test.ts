import { backlogsOf } from '../../../src/notifications/backlog/backlogs';
import { relayOnce } from '../../../src/notifications/relay';
import { SendFault } from '../../../src/ports/sender';
import { N, arrival, breach, told } from '../notices';
import { CHANNEL, changeFor, deskOf, sentCards, stage, staged } from '../stage';

const HOUR = 3_600_000;

describe('Delivery, when Teams or a notification is at fault,', () => {
  it('waits as long as Teams asks with a 429, and keeps the whole conversation silent meanwhile', async () => {
    const on = await staged(arrival(N));
    on.teams = () => Promise.reject(new SendFault(429, 30_000));
    await on.deliver();
    on.teams = () => undefined;
    await on.parts.cases.insert(changeFor('CS0000002', 0, [arrival('CS0000002')]));
    await relayOnce(on.parts);
    on.wallNow += 29_999;
    await on.deliver();
    expect(on.sent).toEqual([]);
    on.wallNow += 1_000;
    await on.deliver();
    expect(on.sent).toHaveLength(2);
  });

  it.each([429, 503, 'timeout', 'network'] as const)(
    'waits longer after each %s, doubling up to five minutes, and finally sends once',
    async (status) => {
      const on = await staged(arrival(N));
      on.teams = () => Promise.reject(new SendFault(status));
      const waits: number[] = [];
      for (let i = 0; i < 9; i++) {
        await on.deliver();
        const { dueAt } = (await on.store.get(arrival(N).id))!.value;
        waits.push(dueAt - on.wallNow);
        on.wallNow = dueAt;
      }
      expect(waits).toEqual([1_500, 3_000, 6_000, 12_000, 24_000, 48_000, 96_000, 192_000, 225_000]);
      on.teams = () => undefined;
      await on.deliver();
      await on.deliver();
      expect(on.sent).toHaveLength(1);
    },
  );

  it("gives up on a notification after the policy's hours, names it in the log, and keeps it as undelivered", async () => {
    const on = await staged(arrival(N));
    on.teams = () => Promise.reject(new SendFault(500));
    on.wallNow += 72 * HOUR;
    await on.deliver();
    expect(await on.states()).toEqual([`${arrival(N).id} waiting`]);
    on.wallNow += 5 * 60_000;
    await on.deliver();
    expect(await on.states()).toEqual([`${arrival(N).id} dead`]);
    expect(on.logged.at(-1)).toMatchObject({ level: 'error', fields: { notice: arrival(N).id } });
  });

  it("does not try again if the conversation is gone, and releases the case's next notification", async () => {
    const on = await staged(arrival(N), breach(N));
    let calls = 0;
    on.teams = () => (++calls === 1 ? Promise.reject(new SendFault(404)) : undefined);
    await on.deliver();
    expect(await on.states()).toEqual([
      `${N}/undelivered/group:AVN-L2/sam parked`,
      `${breach(N).id} sent`,
      `${arrival(N).id} dead`,
    ]);
  });

  it('is not blocked by a notification that no card can be made of', async () => {
    const bad = { ...told(N, 'ann'), to: { kind: 'group' as const, group: 'AVN-L2' } };
    const on = await staged(bad, breach(N));
    await on.parts.cases.insert(changeFor('CS0000002', 0, [arrival('CS0000002')]));
    await relayOnce(on.parts);
    await on.deliver();
    expect(sentCards(on).sort()).toEqual(['post alert', 'post case']);
    expect(await on.states()).toContain(`${bad.id} dead`);
    const line = on.logged.find(({ fields }) => fields['notice'] === bad.id);
    expect(line).toMatchObject({ level: 'error', fields: { why: 'no-card' } });
    const [standing] = await deskOf(on).standing(10);
    expect(standing).toMatchObject({ id: bad.id, why: 'no-card', reference: line?.fields['reference'] });
  });

  it("dead-letters a card that can't be drawn at once, and sends the case's next notification", async () => {
    const on = await staged(arrival(N), breach(N));
    let calls = 0;
    on.teams = () => {
      if (++calls === 1) throw new TypeError('the presenter fell over');
    };
    await on.deliver();
    expect(await on.states()).toEqual([`${breach(N).id} sent`, `${arrival(N).id} dead`]);
  });

  it('does not mistake a store fault for a defect in the card', async () => {
    const on = await staged(arrival(N));
    on.posts.put = () => Promise.reject(new Error('the store is away'));
    await on.deliver();
    expect(await on.states()).toEqual([`${arrival(N).id} waiting`]);
  });

  it("notifies a group's supervisors in person, once a case, that its channel is gone", async () => {
    const on = await staged(arrival(N), breach(N));
    on.met.set('sam', { conversationId: 'a:sam', serviceUrl: 'http://127.0.0.1:9/', kind: 'personal' });
    on.teams = (to) => (to === CHANNEL.conversationId ? Promise.reject(new SendFault(403)) : undefined);
    await on.deliver();
    expect(on.sent.map(({ to }) => to)).toEqual(['a:sam']);
    expect(on.sent[0]?.card).toMatchObject({
      card: 'message',
      title: `${N}: a notification wasn't delivered`,
      text: expect.stringContaining('Aviation Level 2') as string,
    });
  });

  it("notifies the supervisors of the group that holds the case when a person can't be reached", async () => {
    const on = await staged(told(N, 'ann'));
    for (const who of ['ann', 'sam'])
      on.met.set(who, { conversationId: `a:${who}`, serviceUrl: 'http://127.0.0.1:9/', kind: 'personal' });
    on.teams = (to) => (to === 'a:ann' ? Promise.reject(new SendFault(403)) : undefined);
    await on.deliver();
    expect(on.sent.map(({ to }) => to)).toEqual(['a:sam']);
  });

  it("notifies no one that a supervisor couldn't be notified, so that the chain ends", async () => {
    const on = await staged(arrival(N));
    on.met.set('sam', { conversationId: 'a:sam', serviceUrl: 'http://127.0.0.1:9/', kind: 'personal' });
    on.teams = () => Promise.reject(new SendFault(404));
    await on.deliver();
    expect((await on.states()).map((line) => line.split(' ')[1])).toEqual(['dead', 'dead']);
  });

  it('sends again what was undelivered or parked, one or all, with the oldest first in the list', async () => {
    const on = await staged(arrival(N));
    on.teams = () => Promise.reject(new SendFault(404));
    await on.deliver();
    on.wallNow += HOUR;
    await on.outbox.put(told(N, 'nobody-met'), 0);
    await on.deliver();
    let nudges = 0;
    const backlogs = backlogsOf(on.parts);
    const changed = (): void => void (nudges += 1);
    const allAgain = (): void => backlogs.allAgain();
    const services = deskOf(on, { changed, allAgain });
    const listed = await services.standing(10);
    expect(listed.map(({ says, state, waitedMs }) => [says, state, waitedMs])).toEqual([
      ['New case in the group', 'dead', HOUR],
      ['Undelivered notification', 'parked', HOUR],
      ['Case notification', 'parked', 0],
    ]);
    on.teams = () => undefined;
    expect(await services.sendAgain(arrival(N).id)).toBe(true);
    expect(await services.sendAgain(arrival(N).id)).toBe(false);
    await on.deliver();
    expect(sentCards(on)).toEqual(['post case']);
    expect(await services.sendAllAgain()).toBe(2);
    expect(nudges).toBe(2);
    // Nobody to whom they go has met the bot: they stay where they are.
    const before = await services.standing(10);
    await backlogs.letGo();
    await on.deliver();
    expect(before.map(({ says }) => says).sort()).toEqual(['Case notification', 'Undelivered notification']);
    expect(await services.standing(10)).toEqual(before);
  });

  it("dead-letters a notification whose case doesn't exist", async () => {
    const on = stage();
    await on.outbox.put(arrival(N), 0);
    await on.deliver();
    expect(await on.states()).toEqual([`${arrival(N).id} dead`]);
  });

  it.each([
    ['was sent at last', () => undefined],
    ['is given up', () => Promise.reject(new SendFault(404))],
  ])("releases the case's next notification as soon as the one before it %s", async (_how, answer) => {
    const on = await staged(arrival(N), breach(N));
    on.teams = () => Promise.reject(new SendFault(502));
    await on.deliver();
    const { dueAt } = (await on.store.get(arrival(N).id))!.value;
    let calls = 0;
    on.teams = () => (++calls === 1 ? answer() : undefined);
    on.wallNow = dueAt;
    await on.deliver();
    expect(sentCards(on)).toContain('post alert');
  });
});
