import type { PersonId } from '../directory/directory';
import type { Case } from './case';
import type { Entry } from './timeline';

/** Entries after which a form that was opened before may say something wrong: who holds the case, what it is, what was sent. */
const MATTERS: ReadonlySet<Entry['kind']> = new Set<Entry['kind']>([
  'assigned',
  'reassigned',
  'escalated',
  'referred-back',
  'recalled',
  'responded',
  'quality-update',
  'interim-sent',
  'status-sent',
  'word-repeated',
  'par-submitted',
  'par-completed',
  'par-withdrawn',
  'dc-answered',
  'resolved',
  'closing-asked',
  'closing-declined',
  'closed',
  'reopened',
  'contact-corrected',
  'case-corrected',
]);

/**
 * The latest change by someone else that a person can't have seen when their form showed the first `seen` entries of the
 * case. Notes, links, and what Casekeeper does by itself leave a form as right as it was.
 */
export const changedSince = ({ timeline }: Case, seen: number, by: PersonId): Entry | undefined =>
  timeline.slice(seen).findLast((entry) => entry.by !== by && MATTERS.has(entry.kind));
