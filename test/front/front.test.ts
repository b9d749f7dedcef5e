import { projectCase } from '../../src/domain/cases/project-case';
import { textOf } from '../journeys/seen-card';
import { message } from '../support/activities';
import { brokenIn } from '../support/inert-card';
import { seeded, settable } from '../support/seeded';
import { postOf, startUnderFire } from './front-under-fire';
import type { Answer, FrontUnderFire } from './front-under-fire';
import { hostileRequest } from './hostile-requests';

const ROUNDS = settable('FRONT_ROUNDS', 2_000);
const SEED = settable('SEED', 20_261_006);
const LANES = 8;
const RENEWED_EVERY = 250;
/** What a leak of a kilobyte a request would exceed three times over. */
const MAX_GROWTH = 24 * 1024 * 1024;

/** Words that stand in no answer of the house: stacks, paths, the store's and the parsers' own. */
const INNER =
  /\bat \S+ \(|node_modules|[\\/](?:src|dist)[\\/]|\.[jt]s:\d|SQLITE|libsql|Mongo|ZodError|Invalid input|expected string|TypeError|RangeError|Cannot read|is not a function|ECONN|Unexpected token|\[object Object\]/u;

let front: FrontUnderFire;
/** What was wrong with answers and cards, and by how many bytes the heap grew after the first fifth. */
let fired: { readonly against: readonly string[]; readonly grown: number };
beforeAll(
  async () => {
    front = await startUnderFire();
    fired = await fire();
  },
  60_000 + ROUNDS * 30,
);
afterAll(() => front.end());

const people = (): ReadonlySet<string> =>
  new Set(front.repositories.directories.current().people.map(({ name }) => name));

/** What is wrong with an answer. */
function faultsOf(
  { status, text }: Answer,
  isLookedInto: boolean,
  known: ReadonlySet<string>,
): readonly string[] {
  const inner = INNER.exec(text)?.[0];
  const body = isLookedInto && text !== '' ? (JSON.parse(text) as { value?: unknown }) : {};
  const card = typeof body.value === 'object' && body.value !== null ? body.value : {};
  return [
    ...(status >= 500 && status !== 501 ? [`answered ${status}`] : []),
    ...(inner === undefined ? [] : [`says “${inner}”`]),
    ...(/Something went wrong, reference [2-9A-Z]{4}/u.test(text) ? ['a command failed'] : []),
    ...brokenIn(card, known),
  ];
}

/** What is wrong with what the connector was sent, which is then forgotten. */
function faultsSent(known: ReadonlySet<string>): readonly string[] {
  const sent = front.connector.calls.splice(0);
  return sent.flatMap(({ body }, index) => {
    const inner = INNER.exec(JSON.stringify(body))?.[0];
    const card = (body?.attachments?.[0]?.content ?? {}) as object;
    return [
      ...(inner === undefined ? [] : [`a message says “${inner}”`]),
      ...(index % 20 === 0 ? brokenIn(card, known) : []),
    ];
  });
}

const heap = (): number | undefined => {
  if (globalThis.gc === undefined) return undefined;
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

/** Fires the requests of all rounds. */
async function fire(): Promise<typeof fired> {
  const against: string[] = [];
  const known = people();
  const settledHeap = async (): Promise<number> => {
    await front.settled();
    front.connector.calls.length = 0;
    return heap() ?? 0;
  };
  let next = 0;
  const lane = async (until: number): Promise<void> => {
    while (next < until && against.length < 20) {
      const round = next++;
      if (round % RENEWED_EVERY === 0) {
        await front.renew();
        against.push(...faultsSent(known));
      }
      const hostile = hostileRequest(SEED, round, front.target);
      const answer = await front.send(hostile);
      const wrong = faultsOf(answer, round % 20 === 0, known);
      against.push(...wrong.map((words) => `round ${round} ${words}: ${hostile.body.slice(0, 600)}`));
    }
  };
  const keyedQueue = (until: number) => Promise.all(Array.from({ length: LANES }, () => lane(until)));

  await keyedQueue(ROUNDS / 5);
  const early = await settledHeap();
  await keyedQueue(ROUNDS);
  const late = await settledHeap();
  against.push(...faultsSent(known));
  return { against, grown: late - early };
}

it(`The front survives ${ROUNDS} malformed and hostile requests from seed ${SEED} without revealing, breaking, or storing anything`, () => {
  // The log says what the answers rightly do not.
  expect({ against: fired.against, errors: front.errors }).toEqual({ against: [], errors: [] });
  expect(fired.grown).toBeLessThan(MAX_GROWTH);
});

it('The hostile requests are the same for the same seed, and differ from round to round', () => {
  const of = (seed: number) =>
    Array.from({ length: 50 }, (_, round) => JSON.stringify(hostileRequest(seed, round, front.target)));
  expect(of(SEED).join() === of(SEED).join()).toBe(true);
  expect(new Set(of(SEED)).size).toBeGreaterThan(45);
  expect(of(SEED).join() === of(SEED + 1).join()).toBe(false);
  const chance = seeded(SEED);
  expect(new Set(Array.from({ length: 1_000 }, () => chance.below(10))).size).toBe(10);
});

it('The front leaves true records: each case is what its timeline says, and each entry is by someone in the directory (RE-1)', async () => {
  const { cases, directories } = front.repositories;
  let seen = 0;
  let entries = 0;
  for await (const one of cases.changedSince(0)) {
    const kept = (await cases.get(one.number))?.state;
    expect(projectCase(one.number, one.timeline)).toEqual(kept);
    for (const { by, at } of one.timeline) {
      expect([
        directories.current().person(by) !== undefined,
        by === 'casekeeper',
        by === 'system:depot',
      ]).toContain(true);
      expect(at).toBe(one.timeline[0]?.at);
    }
    seen += 1;
    entries += one.timeline.length;
  }
  expect(seen).toBeGreaterThanOrEqual((ROUNDS / RENEWED_EVERY) * 6);
  // Hostile or not, many of the forms were in order and did what they say.
  expect(entries).toBeGreaterThan(seen * 1.2);
});

it("The front still works a case with its agent's input", async () => {
  await front.renew();
  const [, number = ''] = front.target.cases;
  const agent = '00000000-0000-4000-8000-000000000201';
  const person = { id: `29:${agent}`, aadObjectId: agent, name: 'Agent' };
  const conversation = { conversationType: 'personal', id: 'a:afterwards' };
  const origin = { serviceUrl: front.connector.serviceUrl, person, conversation };
  const line = message(`note ${number} Stock on hand checked: none.`, origin);
  const answer = await front.send(postOf(JSON.stringify(line)));
  expect(answer.status).toBe(200);
  const said = front.connector.calls.filter(({ conversationId }) => conversationId === 'a:afterwards');
  expect(textOf(said.at(-1)?.body.attachments[0].content)).toContain('Your note was added.');
  expect((await front.repositories.cases.get(number))?.state.timeline.at(-1)).toMatchObject({
    kind: 'noted',
    text: 'Stock on hand checked: none.',
    by: agent,
  });
});
