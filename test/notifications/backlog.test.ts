import { SendFault } from '../../src/ports/sender';
import { backlogsOf } from '../../src/notifications/backlog/backlogs';
import { releaseBacklog } from '../../src/notifications/backlog/release-backlog';
import { outboxOf } from '../../src/notifications/outbox/outbox';
import { groupAddressKey } from '../../src/notifications/outbox/outbox-item';
import { relayOnce } from '../../src/notifications/relay';
import type { Notification } from '../../src/domain/kernel/notification';
import { projectCase } from '../../src/domain/cases/project-case';
import type { Entry, CaseEvent } from '../../src/domain/cases/timeline';
import { arrival, breach, NOON } from './notices';
import { AVIATION, opened, stage, UNBOUND } from './stage';
import type { Stage } from './stage';

const DAY = 86_400_000;
const KEY = groupAddressKey('AVN-L2');
const numberOf = (index: number): string => `CS${String(index).padStart(7, '0')}`;
const entry = (event: CaseEvent, at: number): Entry => ({ ...event, at, by: 'ann', cause: `c${at}` });
const openedAs = (number: string): Entry => ({ ...entry(opened, NOON - 10 * DAY), cause: `open ${number}` });

/** A stage on which the channel is not connected, and so many cases wait to be told of, some of them missed. */
async function parked(
  count: number,
  noticesOf: (number: string, index: number) => readonly Notification[],
  then: (index: number) => readonly Entry[] = () => [],
): Promise<Stage> {
  const on = stage();
  on.groups = [UNBOUND];
  for (let index = 1; index <= count; index++) {
    const number = numberOf(index);
    const timeline = [openedAs(number), ...then(index)];
    await on.parts.cases.insert({
      id: number,
      state: projectCase(number, timeline),
      notifications: noticesOf(number, index),
    });
  }
  await relayOnce(on.parts);
  await on.deliver();
  expect(on.sent).toEqual([]);
  on.groups = [AVIATION];
  return on;
}

/** Lets the backlog go as the loop does. Answers how often it took a part. */
async function release(on: Stage): Promise<number> {
  for (let parts = 1; parts < 20; parts++) {
    if ((await releaseBacklog(on.parts, KEY)) === 'done') return parts;
    await on.deliver();
    on.wallNow += 1_100;
  }
  throw new Error('The backlog does not end');
}
const cards = (on: Stage) => on.sent.map(({ card }) => card.card);

it('A backlog is sent as digests with missed clocks first, and no case gets its own card (CK-11)', async () => {
  const on = await parked(60, (number, index) =>
    index <= 30 ? [arrival(number), breach(number)] : [arrival(number)],
  );
  await release(on);
  expect(cards(on)).toEqual(['digest', 'list']);
  const [missed, rest] = on.sent;
  expect(missed?.card.card === 'digest' && missed.card.digest.missed).toBe(30);
  expect(rest?.card).toMatchObject({ title: "While Casekeeper wasn't connected here: 60 notifications" });
  expect(await on.store.count({ state: 'parked' })).toBe(0);
  expect(await on.store.count({ state: 'sent' })).toBe(90);
});

it('A backlog drops what is no longer true: a clock that was met, or a case that is closed, elsewhere, or assigned', async () => {
  const claimed = entry({ kind: 'assigned', to: 'ann', how: 'claimed' }, NOON);
  const moved = entry({ kind: 'reassigned', group: 'LND-L2', level: 2, why: 'theirs' }, NOON);
  const on = await parked(
    4,
    (number) => [arrival(number), breach(number)],
    (index) => [[], [claimed], [moved], [claimed]][index - 1] ?? [],
  );
  await release(on);
  const told = on.sent.map(({ card }) => ('case' in card ? `${card.card} ${card.case.number}` : card.card));
  expect(told).toEqual(['alert CS0000001', 'case CS0000001']);
  expect(await on.store.count({ state: 'dropped' })).toBe(6);
});

it('A short backlog is sent as single cards with working buttons', async () => {
  const on = await parked(2, (number) => [arrival(number)]);
  await release(on);
  expect(cards(on)).toEqual(['case', 'case']);
});

it('A process that ends in the middle of a backlog loses nothing: what it had not sent is still parked', async () => {
  const on = await parked(40, (number) => [arrival(number), breach(number)]);
  let moves = 0;
  const failing = {
    ...on.parts,
    outbox: {
      ...on.outbox,
      letGo: (...given: Parameters<typeof on.outbox.letGo>) =>
        ++moves > 25 ? Promise.reject(new Error('killed')) : on.outbox.letGo(...given),
    },
  };
  await expect(releaseBacklog(failing, KEY)).rejects.toThrow('killed');
  await release(on);
  expect(await on.store.count({ state: 'sent' })).toBe(80);
  const counted = on.sent.flatMap(({ card }) => (card.card === 'digest' ? [card.digest.missed] : []));
  expect(counted.reduce((one, other) => one + other, 0)).toBe(40);
});

it("An undelivered notification that no one sends again expires after the policy's time, and is counted", async () => {
  const dropped: string[] = [];
  const on = await parked(3, (number) => [arrival(number)]);
  const box = outboxOf(on.store, on.parts.wall, (why) => void dropped.push(why));
  const [first] = await box.standing(1);
  await box.revive(first!.id);
  await box.move((await box.get(first!.id))!, { state: 'dead', dueAt: NOON + DAY });
  await box.expire(NOON + 1, ['parked', 'dead']);
  expect(dropped).toEqual(['expired', 'expired']);
  expect((await box.standing(10)).map(({ id }) => id)).toEqual([first!.id]);
  on.wallNow = NOON + 2 * DAY;
  await box.forgetSent();
  expect(await on.store.count({ state: 'dropped' })).toBe(0);
});

/** So many cases whose arrival and missed assignment could not be delivered for too long. */
async function givenUp(count: number): Promise<Stage> {
  const on = await parked(count, (number) => [arrival(number), breach(number)]);
  for (const record of await on.outbox.standing(1_000))
    await on.outbox.move(record, { state: 'dead', dueAt: on.wallNow, why: 'too-long' });
  return on;
}

it('Undelivered notifications that are sent again leave as digests too, missed first, without what is over', async () => {
  const on = await givenUp(30);
  const claimed = entry({ kind: 'assigned', to: 'ann', how: 'claimed' }, NOON);
  const { version } = (await on.parts.cases.get(numberOf(30)))!;
  await on.parts.cases.save(version, {
    id: numberOf(30),
    state: projectCase(numberOf(30), [openedAs(numberOf(30)), claimed]),
    notifications: [],
  });
  const backlogs = backlogsOf(on.parts);
  backlogs.allAgain();
  expect(on.sent).toEqual([]);
  for (let beats = 0; beats < 10; beats++) {
    await backlogs.letGo();
    await on.deliver();
    on.wallNow += 1_100;
  }
  expect(cards(on)).toEqual(['digest', 'list']);
  const [missed, rest] = on.sent;
  expect(missed?.card.card === 'digest' && missed.card.digest.missed).toBe(29);
  expect(rest?.card).toMatchObject({ title: 'Not delivered before: 29 notifications' });
  expect(await on.store.count({ state: 'dropped' })).toBe(2);
});

it('A notification that fails again while all are sent again stays until someone asks again', async () => {
  const on = await givenUp(2);
  const backlogs = backlogsOf(on.parts);
  backlogs.allAgain();
  on.teams = () => Promise.reject(new SendFault(404));
  for (let beats = 0; beats < 10; beats++) {
    on.wallNow += 1_100;
    await backlogs.letGo();
    await on.deliver();
  }
  const gone = on.logged
    .filter(({ fields }) => fields['why'] === 'gone')
    .map(({ fields }) => fields['notice']);
  expect(new Set(gone).size).toBe(gone.length);
  expect(gone).toHaveLength(4);
});

it('A notification about a quarantined record is sent even if its case is closed', async () => {
  const closed = entry(
    { kind: 'closed', resolution: 'answered', why: 'Done.' } as unknown as CaseEvent,
    NOON,
  );
  const on = await parked(
    1,
    () => [],
    () => [closed],
  );
  const word: Notification = {
    id: 'quarantine/7F3K/group',
    about: { kind: 'quarantine', id: numberOf(1) },
    topic: 'clocks',
    detail: { reference: '7F3K', kind: 'case', id: numberOf(1) },
    to: { kind: 'group', group: 'AVN-L2' },
    mentions: [],
    madeAt: NOON,
  };
  on.groups = [UNBOUND];
  await on.outbox.put(word, 0);
  await on.deliver();
  on.groups = [AVIATION];
  await release(on);
  expect(on.sent).toMatchObject([
    { card: { card: 'message', title: `Alerts for ${numberOf(1)} are on hold` } },
  ]);
});
