import { siteKinds } from '../../src/app/site-kinds';
import { deliverDue } from '../../src/notifications/delivery/deliver';
import type { DeliveryParts } from '../../src/notifications/delivery/delivery-parts';
import { deadLetterService } from '../../src/notifications/dead-letter-service';
import { outboxOf } from '../../src/notifications/outbox/outbox';
import { OUTBOX } from '../../src/notifications/outbox/outbox-item';
import type { OutboxItem } from '../../src/notifications/outbox/outbox-item';
import { relayOnce } from '../../src/notifications/relay';
import { sendLimiter } from '../../src/notifications/rate/send-limiter';
import { SENDS } from '../../src/notifications/rate/send-history';
import type { SendHistory } from '../../src/notifications/rate/send-history';
import type { Sender } from '../../src/ports/sender';
import { openRepositories } from '../../src/storage/open-repositories';
import type { Engine, Store } from '../../src/storage/store';
import { stage, NO_LOOP } from '../notifications/stage';
import type { Stage } from '../notifications/stage';
import { seeded } from '../support/seeded';
import { virtualClock } from '../support/virtual-clock';
import { faultyTeams } from './faulty-teams';
import type { FaultyTeams } from './faulty-teams';
import { doomed } from './mortal';
import type { Life } from './mortal';
import { app, workload } from './workload';
import type { Workload } from './workload';

/** A process looks again when the next is due, and not sooner than this. */
const SOONEST_MS = 10;
/** The longest that a call is on its way to Teams, and its answer on its way back. */
const WAY_MS = 25;

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
  /** To the next instant at which something is due; false where nothing waits. */
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
  const { groups, met } = app();
  on.groups = groups;
  for (const [person, address] of met) on.met.set(person, address);
  const clock = virtualClock({ get: () => on.wallNow, set: (to) => (on.wallNow = to) });
  const standing = clock.standingFor(engine);
  const { cases, posts } = await openRepositories(standing);
  const kinds = siteKinds({ ...on.records, cases });
  const outbox = await standing.store(OUTBOX);
  const sends = await standing.store(SENDS);
  const teams = faultyTeams(clock, random, { down, calm });
  const work = workload(cases, random, { caseCount, start: on.wallNow, withArrivals });

  const instanceOn = (life: Life | undefined): DeliveryParts => {
    const boxStore = life === undefined ? outbox : doomed<Store<OutboxItem>>(outbox, life);
    const sendStore = life === undefined ? sends : doomed<Store<SendHistory>>(sends, life);
    // Calls are on their way side by side, each as long as it happens to be.
    const call = async <T>(arrive: () => Promise<T>): Promise<T> => {
      await clock.pass(random.below(WAY_MS));
      try {
        return await arrive();
      } finally {
        await clock.pass(random.below(WAY_MS));
      }
    };
    const sender = {
      post: (...given: Parameters<Sender['post']>) => call(() => teams.post(...given)),
      update: (...given: Parameters<Sender['update']>) => call(() => teams.update(...given)),
    };
    return {
      ...on.parts,
      kinds,
      posts,
      outbox: outboxOf(boxStore, clock),
      limiter: sendLimiter(clock, sendStore, clock.schedule),
      sender: life === undefined ? sender : doomed(sender, life),
      random: () => random.next(),
    };
  };
  const instances: { life: Life | undefined; parts: DeliveryParts }[] = [];
  const services = deadLetterService(outboxOf(outbox, clock), clock, NO_LOOP, on.parts.quarantine, kinds);

  return {
    on,
    teams,
    work,
    outbox,
    beat: async (lives) => {
      const steps = Promise.all(
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
      await clock.until(steps);
      // What was on its way when a process was killed arrives all the same.
      if (lives.some((life) => life?.isOver())) await clock.until(clock.pass(WAY_MS));
    },
    goOn: async () => {
      const [next] = await outbox.find({
        where: { state: 'waiting', dueAt: { from: 0 } },
        sort: { field: 'dueAt' },
        limit: 1,
      });
      if (next === undefined) return false;
      on.wallNow = Math.max(on.wallNow + SOONEST_MS, next.value.dueAt);
      return true;
    },
    // Each by itself: of all at once only what is still true is sent again, and here all has to arrive.
    sendAgain: async () => {
      let count = 0;
      for (const { id } of await services.standing(1_000)) if (await services.sendAgain(id)) count += 1;
      return count;
    },
    gone: () =>
      new Set(
        on.logged
          .filter(({ fields }) => fields['why'] === 'gone')
          .map(({ fields }) => String(fields['notice'])),
      ),
  };
}
