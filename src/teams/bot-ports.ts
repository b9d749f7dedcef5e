import type { CardValue } from '../cards/shared/card-value';
import type { Invocation, Place, Platform } from '../commands/command';
import type { PersonId } from '../domain/directory/directory';
import type { Address, AddressBook, PostRegister } from '../ports/conversations';
import type { Log } from '../ports/log';

/** The sender, according to Teams. The directory decides what they may do. */
export interface Speaker {
  readonly id: PersonId;
  readonly name: string;
}

/** One turn in plain values: no SDK types go further in than this. */
export interface TurnRequest {
  readonly person: Speaker;
  readonly place: Place;
  /** Conversation and activity: the same activity delivered twice has the same cause. */
  readonly cause: string;
  /** A typed line, cleaned; at most `LONGEST_LINE` characters. */
  readonly text?: string;
  /** The same line with its bold, italic, lists, and links as people type them, if it has any. */
  readonly formatted?: string;
  /** A button or a form. */
  readonly invocation?: Invocation;
  /** The card on which the button stood. */
  readonly replyToId?: string;
  /** The client's platform; absent if unknown. */
  readonly platform?: Platform;
}

/** What someone types into a field that asks the bot for its choices. */
export interface SearchRequest {
  readonly person: Speaker;
  readonly dataset: string;
  readonly text: string;
  /** How many the client takes at once. */
  readonly limit: number;
}

/** A card ready to be sent: Adaptive Card JSON with its mention entities, and one plain line for the notification. */
export interface CardContent {
  readonly content: object;
  readonly summary: string;
}

/** What turns need from the rest of the product; wired by compose. */
export interface TurnParts {
  readonly log: Log;
  /** Runs the turn's command and answers with the resulting card. A fault throws. */
  handle(request: TurnRequest): Promise<CardValue>;
  /** Choices for what is typed into a field; none if the person may not see any. A fault throws. */
  search(request: SearchRequest): Promise<readonly { readonly title: string; readonly value: string }[]>;
  /** Renders a card as it is to be seen now. */
  render(card: CardValue): CardContent;
  /** The card for a first meeting in a conversation; `person` is who brought the bot there. */
  welcome(place: Place, person: Speaker): CardValue;
  /** Called when a turn is over, its answer sent and its cards kept. */
  afterTurn?(): void;
  readonly posts: PostRegister;
  readonly addresses: AddressBook;
  /** Called when a conversation is seen for the first time or at a new address: channels learn their service URL. */
  onAddress?(address: Address, person: Speaker): Promise<void>;
}
