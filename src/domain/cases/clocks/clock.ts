import type { PersonId } from '../../directory/directory';
import type { ClockKey, ClockKind } from './clock-key';

/**
 * One run of a clock, derived from the timeline (never stored). Instants in epoch milliseconds.
 * `met`: the act that it asks for came in time or late (see `metAt` against `dueAt`); `void`: it ended without
 * being due any more (moved to another group, closed).
 */
export interface Clock {
  readonly key: ClockKey;
  readonly kind: ClockKind;
  readonly rule: string;
  readonly name: string;
  /** The group that owes it; its channel is warned. */
  readonly group: string;
  /** The group whose calendar reckons it: the one that owed it when it began (rule BT-4). */
  readonly startGroup: string;
  readonly days: number;
  /** The row of the policy it comes from, in words: "DLAM 3000.05 E4 2.f, Level 2 interim response, Emergency". */
  readonly source: string;
  readonly startAt: number;
  readonly warnAt: number;
  readonly dueAt: number;
  readonly state: 'running' | 'met' | 'void';
  /** When it was met, or ended. */
  readonly endedAt?: number;
  /**
   * Whether the timeline says that the warning, and that the breach, were recorded; a breach that is none any more, because
   * its due time moved, does not count (rule ME-11).
   */
  readonly warned: boolean;
  readonly missed: boolean;
  /**
   * Once its breach is recorded: the further time that it has before it is taken up to who stands above the group. It
   * counts from the breach as it was told, for nobody could answer what was not said.
   */
  readonly escalateAt?: number;
  /** Whether the timeline says that it was taken further up. */
  readonly escalated: boolean;
  /** Who has the missed clock in hand, and since when: it is taken no further up. */
  readonly acknowledged?: { readonly by: PersonId; readonly at: number };
}
