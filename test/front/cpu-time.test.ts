import { postOf, startUnderFire } from './front-under-fire';
import type { FrontUnderFire } from './front-under-fire';
import { CASE_OF_AGENT, hostileBodies, ordinaryBody } from './hostile-bodies';
import type { HostileBody } from './hostile-bodies';

/** The goal, on a machine of today. Printed, not asserted: how fast the machine is decides no test. */
const GOAL_MS = 50;
/** So many ordinary turns' processor may a body take. A line that is read in quadratic time takes some hundreds. */
const MAX_TURNS = 25;
/** What takes more than so many is looked at twice: a body half as long has to take far less. */
const NOTABLE_TURNS = 4;
/** A body twice as long takes twice as long in linear time and four times in quadratic. */
const MAX_GROWTH = 3;
/** A body is sent until it took little, so often at the most: the first pays for the compiler, and any for the collector. */
const TRIES = 6;
const RENEWED_EVERY = 20;

let front: FrontUnderFire;
beforeAll(async () => {
  front = await startUnderFire();
}, 600_000);
afterAll(() => front.end());

let sent = 0;
/** The processor's time from a body's first byte to the end of the work after it, in milliseconds. */
async function timeOf({ activity }: HostileBody): Promise<number> {
  const [, number = ''] = front.target.cases;
  const text = JSON.stringify({ ...activity, id: `hostile-${(sent += 1)}` });
  const body = text.replaceAll(CASE_OF_AGENT, number);
  const before = process.cpuUsage();
  const { status } = await front.send(postOf(body));
  await front.settled();
  const { user, system } = process.cpuUsage(before);
  front.connector.calls.length = 0;
  expect([200, 400, 413]).toContain(status);
  return (user + system) / 1_000;
}

/** The least time of some tries, until one is no more than `enough`. */
async function leastOf(body: HostileBody, enough: number): Promise<number> {
  let least = Infinity;
  for (let tried = 0; tried < TRIES && least > enough; tried += 1)
    least = Math.min(least, await timeOf(body));
  return least;
}

const middleOf = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;

async function ordinaryTurn(times = 5): Promise<number> {
  const taken: number[] = [];
  for (let nth = 0; nth < times; nth += 1) taken.push(await timeOf(ordinaryBody(front.target)));
  return middleOf(taken);
}

/** What each body took, beside an ordinary turn of the same minute; `half` is a body half as long, where it was notable. */
interface Taken {
  readonly name: string;
  readonly ms: number;
  readonly ordinary: number;
  readonly half?: number;
}

/** The slowest: those that took most are sent again, since no more was tried once they took little enough. */
async function slowestOf(taken: readonly Taken[]): Promise<Pick<Taken, 'name' | 'ms'>> {
  const bodies = hostileBodies(front.target);
  const most = taken.toSorted((a, b) => b.ms - a.ms).slice(0, 10);
  const again: Pick<Taken, 'name' | 'ms'>[] = [];
  for (const { name, ms } of most) {
    const body = bodies.find((one) => one.name === name);
    if (body !== undefined) again.push({ name, ms: Math.min(ms, await leastOf(body, 0)) });
  }
  return again.toSorted((a, b) => b.ms - a.ms)[0] ?? { name: 'none', ms: Number.NaN };
}

const taken: Taken[] = [];
beforeAll(async () => {
  const halves = hostileBodies(front.target, 0.5);
  let ordinary = await ordinaryTurn(50);
  for (const [nth, body] of hostileBodies(front.target).entries()) {
    if (nth % RENEWED_EVERY === 0) {
      await front.renew();
      ordinary = await ordinaryTurn();
    }
    const enough = ordinary * NOTABLE_TURNS;
    const ms = await leastOf(body, enough);
    const half = halves[nth];
    const isNotable = ms > enough && half !== undefined;
    taken.push({ name: body.name, ms, ordinary, ...(isNotable ? { half: await leastOf(half, 0) } : {}) });
  }
  for (const { name, ms, ordinary, half } of taken.filter(({ half }) => half !== undefined))
    process.stderr.write(
      `${name}: ${ms.toFixed(1)} ms, half as long ${(half ?? 0).toFixed(1)} ms, an ordinary turn ${ordinary.toFixed(1)} ms\n`,
    );
  const { name, ms } = await slowestOf(taken);
  process.stderr.write(
    `${taken.length} hostile bodies; the slowest ${ms.toFixed(1)} ms (goal ≤ ${GOAL_MS}; ${name}), ` +
      `the median ${middleOf(taken.map(({ ms }) => ms)).toFixed(1)} ms, an ordinary turn ${middleOf(taken.map((one) => one.ordinary)).toFixed(1)} ms\n`,
  );
}, 1_800_000);

it(`The front takes less processor time for any hostile body than for ${MAX_TURNS} ordinary turns`, () => {
  expect(taken.filter(({ ms, ordinary }) => ms > MAX_TURNS * ordinary)).toEqual([]);
});

it(`The front takes at most ${MAX_GROWTH} times as long for a hostile body as for half of it`, () => {
  expect(taken.filter(({ ms, half = Infinity }) => ms > MAX_GROWTH * half)).toEqual([]);
});
