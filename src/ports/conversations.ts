import type { Lateness } from '../domain/cases/notices/lateness';
import type { ClockKey } from '../domain/cases/clocks/clock-key';
import type { PersonId } from '../domain/directory/directory';

/** Where a conversation is and how it is reached. */
export interface Address {
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly tenantId?: string;
  readonly kind: 'personal' | 'channel';
}

/** A card of a case that stands in a conversation, to be brought up to date when the case changes. */
export interface Post {
  readonly caseNumber: string;
  readonly address: Address;
  readonly activityId: string;
  readonly view:
    | { readonly kind: 'case'; readonly viewer?: PersonId }
    | { readonly kind: 'channel-case'; readonly group?: string }
    | {
        readonly kind: 'warning' | 'breach' | 'escalation';
        readonly clock: ClockKey;
        readonly mentions: readonly PersonId[];
        readonly late?: Lateness;
      }
    | { readonly kind: 'approval'; readonly entry: number; readonly mentions: readonly PersonId[] };
  /** Length of the timeline that it shows. */
  readonly shows: number;
}

/** Cards that stand somewhere, by case. One a case, view and conversation is kept. */
export interface PostRegister {
  put(post: Post): Promise<void>;
  ofCase(number: string): Promise<readonly Post[]>;
  remove(post: Post): Promise<void>;
}

/** People's own conversations with the bot, learned from their turns. */
export interface AddressBook {
  put(person: PersonId, address: Address): Promise<void>;
  get(person: PersonId): Promise<Address | undefined>;
}
