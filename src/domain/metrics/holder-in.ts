import type { Step } from '../cases/clocks/steps';
import type { Entry } from '../cases/timeline';
import type { PersonId } from '../directory/directory';

/**
 * The person who last held the case in a group, at an instant: whoever of the group owed what was owed then. Undefined
 * where nobody of the group had held it yet.
 */
export const holderIn = (group: string, at: number, steps: readonly Step[]): PersonId | undefined =>
  steps.findLast(
    ({ entry, after }) => entry.at <= at && after.group === group && after.assignee !== undefined,
  )?.after.assignee;

/** Who assigned the case by the entry at this instant, or answered it for Level 3 unassigned: their doing it is (rule AS-2). */
export const assignerAt = (at: number, timeline: readonly Entry[]): PersonId | undefined =>
  timeline.findLast((entry) => entry.at === at && ASSIGNING.has(entry.kind))?.by;

const ASSIGNING: ReadonlySet<Entry['kind']> = new Set(['assigned', 'reassigned', 'responded']);
