import type { Level, PersonId } from '../directory/directory';
import type { CaseDetails } from './details/details';
import type { ParRecord } from './pars/par-record';
import type { Entry, EntryOf, Origin } from './timeline';

/** States of a case. Resolved and closed are two: Case Resolution Time ends at closure. */
export const STATE_NAMES = {
  new: 'New',
  'in-progress': 'In progress',
  // ES-3 g: the Distribution Center was asked by email. No clock pauses (CK-10).
  'pending-dla-response': 'Pending DLA Response',
  resolved: 'Resolved',
  closed: 'Closed',
} as const;
export type CaseState = keyof typeof STATE_NAMES;

/** A group, and once somebody of it was assigned, who: it stays on record when the case leaves the level. */
interface OfRecord {
  readonly group: string;
  readonly person?: PersonId;
}

/** Who holds a case, and who held it last at the levels that it left. */
export interface Holder {
  readonly level: Level;
  readonly group: string;
  readonly assignee?: PersonId | undefined;
  /** The Level 2 group and agent who last held the case: Level 3 answers them (rule L3-1). */
  readonly level2OfRecord?: OfRecord | undefined;
  /** The Level 3 group that last held it. */
  readonly level3OfRecord?: OfRecord | undefined;
  /** Whether Level 3 holds it for a pre-award escalation. */
  readonly preAward: boolean;
}

/**
 * A case as its timeline tells it. Everything beside `number` and `timeline` is read from the timeline by
 * `projectCase`, so that nothing stored can contradict it.
 */
export interface Case extends Holder {
  readonly number: string;
  readonly timeline: readonly Entry[];
  /** Who held the case after each entry of the timeline, one for each; the last is who holds it now. */
  readonly holderHistory: readonly Holder[];
  readonly details: CaseDetails;
  readonly origin: Origin;
  readonly state: CaseState;
  /** Who had the case and left the group that holds it; nobody has it since (rule AC-7). */
  readonly assigneeLeft?: PersonId | undefined;
  readonly openedAt: number;
  readonly openedBy: string;
  readonly closedAt?: number | undefined;
  /** Latest entry of any kind. */
  readonly changedAt: number;
  readonly highestLevel: Level;
  /** Every PAR of the case's life, in the order of submission (rule RE-1). */
  readonly pars: readonly ParRecord[];
  /** The PAR that is submitted, and neither completed nor withdrawn; there is one at a time. */
  readonly openPar?: ParRecord | undefined;
  /** The closing that waits for a Level 2 supervisor's approval (rule CL-5). */
  readonly closingAsked?: EntryOf<'closing-asked'> | undefined;
  /** The Distribution Center whose answer is waited for (rule ES-3 g). */
  readonly awaitedCenter?: string | undefined;
  /** Numbers of the cases that are linked to it as a related case, in the order of linking (rule CA-3). */
  readonly links: readonly string[];
}
