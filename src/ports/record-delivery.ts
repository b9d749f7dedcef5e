import { type CardValue, type ListRow, type Button } from '../cards/shared/card-value';
import type { PersonId } from '../domain/directory/directory';
import type { Notification } from '../domain/kernel/notification';
import type { Subject } from '../cards/shared/subject';
import type { DomainContext } from '../domain/kernel/domain-context';
import type { Lateness } from '../domain/notifications/lateness';
import type { NotificationKind } from '../domain/notifications/notification-kinds';
import type { PostView } from './conversations';

/** When a card is made. */
export interface DrawnAt {
  readonly context: DomainContext;
  /** How late the notification is, if it is (rule CK-11). */
  readonly late?: Lateness | undefined;
  /** How long it has been tried, milliseconds of the wall clock. */
  readonly triedMs: number;
}

/**
 * The card of a notification; `skip` if nobody needs it any more, `missing` if its record was not found, or
 * after how many milliseconds to look again.
 */
export type CardOrNot = CardValue | 'skip' | 'missing' | { readonly againInMs: number };

/** A row of a digest. Rows that wait for the reader come first, then those of clocks, then the rest in their order. */
export interface DigestRow {
  readonly row: ListRow;
  readonly isNeeded?: boolean;
  /** Of rows with the same key, the last replaces the first. */
  readonly key?: string;
}

/** What to type to see everything that the rows of a kind are about, with its button. */
export interface DigestList {
  readonly typed: string;
  readonly button?: Button;
}

/**
 * How the notifications of a kind of record are delivered: the cards, and what decides whether and to whom they go. One is
 * registered for each kind; outbox, digests, dead letters and the list of notifications know no kind.
 */
export interface RecordDelivery<State> {
  /** What the list of notifications calls each topic. */
  readonly topics: Readonly<Record<string, string>>;
  /** From the record as it is now, not as it was when the notification was made. Throws if none can be made: a defect. */
  readonly card: (notification: Notification, state: State, at: DrawnAt) => CardOrNot | Promise<CardOrNot>;
  /** The setting of its reader that applies; undefined for what always comes at once. `state` is undefined if it was not needed. */
  readonly preference: (
    notification: Notification,
    reader: PersonId,
    state: () => Promise<State | undefined>,
  ) => NotificationKind | undefined | Promise<NotificationKind | undefined>;
  /** Whether a notification that waited or is sent again is still true; true if this is absent. */
  readonly isStillTrue?: (notification: Notification, state: State, context: DomainContext) => boolean;
  /** Whether it no longer concerns its reader (rules AC-3, AC-7). */
  readonly isForFormer?: (
    notification: Notification,
    person: PersonId,
    state: State,
    context: DomainContext,
  ) => boolean;
  /** The one card of many notifications of a bundle. */
  readonly bundleCard?: (
    bundle: string,
    notifications: readonly { readonly notification: Notification; readonly state: State }[],
    to: Notification['to'],
    context: DomainContext,
  ) => CardValue;
  /** The record as the shared cards show it; absent for a kind that has neither clocks nor a history of its own. */
  readonly subject?: (state: State, context: DomainContext) => Subject;
  /** Its row in a digest; absent for a kind that is never held for one, or whose subject's entry is enough. */
  readonly digestRow?: (
    notification: Notification,
    state: State,
    reader: PersonId,
    context: DomainContext,
  ) => DigestRow;
  readonly digestList?: DigestList;
  /** The order of its rows among other kinds: lowest first. */
  readonly digestOrder?: number;
  /** How urgent it is: lowest first. */
  readonly urgency?: (state: State, context: DomainContext) => number;
  /** The group whose supervisors are notified that a person's conversation is gone. */
  readonly group?: (state: State) => string;
  /** How a sent card is kept, so that it is updated; undefined for one that stays as it is. */
  readonly view?: (notification: Notification, card: CardValue) => PostView | undefined;
  readonly cardOfPost?: (view: PostView, state: State, context: DomainContext) => CardValue;
  /** What replaces an earlier card of the same view when it is posted again. */
  readonly superseded?: (state: State) => CardValue;
}
