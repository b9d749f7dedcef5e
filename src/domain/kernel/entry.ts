import type { PersonId } from '../directory/directory';

/**
 * Who acted: a person by id, `casekeeper`, the product's own sweep, a customer's system (`systemActor`), or `customer`,
 * whoever had the link of the case.
 */
export type Actor = PersonId;

/** Who acts where no person does. */
export const CASEKEEPER: Actor = 'casekeeper';

/** Where a person acted: in their own chat, a group chat, or a channel; `group` is the one bound to it then. */
export interface Where {
  readonly kind: 'personal' | 'group-chat' | 'channel';
  readonly group?: string;
}

/**
 * Who acts, when (epoch milliseconds), and the id of the activity or sweep that brought it, so that one that comes twice is
 * handled once. `where` is absent where no person acted, and on entries of before it was kept.
 */
export interface Act {
  readonly by: Actor;
  readonly at: number;
  readonly cause: string;
  readonly where?: Where;
}

/** One entry of a record's timeline: what happened, and the act that brought it. The timeline only grows (rule RE-1). */
export type Entry<Event> = Event & Act;

/** The entries of the events that one act brings, at the instant. */
export const entriesOf = <Event extends object>(
  events: readonly Event[],
  { by, cause, where }: Act,
  at: number,
): Entry<Event>[] =>
  events.map((event) => ({ ...event, at, by, cause, ...(where === undefined ? {} : { where }) }));

/** Whether the act of this cause stands in the timeline already: an activity that comes twice is handled once. */
export const alreadyDone = (timeline: readonly Act[], cause: string): boolean =>
  timeline.some((entry) => entry.cause === cause);
