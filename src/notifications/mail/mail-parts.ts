import type { World } from '../../domain/kernel/world';
import type { CaseRepository } from '../../ports/cases';
import type { Log } from '../../ports/log';
import type { TimeSource } from '../../ports/time-source';
import type { Mailer } from '../../ports/mail';
import type { Outbox } from '../outbox/outbox';

/** What the sending of e-mails works with. */
export interface MailParts {
  readonly mailbox: Outbox;
  readonly cases: CaseRepository;
  /** Absent where the site has no mail server: mails are kept. */
  readonly mailer?: Mailer;
  /** The wall clock, for leases and back-off. */
  readonly wall: TimeSource;
  readonly random: () => number;
  readonly log: Log;
  readonly world: () => World;
  /** The link by which the customer of a case answers how satisfied they are; absent without an address for the page. */
  readonly answerLink?: (caseNumber: string) => Promise<string>;
}
