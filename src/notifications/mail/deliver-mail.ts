import type { Signal } from '../../runtime/signal';
import type { MailParts } from '../delivery/delivery-parts';
import type { OutboxRecord } from '../outbox/outbox';
import { noteNotSent, sendMail } from './send-mail';
import { claim, goesFirst, processOutbox } from '../outbox/process-outbox';

/** Emails are few, and mail servers prefer few connections. */
const SIDE_BY_SIDE = 2;

/** The outcome of a run. */
interface Mailed {
  /** Whether a case now shows the outcome of an email. */
  readonly told: boolean;
  /** The wall-clock instant of the next that will be due, as far as it is known. */
  readonly nextAt: number | undefined;
}

/**
 * Sends the emails that are due; those of one case in their order. Without a mail server they are kept until there is
 * one, and their cases say so.
 */
export async function deliverMail(
  parts: MailParts,
  signal?: AbortSignal,
  wakeSignal?: Signal,
): Promise<Mailed> {
  const { mailbox: outbox, wall } = parts;
  let told = false;
  const work = async (record: OutboxRecord): Promise<void> => {
    if (await deliverOne(parts, record)) told = true;
  };
  const withSignal = wakeSignal === undefined ? {} : { wakeSignal };
  const nextAt = await processOutbox({ outbox, wall, sideBySide: SIDE_BY_SIDE, work, ...withSignal }, signal);
  return { told, nextAt };
}

/** Processes one email; never throws, so that one bad email stops no other. */
async function deliverOne(parts: MailParts, record: OutboxRecord): Promise<boolean> {
  const { mailbox, mailer, wall, log } = parts;
  try {
    if (!(await goesFirst(mailbox, record, wall))) return false;
    if (mailer === undefined) {
      const noted = await noteNotSent(parts, record);
      await mailbox.move(record, { state: 'parked', noted: true });
      return noted;
    }
    const claimed = await claim(mailbox, record, wall);
    return claimed !== undefined && (await sendMail(parts, mailer, claimed));
  } catch (error) {
    log.error({ notice: record.id, err: error }, 'An email could not be processed; it will be tried again');
    return false;
  }
}

/**
 * Writes into the cases of emails that are kept without a mail server that they are not sent, where an earlier version
 * kept them without a word of it. Answers whether a case was told; one at fault is logged, stops no other, and is met again
 * at the next start.
 */
export async function noteKept(parts: MailParts, signal?: AbortSignal): Promise<boolean> {
  const { mailbox, log } = parts;
  let told = false;
  for await (const page of mailbox.standingIn('parked')) {
    for (const record of page) {
      if (signal?.aborted === true) return told;
      if (record.value.noted === true) continue;
      try {
        if (await noteNotSent(parts, record)) told = true;
        await mailbox.move(record, { noted: true });
      } catch (error) {
        log.error(
          { notice: record.id, err: error },
          'An email could not be processed; it will be tried again',
        );
      }
    }
  }
  return told;
}
