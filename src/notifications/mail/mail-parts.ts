import type { CaseRepository } from '../../ports/cases';
import type { Mailer } from '../../ports/mail';
import type { DeliveryParts } from '../delivery/delivery-parts';
import type { Outbox } from '../outbox/outbox';

/** What the sending of e-mails works with. */
export interface MailParts extends Pick<DeliveryParts, 'wall' | 'random' | 'log' | 'world'> {
  readonly mailbox: Outbox;
  readonly cases: CaseRepository;
  /** Absent where the site has no mail server: mails are kept. */
  readonly mailer?: Mailer;
  /** The link by which the customer of a case answers how satisfied they are; absent without an address for the page. */
  readonly answerLink?: (caseNumber: string) => Promise<string>;
}
