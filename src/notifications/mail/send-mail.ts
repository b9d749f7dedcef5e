import { createHash } from 'node:crypto';
import type { Case } from '../../domain/cases/case';
import { caseType } from '../../domain/cases/case-type';
import {
  deliveryOutcomeOf,
  wasResent,
  isCustomerMessage,
  customerEmailOf,
} from '../../domain/cases/messages/customer-email';
import type { CustomerEmail } from '../../domain/cases/messages/customer-email';
import type { CaseEvent } from '../../domain/cases/timeline';
import { withLink } from '../../domain/cases/satisfaction/ask';
import { trainingMail } from '../../domain/kernel/training';
import { CASEKEEPER } from '../../domain/kernel/entry';
import { MailFault, type Mailer } from '../../ports/mail';
import { always, changeRecord } from '../../records/change-record';
import { backOffMs } from '../../runtime/back-off';
import type { MailParts } from '../delivery/delivery-parts';
import type { OutboxRecord } from '../outbox/outbox';
import { aboutOf, type OutboxItem } from '../outbox/outbox-item';

const HOUR_MS = 3_600_000;

/** Numbers begin again in another database, so that the key is made of the activity that brought the mail too. */
const keyOf = (number: string, { entry, cause }: CustomerEmail): string => {
  const mark = createHash('sha256').update(`${number}/${entry}/${cause}`).digest('hex').slice(0, 16);
  return `${number}.${entry}.${mark}`.toLowerCase();
};

/**
 * Hands a claimed email to the mail server and writes its outcome into the case. Answers whether it did; what
 * can be tried again is postponed. Faults of the store throw.
 */
export async function sendMail(parts: MailParts, mailer: Mailer, record: OutboxRecord): Promise<boolean> {
  const { mailbox, cases, log } = parts;
  const { notice: notification, accepted } = record.value;
  const number = aboutOf(record.value);
  const saved = await cases.get(number);
  const entry = entryOf(notification);
  const letter = saved && entry !== undefined ? customerEmailOf(saved.state, entry) : undefined;
  if (saved === undefined || letter === undefined) {
    log.error({ notice: record.id }, 'The case or entry of an email was not found');
    await deadLetter(parts, record);
    return false;
  }
  const fate = deliveryOutcomeOf(saved.state, letter.entry);
  const isUnsent = fate === undefined || fate.kind === 'mail-not-sent';
  // What its writer gave again in the meantime does not go a second time.
  if (!isUnsent || (accepted !== true && wasResent(saved.state, letter.entry))) {
    await mailbox.finish(record);
    return false;
  }
  if (accepted === true) return conclude(parts, record, letter, { kind: 'mail-sent', of: letter.entry });
  const { to, subject: line, at } = letter;
  const link = letter.needsLink ? await parts.answerLink?.(number) : undefined;
  if (letter.needsLink && link === undefined) {
    // The site no longer names the address of its pages: kept, as mails are without a mail server.
    await mailbox.move(record, { state: 'parked' });
    return false;
  }
  const text = link === undefined ? letter.text : withLink(letter.text, link);
  try {
    const automatic = letter.automatic === true;
    const mail = { key: keyOf(number, letter), to, subject: line, text, at, automatic };
    await mailer.send(parts.context().environment === 'training' ? trainingMail(mail) : mail);
  } catch (fault) {
    return afterFault(parts, record, letter, fault);
  }
  // Kept first, so that a case that cannot be written has the customer not written to again and again.
  const kept = await mailbox.move(record, { accepted: true });
  return conclude(parts, kept ?? record, letter, { kind: 'mail-sent', of: letter.entry });
}

/**
 * Writes into the case of an email that it is not sent, as the site has no mail server: until there is one it does not
 * count (rule CK-1). Said once; a question that no rule counts is not said. Answers whether it was. Faults throw.
 */
export async function noteNotSent(parts: MailParts, { id, value }: OutboxRecord): Promise<boolean> {
  const number = aboutOf(value);
  const entry = entryOf(value.notice);
  const saved = await parts.cases.get(number);
  if (saved === undefined || entry === undefined || !isCustomerMessage(saved.state.timeline[entry]))
    return false;
  const letter = customerEmailOf(saved.state, entry);
  const { accepted = false } = value;
  const isOver = deliveryOutcomeOf(saved.state, entry) !== undefined || wasResent(saved.state, entry);
  if (letter === undefined || accepted || isOver) return false;
  await write(parts, number, { kind: 'mail-not-sent', of: entry }, `mail-not-sent:${id}:${letter.cause}`);
  return true;
}

/** Index of the entry that is the email; undefined if the notification is none. */
const entryOf = (notification: OutboxItem['notice']): number | undefined =>
  notification.topic === 'mail' ? notification.entry : undefined;

/** Writes the outcome of the email into the case, then takes it out of the mailbox. */
async function conclude(
  parts: MailParts,
  record: OutboxRecord,
  letter: CustomerEmail,
  fate: Extract<CaseEvent, { kind: 'mail-sent' | 'mail-refused' }>,
): Promise<boolean> {
  await write(parts, aboutOf(record.value), fate, `mail:${record.id}:${letter.cause}`);
  if (fate.kind === 'mail-sent') await parts.mailbox.finish(record);
  else await deadLetter(parts, record);
  return true;
}

async function write(
  { cases, context }: MailParts,
  number: string,
  fate: CaseEvent,
  cause: string,
): Promise<void> {
  const now = context();
  const act = { by: CASEKEEPER, at: now.now, cause };
  const kept = { type: caseType, records: cases };
  const { kind } = await changeRecord(
    kept,
    number,
    act,
    always<Case, CaseEvent>(() => [fate]),
    now,
  );
  if (kind === 'refused' || kind === 'exists')
    throw new Error(`The outcome of an email of ${number} could not be saved: ${kind}`);
}

async function afterFault(
  parts: MailParts,
  record: OutboxRecord,
  letter: CustomerEmail,
  fault: unknown,
): Promise<boolean> {
  const { mailbox, wall, random, log, context } = parts;
  const { attempts, since } = record.value;
  const fields = { notice: record.id, attempts, err: fault };
  const said = fault instanceof MailFault && fault.said !== undefined ? { said: fault.said } : {};
  if (fault instanceof MailFault && fault.why === 'refused') {
    log.warn(fields, 'An email was rejected by the mail server');
    const fate = { kind: 'mail-refused', of: letter.entry, why: 'refused', ...said } as const;
    return conclude(parts, record, letter, fate);
  }
  const now = wall.now();
  if (now - since > context().policies.at(context().now).giveUpAfterHours * HOUR_MS) {
    log.error(fields, 'An email is undelivered: it could not be sent for too long');
    const fate = { kind: 'mail-refused', of: letter.entry, why: 'given-up', ...said } as const;
    return conclude(parts, record, letter, fate);
  }
  await mailbox.move(record, { dueAt: now + backOffMs(attempts, random) });
  log.warn(fields, 'An email could not be sent; it will be tried again');
  return false;
}

async function deadLetter({ mailbox, wall }: MailParts, record: OutboxRecord): Promise<void> {
  await mailbox.move(record, { state: 'dead', dueAt: wall.now() });
  await mailbox.wakeNext(record.value);
}
