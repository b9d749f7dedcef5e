import type { PersonId } from '../directory/directory';

/** A record of any kind: the name of its kind, and its id, as people write it (CS0000001). */
export interface RecordRef {
  readonly kind: string;
  readonly id: string;
}

/** A record as a key beside those of other kinds. */
export const refKey = ({ kind, id }: RecordRef): string => `${kind} ${id}`;

/** A conversation as it is reached: a channel, a group chat, or a person's own chat with the bot. */
export interface Conversation {
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly tenantId?: string;
  readonly kind: 'personal' | 'channel';
}

/** Where a notification goes. */
export type NotificationAddress =
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'person'; readonly person: PersonId }
  | { readonly kind: 'conversation'; readonly address: Conversation }
  /** The conversations in which cards of the record stand already. */
  | { readonly kind: 'posts' }
  /** The customer, by email: the address stands in the entry. */
  | { readonly kind: 'customer' };

/** The stages of a clock that somebody is told of. */
export const CLOCK_STAGES = ['warning', 'breach', 'escalation'] as const;
export type ClockStage = (typeof CLOCK_STAGES)[number];

/**
 * One outgoing message about a record of any kind, saved in one write with the change that makes it. Its id is made of what
 * it is about (record, topic, entry or clock, addressee), so that none is made twice; its card is made when it is sent, from
 * the record as it is then.
 */
export interface Notification {
  readonly id: string;
  readonly about: RecordRef;
  /** What it says of the record: a stage of a clock, `refresh` for cards that stand, or a topic of the kind's own. */
  readonly topic: string;
  /** Index of the timeline's entry that makes it. */
  readonly entry?: number;
  /** The clock that it is about, and when that was due, epoch milliseconds. */
  readonly clock?: string;
  readonly dueAt?: number;
  /** Of one name many to one conversation leave as one card, as alerts of clocks do. */
  readonly bundle?: string;
  /** What else its card says. */
  readonly detail?: Readonly<Record<string, string>>;
  readonly to: NotificationAddress;
  /** Whom it mentions. */
  readonly mentions: readonly PersonId[];
  /** Epoch milliseconds of the change that made it, in the record's time. */
  readonly madeAt: number;
}

/** A notification before it has its id; `entry` is the index of the entry that makes it. */
export type NotificationDraft = Pick<Notification, 'topic' | 'to'> &
  Partial<Omit<Notification, 'about' | 'madeAt'>> & { readonly entry: number };

/** Whether it tells of a stage of a clock. */
export const isOfClock = ({ topic }: Pick<Notification, 'topic'>): boolean =>
  (CLOCK_STAGES as readonly string[]).includes(topic);

/** An address as it stands in a notification's id. */
export function addressText(to: NotificationAddress): string {
  switch (to.kind) {
    case 'group':
      return `group:${to.group}`;
    case 'person':
      return `person:${to.person}`;
    case 'conversation':
      return `conversation:${to.address.conversationId}`;
    case 'posts':
    case 'customer':
      return to.kind;
  }
}
