import type { Case } from '../case';
import type { EntryOf } from '../timeline';

/** The latest escalation to Level 3: what Level 3 works by while it holds the case. Undefined where there was none. */
export const lastEscalationOf = ({ timeline }: Case): EntryOf<'escalated'> | undefined =>
  timeline.findLast(
    (entry): entry is EntryOf<'escalated'> => entry.kind === 'escalated' && entry.level === 3,
  );

/**
 * What Level 3 was last asked for: before award, after it, or a site issue, on which its responses hang (rules L3-5, ES-12).
 * A site issue that was escalated before it had a direction of its own is known by its Distribution Center.
 */
export function askedOfLevel3(subject: Case): 'pre-award' | 'post-award' | 'distribution-center' {
  const asked = lastEscalationOf(subject);
  if (asked?.distributionCenter !== undefined) return 'distribution-center';
  switch (asked?.direction) {
    case 'post-award':
    case 'distribution-center':
      return asked.direction;
    case 'level-1-to-2':
    case 'pre-award':
    case undefined:
      return 'pre-award';
  }
}
