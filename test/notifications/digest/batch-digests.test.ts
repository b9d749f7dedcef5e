import { deliverDue } from '../../../src/notifications/delivery/deliver';
import { relayOnce } from '../../../src/notifications/relay';
import { OUTBOX } from '../../../src/notifications/outbox/outbox-item';
import { SENT_KEPT_MS } from '../../../src/notifications/outbox/outbox';
import { MAX_WAIT_MS, QUIET_MS } from '../../../src/domain/notifications/gathering';
import type { Notification } from '../../../src/domain/kernel/notification';
import { SendFault } from '../../../src/ports/sender';
import { arrival, breach, NOON } from '../notices';
import { AVIATION, CHANNEL, changeFor, sentCards, stage, UNBOUND } from '../stage';
import type { Stage } from '../stage';

const numberOf = (index: number): string => `CS${String(index).padStart(7, '0')}`;
const toSam = (number: string): Notification => ({
  ...breach(number),
  id: `${number}/assignment#1/breach/sam`,
  to: { kind: 'person', person: 'sam' },
  mentions: [],
});

/** A stage on which so many cases are missed, their notices in the outbox. */
async function missed(
  count: number,
  of: (number: string) => readonly Notification[] = (n) => [breach(n)],
): Promise<Stage> {
  const on = stage();
  await add(on, 1, count, of);
  await relayOnce(on.parts);
  return on;
}
async function add(
  on: Stage,
  from: number,
  count: number,
  of: (number: string) => readonly Notification[] = (n) => [breach(n)],
): Promise<void> {
  for (let index = from; index < from + count; index++)
    await on.parts.cases.insert(changeFor(numberOf(index), 0, of(numberOf(index))));
}
const countOf = async (on: Stage, state: string): Promise<number> => on.store.count({ state });
const digests = (on: Stage): number[] =>
  on.sent.flatMap(({ card }) =>
    card.card === 'digest' ? [card.digest.missed + card.digest.near + card.digest.done] : [],
  );

describe('Many breaches at once', () => {
  it('leave as one card for the channel and one for the supervisor, with everyone mentioned once (CK-11)', async () => {
    const on = await missed(300, (number) => [breach(number), toSam(number)]);
    on.met.set('sam', { conversationId: 'a:sam', serviceUrl: 'http://127.0.0.1:9/', kind: 'personal' });
    await on.deliver();
    expect(on.sent.map(({ to, card }) => `${card.card} to ${to}`)).toEqual([
      `digest to ${CHANNEL.conversationId}`,
      'digest to a:sam',
    ]);
    expect(digests(on)).toEqual([300, 300]);
    expect(on.sent.map(({ card }) => card.card === 'digest' && card.digest.mentions)).toEqual([
      ['gina', 'sam'],
      [],
    ]);
    expect(await countOf(on, 'sent')).toBe(600);
    const { value } = (await on.store.get(breach(numberOf(300)).id)) ?? {};
    expect(value?.activity).toBe('activity-1');
  });

  it("are sent one by one below the policy's number (CK-11)", async () => {
    const on = await missed(4);
    await on.deliver();
    expect(sentCards(on)).toEqual(Array<string>(4).fill('post alert'));
  });

  it('are counted by case, so many from one case are sent one by one', async () => {
    const clocks = ['assignment#1', 'assignment#2', 'interim-response#1', 'recurring-status#1'] as const;
    const on = await missed(2, (number) =>
      clocks.map((clock) => ({
        ...breach(number),
        id: `${number}/${clock}`,
        subject: { kind: 'breach', clock, dueAt: NOON },
      })),
    );
    on.wallNow += 60_000;
    await on.deliver();
    expect(digests(on)).toEqual([]);
  });

  it('leave as one card even for a thousand or more cases', async () => {
    const on = await missed(1_200);
    await on.deliver();
    expect(digests(on)).toEqual([1_200]);
  });

  it('wait until the sweep has found them all, so none leaves alone first (CK-11)', async () => {
    const on = await missed(2);
    await add(on, 3, 5);
    await on.deliver();
    expect(on.sent).toEqual([]);
    await relayOnce(on.parts);
    await on.deliver();
    expect(digests(on)).toEqual([7]);
  });

  it('are checked again within half a second by themselves while they wait for each other', async () => {
    const on = await missed(2);
    await on.parts.cases.insert({ ...changeFor(numberOf(9)), nextDueAt: NOON });
    const looks = [];
    for (let nextAt: number | undefined = on.wallNow; nextAt !== undefined;) {
      looks.push(nextAt - NOON);
      on.wallNow = nextAt;
      nextAt = await deliverDue(on.parts);
    }
    expect(looks[1]! - looks[0]!).toBe(500);
    expect(looks.at(-1)! - looks[0]!).toBe(QUIET_MS);
    expect(on.sent).toHaveLength(2);
  });

  it('wait only a short time for a case that stays due', async () => {
    const on = await missed(2);
    await on.parts.cases.insert({ ...changeFor(numberOf(9)), nextDueAt: NOON });
    await on.deliver();
    expect(on.sent).toEqual([]);
    on.wallNow += QUIET_MS;
    await on.deliver();
    expect(sentCards(on)).toEqual(['post alert', 'post alert']);
  });

  it('wait no longer than a minute while more keep coming', async () => {
    const on = await missed(6);
    await on.parts.cases.insert({ ...changeFor(numberOf(90)), nextDueAt: NOON });
    on.wallNow += MAX_WAIT_MS;
    await add(on, 7, 1);
    await relayOnce(on.parts);
    await on.deliver();
    expect(digests(on)).toEqual([7]);
  });

  it('overtake no earlier notification of their case, and nothing overtakes them', async () => {
    const on = await missed(6, (number) =>
      number === numberOf(3) ? [arrival(number), breach(number)] : [breach(number)],
    );
    await on.deliver();
    expect(sentCards(on)).toEqual(['post digest', 'post case', 'post alert']);
    expect(digests(on)).toEqual([5]);
  });

  it('reach no one until the channel is connected, and then arrive together', async () => {
    const on = await missed(6);
    on.groups = [UNBOUND];
    await on.deliver();
    expect(await countOf(on, 'parked')).toBe(6);
    on.groups = [AVIATION];
    await on.outbox.release('group:avn-l2');
    await on.deliver();
    expect(digests(on)).toEqual([6]);
  });

  it('are each remembered, so that handing one over again sends nothing (CK-11)', async () => {
    const on = await missed(6);
    await on.deliver();
    for (let index = 1; index <= 6; index++) await on.outbox.put(breach(numberOf(index)), 0);
    await on.deliver();
    expect(digests(on)).toEqual([6]);
    on.wallNow += SENT_KEPT_MS;
    await on.deliver();
    expect(await on.states()).toEqual([]);
  });

  it('are shared by two instances, of which one sends the digest', async () => {
    const on = await missed(40);
    await Promise.all([on.deliver(), deliverDue(on.parts), deliverDue(on.parts)]);
    expect(digests(on)).toEqual([40]);
  });
});

describe('A digest at fault', () => {
  it('is tried again as a whole after its back-off, with the breaches that came meanwhile', async () => {
    const on = await missed(6);
    on.teams = () => Promise.reject(new SendFault(502));
    await on.deliver();
    await add(on, 7, 2);
    await relayOnce(on.parts);
    on.teams = () => undefined;
    await on.deliver();
    expect(on.sent).toEqual([]);
    on.wallNow += 2_000;
    await on.deliver();
    expect(digests(on)).toEqual([8]);
  });

  it("is given up on, with each of its notifications, after the policy's hours", async () => {
    const on = await missed(6);
    on.teams = () => Promise.reject(new SendFault(502));
    await on.deliver();
    on.wallNow += 73 * 3_600_000;
    await on.deliver();
    expect(await countOf(on, 'dead')).toBe(6);
  });

  it('for a channel that is gone notifies the supervisors once, and keeps each notification for the program office', async () => {
    const on = await missed(6);
    on.met.set('sam', { conversationId: 'a:sam', serviceUrl: 'http://127.0.0.1:9/', kind: 'personal' });
    on.teams = (to) => (to === 'a:sam' ? undefined : Promise.reject(new SendFault(404)));
    await on.deliver();
    expect(await countOf(on, 'dead')).toBe(6);
    expect(on.sent.map(({ to }) => to)).toEqual(['a:sam']);
  });

  it("leaves as single cards if it can't be drawn", async () => {
    const on = await missed(6);
    const post = on.parts.sender.post.bind(on.parts.sender);
    const sender = {
      ...on.parts.sender,
      post: (...given: Parameters<typeof post>) =>
        given[1].card === 'digest' ? Promise.reject(new TypeError('a defect')) : post(...given),
    };
    await deliverDue({ ...on.parts, sender });
    expect(sentCards(on)).toEqual(Array<string>(6).fill('post alert'));
  });

  it('is not sent again if the process died after the send was recorded and before every notification was marked', async () => {
    const on = await missed(6);
    let marks = 0;
    const finish = on.outbox.finish.bind(on.outbox);
    const outbox = {
      ...on.outbox,
      finish: (...given: Parameters<typeof finish>) =>
        (marks += 1) > 1 ? new Promise<void>(() => undefined) : finish(...given),
    };
    void deliverDue({ ...on.parts, outbox }); // killed here: five are not marked
    for (let i = 0; i < 2_000; i++) await Promise.resolve();
    expect(await countOf(on, 'sent')).toBe(1);
    on.wallNow += 120_000;
    await on.deliver();
    expect(digests(on)).toEqual([6]);
    expect(await countOf(on, 'sent')).toBe(6);
  });

  it("is sent again, once its lease is over, if the process died before Teams' answer was recorded", async () => {
    const on = await missed(6);
    const outbox = { ...on.outbox, finish: () => new Promise<void>(() => undefined) };
    void deliverDue({ ...on.parts, outbox });
    for (let i = 0; i < 2_000; i++) await Promise.resolve();
    await on.deliver();
    expect(digests(on)).toEqual([6]);
    on.wallNow += 120_000;
    await on.deliver();
    expect(digests(on)).toEqual([6, 6]);
  });
});

it('The index that finds the notifications of a bundle is declared', () => {
  expect(OUTBOX.indexes.map(({ fields }) => fields)).toContainEqual(['bundle', 'state', 'order']);
});
