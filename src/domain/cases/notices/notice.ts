import type { ClockKey } from '../clocks/clock-key';
import type { PersonId } from '../../directory/directory';

/** What a notice is about; its card is made when it is sent, from the case as it is then. */
type NoticeSubject =
  /** A case came to a group: its card with Claim and Assign is posted. */
  | { readonly kind: 'arrival' }
  | { readonly kind: 'warning'; readonly clock: ClockKey; readonly dueAt: number }
  | { readonly kind: 'breach'; readonly clock: ClockKey; readonly dueAt: number }
  /** A breach that nobody cured or acknowledged, to who stands above the group (rule CK-11). */
  | { readonly kind: 'escalation'; readonly clock: ClockKey; readonly dueAt: number }
  /** Level 3 referred the case back: for visibility and training (rule L3-2). `entry` is the index in the timeline. */
  | { readonly kind: 'referred-back'; readonly entry: number }
  /** Level 2 recalled the case: the Level 3 group's channel reads it (rule L3-2). */
  | { readonly kind: 'recalled'; readonly entry: number }
  /** Level 2 asks both groups' supervisors, since Level 3 missed its time (rule L3-3). */
  | { readonly kind: 'supervisors-asked'; readonly entry: number }
  /** A closing that waits for a Level 2 supervisor (rule CL-5). `entry` is the index in the timeline. */
  | { readonly kind: 'approval'; readonly entry: number }
  /** The assignee left the group that holds the case: its gatekeepers find another (rule AC-7). */
  | { readonly kind: 'assignee-left'; readonly entry: number }
  /** A person is told of an entry that concerns them. */
  | { readonly kind: 'told'; readonly entry: number }
  /** A conversation is gone, so that a notice of the case could not be delivered there: the supervisors hear of it. */
  | { readonly kind: 'undelivered'; readonly lost: Exclude<NoticeAddress, { kind: 'posts' }> }
  /**
   * To the program office: a record is in quarantine, under a reference that stands in the log. Without a record it is the
   * case, whose alerts cannot be worked out, as earlier versions said it.
   */
  | {
      readonly kind: 'set-aside';
      readonly reference: string;
      readonly record?: { readonly kind: string; readonly id: string; readonly why: 'unreadable' | 'clocks' };
    }
  /** The case changed: every card of it that stands somewhere is brought up to date. */
  | { readonly kind: 'refresh'; readonly entry: number }
  /** The e-mail of an entry goes to the customer. */
  | { readonly kind: 'mail'; readonly entry: number };

/** Where a notice goes. `posts` are the places where the case's cards stand already. */
export type NoticeAddress =
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'person'; readonly person: PersonId }
  | { readonly kind: 'posts' }
  /** The customer, by e-mail: the address stands in the entry. */
  | { readonly kind: 'customer' };

/**
 * One outgoing message. Its id is made of what it is about (case, clock, stage, due time, addressee), so that none
 * is made twice.
 */
export interface Notice {
  readonly id: string;
  readonly caseNumber: string;
  readonly subject: NoticeSubject;
  readonly to: NoticeAddress;
  /** Whom it mentions, by id. */
  readonly mentions: readonly PersonId[];
  /** Epoch milliseconds of the change that made it, in the case's time. */
  readonly madeAt: number;
}
