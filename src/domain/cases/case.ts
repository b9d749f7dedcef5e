import type { Level, PersonId } from '../directory/directory';
import type { CaseDetails } from './details/details';
import type { ParRecord } from './pars/par-record';
import type { Entry, EntryOf, Origin } from './timeline';

/** States of a case. Resolved and closed are two: Case Resolution Time ends at closure. */
export const STATE_NAMES = {
  new: 'New',
  'in-progress': 'In progress',
  // ES-3 g: the Distribution Center was asked by e-mail. No clock pauses (CK-10).
  'pending-dla-response': 'Pending DLA Response',
  resolved: 'Resolved',
  closed: 'Closed',
} as const;
export type CaseState = keyof typeof STATE_NAMES;

/**
 * A case as its timeline tells it. Everything beside `number` and `timeline` is read from the timeline by
 * `projectCase`, so that nothing stored can contradict it.
 */
export interface Case {
  readonly number: string;
  readonly timeline: readonly Entry[];
  readonly details: CaseDetails;
  readonly origin: Origin;
  readonly state: CaseState;
  readonly level: Level;
  readonly group: string;
  readonly assignee?: PersonId;
  /** Who had the case and left the group that holds it; nobody has it since (rule AC-7). */
  readonly assigneeLeft?: PersonId;
  readonly openedAt: number;
  readonly openedBy: string;
  readonly closedAt?: number;
  /** Latest entry of any kind. */
  readonly changedAt: number;
  readonly highestLevel: Level;
  /** The Level 2 group and agent who last held the case: Level 3 answers them (rule L3-1). */
  readonly level2OfRecord?: { readonly group: string; readonly person?: PersonId };
  /** The Level 3 group that last held it. */
  readonly level3OfRecord?: { readonly group: string; readonly person?: PersonId };
  /** Every PAR of the case's life, in the order of submission (rule RE-1). */
  readonly pars: readonly ParRecord[];
  /** The PAR that is submitted, and neither completed nor withdrawn; there is one at a time. */
  readonly openPar?: ParRecord;
  /** The closing that waits for a Level 2 supervisor's approval (rule CL-5). */
  readonly closingAsked?: EntryOf<'closing-asked'>;
  /** The Distribution Center whose answer is waited for (rule ES-3 g). */
  readonly awaitedCenter?: string;
  /** Numbers of the cases that are linked to it as the same matter, in the order of linking (rule CA-3). */
  readonly links: readonly string[];
}
