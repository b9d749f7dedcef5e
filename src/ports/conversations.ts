import type { Lateness } from '../domain/notifications/lateness';
import type { Conversation, RecordRef } from '../domain/kernel/notification';
import type { PersonId } from '../domain/directory/directory';

/** Where a conversation is and how to reach it. */
export type Address = Conversation;

/** What a posted card shows of its record, so that its kind can draw it again. One per record, view, clock, and conversation. */
export interface PostView {
  /** The kind's own name of it, such as `channel-case`, or the stage of a clock. */
  readonly kind: string;
  readonly clock?: string;
  readonly entry?: number;
  /** Whose own card it is, or in whose group's channel it stands. */
  readonly viewer?: PersonId;
  readonly group?: string;
  readonly mentions?: readonly PersonId[];
  /** How late it was posted stays true, whatever becomes of the record. */
  readonly late?: Lateness;
}

/** A record's card in a conversation, to be updated when the record changes. */
export interface Post {
  readonly about: RecordRef;
  readonly address: Address;
  readonly activityId: string;
  readonly view: PostView;
  /** Length of the timeline that it shows. */
  readonly shows: number;
}

/** Posted cards, by record. One per record, view, and conversation is kept. */
export interface PostRegister {
  put(post: Post): Promise<void>;
  ofRecord(about: RecordRef): Promise<readonly Post[]>;
  remove(post: Post): Promise<void>;
}

/** People's own conversations with the bot, learned from their turns. */
export interface AddressBook {
  put(person: PersonId, address: Address): Promise<void>;
  get(person: PersonId): Promise<Address | undefined>;
}
