import type { DomainContext } from '../../domain/kernel/domain-context';
import type { CaseRepository } from '../../ports/cases';
import type { AddressBook, PostRegister } from '../../ports/conversations';
import type { Log } from '../../ports/log';
import type { Mailer } from '../../ports/mail';
import type { NotificationRegister } from '../../ports/notification-settings';
import type { Sender } from '../../ports/sender';
import type { OnSetBack, TimeSource } from '../../ports/time-source';
import type { Kinds } from '../../records/kinds';
import type { Outbox } from '../outbox/outbox';
import type { Quarantine } from '../quarantine/quarantine';
import type { SendLimiter } from '../rate/send-limiter';

/** What delivery works with. */
export interface DeliveryParts {
  readonly outbox: Outbox;
  readonly quarantine: Quarantine;
  readonly kinds: Kinds;
  readonly posts: PostRegister;
  readonly notifications: Pick<NotificationRegister, 'of'>;
  readonly people: AddressBook;
  readonly sender: Sender;
  readonly limiter: SendLimiter;
  /** The wall clock, for leases and back-off; the business clock is the context's. */
  readonly wall: TimeSource;
  /** Told of what a clock that ran ahead had dated. */
  readonly onSetBack?: OnSetBack;
  readonly random: () => number;
  readonly log: Log;
  readonly context: () => DomainContext;
}

/** What the sending of emails works with. */
export interface MailParts extends Pick<DeliveryParts, 'wall' | 'random' | 'log' | 'context'> {
  readonly mailbox: Outbox;
  readonly cases: CaseRepository;
  /** Absent where the site has no mail server: mails are kept. */
  readonly mailer?: Mailer | undefined;
  /** The link by which the customer of a case answers how satisfied they are; absent without an address for the page. */
  readonly answerLink?: (caseNumber: string) => Promise<string>;
}
