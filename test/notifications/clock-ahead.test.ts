import { settingBack } from '../../src/notifications/clock/set-back-notices';
import { sendLimiter } from '../../src/notifications/rate/send-limiter';
import { SENDS } from '../../src/notifications/rate/send-history';
import type { SendHistory } from '../../src/notifications/rate/send-history';
import { waitsStill } from '../../src/notifications/quarantine/put-in-quarantine';
import { claim } from '../../src/notifications/outbox/process-outbox';
import { timeLimit } from '../../src/ports/time-source';
import type { OnSetBack } from '../../src/ports/time-source';
import { SendFault } from '../../src/ports/sender';
import type { Store } from '../../src/storage/store';
import { memoryStore } from '../support/memory/memory-store';
import { virtualClock } from '../support/virtual-clock';
import { relayOnce } from '../../src/notifications/relay';
import { arrival as arrivalOf, breach, N, NOON } from './notices';
import { changeFor, stage } from './stage';
import type { Stage } from './stage';

const arrival = arrivalOf(N);
const SECOND = 1_000;
const DAY = 86_400_000;
/** How far the clock ran ahead: less than any wait, more than the longest, and far. */
const AHEAD = [10 * SECOND, 1_800 * SECOND, DAY, 366 * DAY];

describe.each(AHEAD)('The send limiter after a clock that ran %d ms ahead', (aheadMs) => {
  let now: number;
  let store: Store<SendHistory>;
  let told: string[];
  const time = { now: () => now };
  const clock = virtualClock({ get: time.now, set: (to) => (now = to) });
  const onSetBack: OnSetBack = (what, count) => void told.push(`${what} ${String(count)}`);
  const limiter = () => sendLimiter(time, store, clock.schedule, onSetBack);
  beforeEach(() => {
    now = NOON;
    store = memoryStore(SENDS);
    told = [];
  });

  it.each(['the same process', 'another process'])('lets %s send again at once', async (which) => {
    const before = limiter();
    now += aheadMs;
    for (let i = 0; i < 6; i++) {
      expect(await clock.until(before.take('a'))).toBeUndefined();
      now += 2 * SECOND;
    }
    now = NOON + 12 * SECOND;
    const after = which === 'the same process' ? before : limiter();
    expect(await clock.until(after.take('a'))).toBeUndefined();
    expect(now - (NOON + 12 * SECOND)).toBeLessThanOrEqual(2 * SECOND);
    expect(told).toEqual(['sends 1', 'sends 1']);
  });

  it("keeps Teams' rates across what was sent while the clock was ahead", async () => {
    const before = limiter();
    now += aheadMs;
    for (let i = 0; i < 7; i++) await before.take('a');
    now = NOON + 500;
    expect(await clock.until(limiter().take('a'))).toBe(NOON + 500 + 1_030);
  });

  it('stays silent for as long as Teams asked', async () => {
    const before = limiter();
    now += aheadMs;
    await before.hold('a', now + 30 * SECOND);
    now = NOON;
    expect(before.freeAt('a')).toBe(NOON + 30 * SECOND);
  });

  it('makes no one wait because of earlier instants it gave out', async () => {
    const before = limiter();
    for (let i = 0; i < 7; i++) await before.take('a');
    now += aheadMs;
    for (let i = 0; i < 20; i++) before.later('a');
    now = NOON;
    expect(before.later('a')).toBeLessThanOrEqual(NOON + 2_030);
  });

  it('releases a send that waits for its instant when the clock is set back', async () => {
    const timers: (() => void)[] = [];
    const process = sendLimiter(time, store, (_ms, run) => {
      timers.push(run);
      return () => undefined;
    });
    now += aheadMs;
    for (let i = 0; i < 30; i++) await process.take(`conversation ${i}`);
    const waiting = process.take('one more');
    for (let beats = 0; beats < 20; beats++) {
      await new Promise((resolve) => setImmediate(resolve));
      now = beats === 0 ? NOON : now + 100;
      for (const run of timers.splice(0)) run();
    }
    expect(await waiting).toBeUndefined();
    expect(now - NOON).toBeLessThanOrEqual(2 * SECOND);
  });
});

it("The send limiter counts the silence from now for a record that doesn't say when it began", async () => {
  const store = memoryStore(SENDS);
  await store.insert('to:a', { latest: [], before: [], heldUntil: NOON + DAY });
  const limiter = sendLimiter({ now: () => NOON }, store);
  expect(await limiter.take('a')).toBeUndefined();
});

describe.each(AHEAD)('The outbox after a clock that ran %d ms ahead', (aheadMs) => {
  let on: Stage;
  let told: string[];
  let setBack: () => Promise<void>;
  beforeEach(() => {
    on = stage();
    told = [];
    const { outbox, wall } = on.parts;
    const onSetBack: OnSetBack = (what, count) => void told.push(`${what} ${String(count)}`);
    setBack = settingBack({ outbox, wall, onSetBack, what: 'notices' });
  });
  const due = async () => (await on.outbox.due(10)).map(({ id }) => id);
  const got = async () => (await on.outbox.get(arrival.id))!;

  it('sends at once what came in the meantime, and gives up on it no later', async () => {
    on.wallNow += aheadMs;
    await on.outbox.put(arrival, 0);
    on.wallNow = NOON + 10;
    expect(await due()).toEqual([]);
    await setBack();
    expect(await due()).toEqual([arrival.id]);
    expect((await got()).value).toMatchObject({ dueAt: NOON + 10, since: NOON + 10 });
    expect(told).toEqual(['notices 1']);
    await setBack();
    expect(told).toHaveLength(1);
  });

  it('leaves a lease to its holder for as long as it was taken', async () => {
    await on.outbox.put(arrival, 0);
    on.wallNow += aheadMs;
    const claimed = (await claim(on.outbox, await got(), on.parts.wall))!;
    on.wallNow = NOON;
    await setBack();
    on.wallNow += 59 * SECOND;
    await setBack();
    expect((await got()).version).toBe(claimed.version);
    on.wallNow += SECOND;
    await setBack();
    expect(await due()).toEqual([arrival.id]);
  });

  it('keeps the wait after a failed attempt', async () => {
    await on.outbox.put(arrival, 0);
    on.wallNow += aheadMs;
    await on.outbox.move(await got(), { dueAt: on.wallNow + 4 * SECOND, attempts: 2 });
    on.wallNow = NOON;
    await setBack();
    expect(await due()).toEqual([]);
    on.wallNow += 4 * SECOND;
    await setBack();
    expect(await due()).toEqual([arrival.id]);
  });

  it("checks the reader's settings again for what was held for later", async () => {
    await on.outbox.put(arrival, 0);
    on.wallNow += aheadMs;
    await on.outbox.hold(await got(), on.wallNow + 3_600 * SECOND, 'daily person:ann');
    on.wallNow = NOON;
    await setBack();
    expect((await got()).value).toMatchObject({ state: 'waiting', dueAt: NOON });
    expect((await got()).value.bundle).not.toBe('daily person:ann');
  });

  it('leaves what waits by a correct clock unchanged', async () => {
    await on.outbox.put(arrival, 0);
    const held = await on.outbox.move(await got(), { dueAt: NOON + 3_600 * SECOND });
    await setBack();
    expect((await got()).version).toBe(held?.version);
    expect(told).toEqual([]);
  });
});

it('The outbox sets back what was stored before it recorded when a time was set', async () => {
  const on = stage();
  await on.store.insert(arrival.id, {
    notice: arrival,
    addressKey: 'group:avn-l2',
    order: 1,
    state: 'waiting',
    dueAt: NOON + DAY,
    attempts: 0,
    since: NOON + DAY,
  });
  const { outbox, wall } = on.parts;
  await settingBack({ outbox, wall, onSetBack: () => undefined, what: 'notices' })();
  expect((await outbox.due(1)).map(({ id }) => id)).toEqual([arrival.id]);
});

it('A digest that Teams refused while the clock was ahead blocks nothing once the clock is right', async () => {
  const on = stage();
  for (let index = 1; index <= 30; index++) {
    const number = `CS${String(index).padStart(7, '0')}`;
    await on.parts.cases.insert(changeFor(number, 0, [breach(number)]));
  }
  on.wallNow += DAY;
  await relayOnce(on.parts);
  on.teams = () => Promise.reject(new SendFault(502));
  await on.deliver();
  on.teams = () => undefined;
  on.wallNow = NOON + 10 * SECOND;
  const { outbox, wall } = on.parts;
  const setBack = settingBack({ outbox, wall, onSetBack: () => undefined, what: 'notices' });
  for (let i = 0; i < 8; i++) {
    await setBack();
    await on.deliver();
    on.wallNow += SECOND;
  }
  expect(on.sent.map(({ card }) => card.card)).toEqual(['digest']);
});

it('A case quarantined by a clock that ran ahead is tried again', () => {
  const aside = { number: N, reference: '7F3K', since: NOON, tries: 2, told: true };
  expect(waitsStill({ ...aside, tryAt: NOON + 120 * SECOND }, NOON)).toBe(true);
  expect(waitsStill({ ...aside, tryAt: NOON + DAY }, NOON)).toBe(false);
});

it('A time limit ends when the clock is set back', () => {
  let now = NOON + DAY;
  const isInTime = timeLimit({ now: () => now }, 2 * SECOND);
  expect(isInTime()).toBe(true);
  now = NOON;
  expect(isInTime()).toBe(false);
});
