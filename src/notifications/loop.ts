import { backlogsOf, type Backlogs } from './backlog/backlogs';
import { createSignal } from '../runtime/signal';
import { settingBack } from './clock/set-back-notices';
import { deliverMail, noteKept } from './mail/deliver-mail';
import { MAIL_ADDRESS_KEY } from './outbox/outbox-item';
import { deliverDue } from './delivery/deliver';
import { relayOnce } from './relay';
import { periodicTask, timerSchedule, type Schedule } from '../runtime/periodic-task';
import type { DeliveryParts, MailParts } from './delivery/delivery-parts';
import type { UnreadableRecords } from '../storage/unreadable/unreadable-records';
import type { Tracker } from '../runtime/in-flight';
import { isTimed, type Kinds } from '../records/kinds';
import { earliest } from './outbox/process-outbox';
import { keepQuarantine, type QuarantineHooks } from './quarantine/keep-quarantine';
import { sweepOnce } from './sweep';

/** The alert loop of a process. What is `released` or sent again leaves after the next nudge. */
export interface Alerts extends Pick<Backlogs, 'released' | 'allAgain'> {
  /** A case changed: its notifications leave now, not at the timer's next tick. Cheap, and safe to call often. */
  nudge(): void;
  /** Ends the timers and waits for work in flight. */
  stop(): Promise<void>;
}

/**
 * Starts the alerts: now, and again at the next instant at which a case or a notification is due, `everyMs` after each run at
 * the latest. Sweep and relay run one after the other; delivery and email run beside them, so that a Teams or a mail
 * server that hangs delays no clock and not each other.
 */
export function startAlerts(
  parts: DeliveryParts &
    MailParts & {
      readonly everyMs: number;
      readonly schedule?: Schedule;
      /** What the stores could not read. */
      readonly unreadable: UnreadableRecords;
      readonly quarantineHooks?: QuarantineHooks;
      /** Counts each step while it runs. */
      readonly tracker?: Tracker;
      /** Finishes what a process that ended left half done, before notifications are looked for. */
      readonly finish?: () => Promise<void>;
    },
): Alerts {
  const { everyMs, log, outbox, mailbox, tracker, wall, context, schedule = timerSchedule } = parts;
  const { onSetBack = () => undefined } = parts;
  /** Answers what the work did; undefined if it failed. */
  const step = async <T>(name: string, stop: AbortSignal, work: () => Promise<T>): Promise<T | undefined> => {
    if (stop.aborted) return undefined;
    try {
      const working = work();
      return await (tracker?.track(name, working) ?? working);
    } catch (error) {
      log.error({ step: name, err: error }, 'A step in sending notifications failed; it will be tried again');
      return undefined;
    }
  };
  const msUntil = (instant: number | undefined, now: number): number | undefined =>
    instant === undefined ? undefined : instant - now;

  const wakeSignal = { notices: createSignal(), mails: createSignal() };
  const setBack = {
    notices: settingBack({ outbox, wall, onSetBack, what: 'notices' }),
    mails: settingBack({ outbox: mailbox, wall, onSetBack, what: 'mails' }),
  };
  const backlogs = backlogsOf(parts);
  const deliveries = periodicTask(
    async (stop) => {
      // Before anything of this process is under way: what it holds itself is not looked at.
      await step('clock', stop, setBack.notices);
      if ((await step('release', stop, () => backlogs.letGo())) === true) deliveries.nudge();
      await step('expire', stop, () => expire(parts));
      const nextAt = await step('deliver', stop, () => deliverDue(parts, stop, wakeSignal.notices));
      return msUntil(nextAt, wall.now());
    },
    everyMs,
    schedule,
  );
  // A mail server may have been named since the last process ended, or be named no more.
  let keptMet = false;
  const meetKept = async (stop: AbortSignal): Promise<void> => {
    if (keptMet) return;
    if (parts.mailer !== undefined) await parts.mailbox.release(MAIL_ADDRESS_KEY);
    else if (await noteKept(parts, stop)) clocks.nudge();
    keptMet = true;
  };
  const mails = periodicTask(
    async (stop) => {
      await step('clock', stop, setBack.mails);
      await step('release mail', stop, () => meetKept(stop));
      const nextAt = await step('mail', stop, async () => {
        const mailed = await deliverMail(parts, stop, wakeSignal.mails);
        // What became of a mail is shown and told as any other change is.
        if (mailed.told) clocks.nudge();
        return mailed.nextAt;
      });
      return msUntil(nextAt, wall.now());
    },
    everyMs,
    schedule,
  );
  const deliver = (): void => {
    wakeSignal.notices.raise();
    deliveries.nudge();
  };
  const clocks = periodicTask(
    async (stop) => {
      const sweptAt = context().now;
      await step('quarantine', stop, () => keepQuarantine(parts));
      await step('sweep', stop, () => sweepOnce(parts, stop));
      await step('finish', stop, () => parts.finish?.() ?? Promise.resolve());
      await step('relay', stop, () => relayOnce(parts));
      deliver();
      wakeSignal.mails.raise();
      mails.nudge();
      // By the business clock, which in the demo is the faster one: `everyMs` is then the sooner.
      return msUntil(await step('next', stop, () => nextDue(parts.kinds, sweptAt)), context().now);
    },
    everyMs,
    schedule,
  );

  parts.unreadable.whenMet(() => clocks.nudge());
  return {
    nudge: () => clocks.nudge(),
    released: (addressKey) => backlogs.released(addressKey),
    allAgain: () => backlogs.allAgain(),
    stop: async () => {
      await Promise.all([clocks.stop(), deliveries.stop(), mails.stop()]);
    },
  };
}

/** When the first record of any kind is due after the instant. */
async function nextDue({ all }: Kinds, after: number): Promise<number | undefined> {
  const moments = await Promise.all(all.filter(isTimed).map(({ records }) => records.nextDue(after)));
  return earliest(...moments);
}

const DAY_MS = 86_400_000;

/** Drops what stood among the parked and given up for longer than the policy says. */
async function expire({ outbox, mailbox, wall, context }: DeliveryParts & MailParts): Promise<void> {
  const before = wall.now() - context().policies.at(context().now).noticesExpireAfterDays * DAY_MS;
  await outbox.expire(before, ['parked', 'dead']);
  // Emails that are parked leave once the site names a mail server; of those that are dead the case says so.
  await mailbox.expire(before, ['dead']);
}
