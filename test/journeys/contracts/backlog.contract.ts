import type { EngineUnderTest } from '../../storage/engine-under-test';
import { message, TENANT } from '../../support/activities';
import { aRequest, ApiClient } from '../../support/api-client';
import { OUTBOX } from '../../../src/notifications/outbox/outbox-item';
import type { OutboxItem } from '../../../src/notifications/outbox/outbox-item';
import type { Store } from '../../../src/storage/store';
import { last } from '../aviation-call';
import { textOf } from '../seen-card';
import { personId, startTown } from '../town';
import type { Standing, Town } from '../town';

// Tuesday 2026-10-06, 10:00 in New York.
const START = Date.parse('2026-10-06T14:00:00Z');
const DAY = 86_400_000;
const KEY = /ck-[0-9a-f]{16}-[0-9a-f]{64}/;
const SYSTEMS = ['depot', 'yard', 'dock', 'hangar', 'field'];
const CHANNEL = '19:l2-lm@thread.tacv2';
const COUNT = 60;
/** Of these the assignment is over before the channel is connected. */
const CLAIMED = 5;

const seen = ({ card }: Standing): string => textOf(card);
const titleOf = (standing: Standing): string => seen(standing).split('\n')[0] ?? '';

/** The same object with some members of another's. */
const withOther = <T extends object>(of: T, others: Partial<T>): T =>
  new Proxy(of, {
    get: (target, name) => {
      const member: unknown = Reflect.get(name in others ? others : target, name);
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });

/** An engine whose outbox takes no change of an item while the gate is shut; new items come in as ever. */
function gated(under: EngineUnderTest) {
  let gate = Promise.resolve();
  let open = (): void => undefined;
  const guarding = <Value>(store: Store<Value>): Store<Value> =>
    withOther(store, {
      replace: async (...given) => {
        await gate;
        return store.replace(...given);
      },
    });
  const engine: EngineUnderTest = {
    ...under,
    open: async () => {
      const opened = await under.open();
      return withOther(opened, {
        store: async (kind) => {
          const store = await opened.store(kind);
          return kind.name === OUTBOX.name ? guarding(store) : store;
        },
      });
    },
  };
  return {
    engine,
    shut: (): void => void (gate = new Promise<void>((resolve) => (open = resolve))),
    open: (): void => open(),
  };
}

let town: Town;
let outbox: Store<OutboxItem>;

/** So many requests of customers' systems for a group whose channel nobody connected. */
async function requested(): Promise<void> {
  for (const [turn, name] of SYSTEMS.entries()) {
    const [key = ''] = KEY.exec(seen(last(await town.say('901', `new api key ${name}`)))) ?? [];
    const client = new ApiClient(`http://127.0.0.1:${town.app.server.port}`, key);
    for (let index = turn; index < COUNT; index += SYSTEMS.length) {
      const pr = String(7_000_000_000 + index);
      const made = await client.submit(
        aRequest({ msc: 'land-and-maritime', pr, nsn: undefined, ipd: 2 + (index % 14) }),
      );
      if (made.status !== 201) throw new Error(`A request was answered ${made.status}`);
    }
  }
  await town.beat();
}

/** Says it in the channel or a chat, and answers once the bot has answered, whatever it does after that. */
async function answered(who: '603' | '901', line: string, where: string): Promise<void> {
  const conversation = where.startsWith('a:')
    ? { conversationType: 'personal', tenantId: TENANT, id: where }
    : { conversationType: 'channel', isGroup: true, tenantId: TENANT, id: where };
  const person = { id: `29:${who}`, aadObjectId: personId(who), name: `Person ${who}` };
  const response = await town.post(message(line, { serviceUrl: town.serviceUrl, person, conversation }));
  if (!response.ok) throw new Error(`“${line}” was answered ${response.status}`);
}

const parked = (): Promise<number> => outbox.count({ state: 'parked', addressKey: 'group:l2-lm' });

/** Notices by the hundred that had nowhere to go, and then do: over HTTP, on the engine that is given. */
export function backlogOf(name: string, under: EngineUnderTest): void {
  describe(`A backlog on ${name}`, () => {
    const gate = gated(under);
    beforeEach(async () => {
      town = await startTown(START, gate.engine);
      // By a second at each look the lease of so many would be over before they are sent.
      town.wallStep = 5;
      outbox = await town.engine.store(OUTBOX);
      await requested();
      town.now = START + 3 * DAY;
      await town.beat();
      for (let nth = 1; nth <= CLAIMED; nth += 1)
        await town.say('603', `assign CS000000${nth} to Land and Maritime Level 2 Agent`);
      await town.beat();
    });
    afterEach(async () => {
      gate.open();
      await town.end();
    });

    it('answers connect first, then sends digests, with missed ones first and nothing that is over (CK-11)', async () => {
      const before = await parked();
      expect(before).toBeGreaterThanOrEqual(2 * COUNT);
      gate.shut();
      await answered('603', 'connect L2-LM', CHANNEL);
      // Nothing has moved, and the answer is there.
      expect(await parked()).toBe(before);
      gate.open();
      await town.beat();
      for (let beats = 0; beats < 20 && (await parked()) > 0; beats += 1) {
        town.pass(60_000);
        await town.again();
      }
      const came = await town.standing(CHANNEL);
      const [answer, ...cards] = came.map(titleOf);
      expect(answer).toContain('Connected to Land and Maritime Customer Operations');
      expect(cards.length).toBeLessThan(8);
      expect(cards[0]).toMatch(/^⚠ Missed: \d+ timeframes/);
      expect(cards.at(-1)).toBe(`While Casekeeper wasn't connected here: ${COUNT - CLAIMED} notifications`);
      for (const standing of came.slice(1))
        for (let nth = 1; nth <= CLAIMED; nth += 1)
          expect(seen(standing)).not.toMatch(new RegExp(`CS000000${nth} · .*(?:Assignment|came)`));
      expect(await parked()).toBe(0);
      expect(await outbox.count({ state: 'dropped' })).toBeGreaterThanOrEqual(2 * CLAIMED);
      expect(town.faults).toEqual([]);
    }, 300_000);

    it('answers "undelivered send again" first, and sends the undelivered notifications as digests too (CK-11)', async () => {
      // Given up by hand: Teams would have to be away for days.
      await town.say('603', 'connect L2-LM', CHANNEL);
      for (let beats = 0; beats < 20 && (await parked()) > 0; beats += 1) {
        town.pass(60_000);
        await town.again();
      }
      const sent = await outbox.find({ where: { state: 'sent', addressKey: 'group:l2-lm' }, limit: 1_000 });
      expect(sent.length).toBeGreaterThan(COUNT);
      for (const { id, version, value } of sent)
        await outbox.replace(id, version, { ...value, state: 'dead', dueAt: START, why: 'too-long' });
      const before = new Set((await town.standing(CHANNEL)).map(({ activityId }) => activityId));
      gate.shut();
      await answered('901', 'undelivered send again', 'a:901');
      expect(await outbox.count({ state: 'dead', addressKey: 'group:l2-lm' })).toBe(sent.length);
      gate.open();
      expect(seen(last(await town.standing('a:901')))).toContain('being sent again');
      for (let beats = 0; beats < 20 && (await outbox.count({ state: 'dead' })) > 0; beats += 1) {
        town.pass(60_000);
        await town.again();
      }
      const cards = (await town.standing(CHANNEL)).filter(({ activityId }) => !before.has(activityId));
      expect(titleOf(cards[0] ?? last([]))).toMatch(/^⚠ Missed: \d+ timeframes/);
      expect(titleOf(last(cards))).toBe(`Not delivered before: ${COUNT - CLAIMED} notifications`);
      expect(cards.length).toBeLessThan(8);
      expect(town.faults).toEqual([]);
    }, 300_000);
  });
}
