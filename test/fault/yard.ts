import { deliverDue } from '../../src/alerts/deliver';
import type { DeliveryParts } from '../../src/alerts/delivery-parts';
import { noticeDesk } from '../../src/alerts/notice-desk';
import { outboxOf } from '../../src/alerts/outbox';
import { OUTBOX } from '../../src/alerts/outbox-item';
import type { OutboxItem } from '../../src/alerts/outbox-item';
import { relayOnce } from '../../src/alerts/relay';
import { sendLimiter } from '../../src/alerts/send-limiter';
import { SENDS } from '../../src/alerts/sends-of-late';
import type { SendsOfLate } from '../../src/alerts/sends-of-late';
import type { Sender } from '../../src/ports';
import { openRepositories } from '../../src/storage/open-repositories';
import type { Engine, Store } from '../../src/storage/store';
import { stage } from '../alerts/stage';
import type { Stage } from '../alerts/stage';
import { seeded } from '../support/seeded';
import { faultyTeams } from './faulty-teams';
import type { FaultyTeams } from './faulty-teams';
import { doomed } from './mortal';
import type { Life } from './mortal';
import { house, workload } from './workload';
import type { Workload } from './workload';

/** How often a process looks for what is due, as in production. */
const BEAT_MS = 1_000;

interface YardOptions {
  readonly seed: number;
  readonly caseCount: number;
  readonly withArrivals?: boolean;
  readonly down?: ReadonlySet<string>;
  readonly calm?: boolean;
}

/** The real relay, outbox, limiter and delivery on a real store; Teams and time are held by the test. */
export interface Yard {
  readonly on: Stage;
  readonly teams: FaultyTeams;
  readonly work: Workload;
  readonly outbox: Store<OutboxItem>;
  /** One beat of as many instances; those of them that have a life may end in it. */
  beat(lives: readonly (Life | undefined)[]): Promise<void>;
  /** To the next instant at which something is due, a beat at least; false where nothing waits. */
  goOn(): Promise<boolean>;
  /** Has sent again what was given up. Answers how many. */
  sendAgain(): Promise<number>;
  /** Ids of notices that were set aside because their conversation was said to be gone. */
  gone(): ReadonlySet<string>;
}

export async function yardOn(engine: Engine, options: YardOptions): Promise<Yard> {
  const { seed, caseCount, withArrivals = true, down = new Set(), calm = false } = options;
  const random = seeded(seed);
  const on = stage();
  const { groups, met } = house();
  on.groups = groups;
  for (const [person, address] of met) on.met.set(person, address);
  const { cases, posts } = await openRepositories(engine);
  const outbox = await engine.store(OUTBOX);
  const sends = await engine.store(SENDS);
  // Each call takes a while, so that not all is sent at one instant.
  const clock = { now: () => on.wallNow };
  const teams = faultyTeams(clock, random, { down, calm });
  const work = workload(cases, random, { caseCount, start: on.wallNow, withArrivals });

  const instanceOn = (life: Life | undefined): DeliveryParts => {
    const boxStore = life === undefined ? outbox : doomed<Store<OutboxItem>>(outbox, life);
    const sendStore = life === undefined ? sends : doomed<Store<SendsOfLate>>(sends, life);
    const call = <T>(result: Promise<T>): Promise<T> => {
      on.wallNow += random.below(25);
      return result;
    };
    const sender = {
      post: (...given: Parameters<Sender['post']>) => call(teams.post(...given)),
      update: (...given: Parameters<Sender['update']>) => call(teams.update(...given)),
    };
    return {
      ...on.parts,
      cases,
      posts,
      outbox: outboxOf(boxStore, clock),
      limiter: sendLimiter(clock, sendStore),
      sender: life === undefined ? sender : doomed(sender, life),
      random: () => random.next(),
    };
  };
  const instances: { life: Life | undefined; parts: DeliveryParts }[] = [];
  const desk = noticeDesk(outboxOf(outbox, clock), clock, () => undefined, on.parts.aside);

  return {
    on,
    teams,
    work,
    outbox,
    beat: async (lives) => {
      await Promise.all(
        lives.map(async (life, index) => {
          // Whoever died is another process in its place, which knows nothing.
          if (instances[index] === undefined || instances[index].life !== life)
            instances[index] = { life, parts: instanceOn(life) };
          const { parts } = instances[index];
          const mailbox = parts.outbox;
          const step = async (): Promise<void> => {
            await relayOnce({ ...parts, mailbox });
            await deliverDue(parts);
          };
          await (life === undefined ? step() : Promise.race([step(), life.ended]));
        }),
      );
    },
    goOn: async () => {
      const [next] = await outbox.find({
        where: { state: 'waiting', dueAt: { from: 0 } },
        sort: { field: 'dueAt' },
        limit: 1,
      });
      if (next === undefined) return false;
      on.wallNow = Math.max(on.wallNow + BEAT_MS, next.value.dueAt);
      return true;
    },
    sendAgain: () => desk.sendAllAgain(),
    gone: () =>
      new Set(
        on.logged
          .filter(({ fields }) => fields['why'] === 'gone')
          .map(({ fields }) => String(fields['notice'])),
      ),
  };
}
