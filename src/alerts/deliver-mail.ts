import type { Bell } from './bell';
import type { MailParts } from './mail-parts';
import type { OutboxRecord } from './outbox';
import { sendMail } from './send-mail';
import { claim, goesFirst, workThrough } from './work-through';

/** Mails are few and a mail server likes few connections. */
const SIDE_BY_SIDE = 2;

/** What came of a run. */
interface Mailed {
  /** Whether a case now says what became of a mail. */
  readonly told: boolean;
  /** The wall-clock instant of the next that will be due, as far as it is known. */
  readonly nextAt: number | undefined;
}

/**
 * Sends the e-mails that are due; those of one case in their order. Without a mail server they are kept until there is
 * one.
 */
export async function deliverMail(parts: MailParts, signal?: AbortSignal, stirred?: Bell): Promise<Mailed> {
  const { mailbox: outbox, wall } = parts;
  let told = false;
  const work = async (record: OutboxRecord): Promise<void> => {
    if (await deliverOne(parts, record)) told = true;
  };
  const bell = stirred === undefined ? {} : { stirred };
  const nextAt = await workThrough({ outbox, wall, sideBySide: SIDE_BY_SIDE, work, ...bell }, signal);
  return { told, nextAt };
}

/** Takes one mail a step further; never throws, so that one bad mail stops no other. */
async function deliverOne(parts: MailParts, record: OutboxRecord): Promise<boolean> {
  const { mailbox, mailer, wall, log } = parts;
  try {
    if (!(await goesFirst(mailbox, record, wall))) return false;
    if (mailer === undefined) {
      await mailbox.move(record, { state: 'parked' });
      return false;
    }
    const claimed = await claim(mailbox, record, wall);
    return claimed !== undefined && (await sendMail(parts, mailer, claimed));
  } catch (error) {
    log.error({ notice: record.id, err: error }, 'An e-mail could not be worked on; it is tried again');
    return false;
  }
}
