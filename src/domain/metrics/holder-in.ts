import type { Entry } from '../cases/timeline';
import type { PersonId } from '../directory/directory';

/**
 * The person who last held the case in a group, at an instant: whoever of the group owed what was owed then. Undefined
 * where nobody of the group had held it yet.
 */
export function holderIn(group: string, at: number, timeline: readonly Entry[]): PersonId | undefined {
  let now = '';
  let found: PersonId | undefined;
  for (const entry of timeline) {
    if (entry.at > at) break;
    const move = moveOf(entry, now);
    if (move === undefined) continue;
    now = move.group;
    if (now === group && move.person !== undefined) found = move.person;
  }
  return found;
}

/** Who assigned the case by the entry at this instant, or answered it for Level 3 unassigned: their doing it is (rule AS-2). */
export const assignerAt = (at: number, timeline: readonly Entry[]): PersonId | undefined =>
  timeline.findLast((entry) => entry.at === at && ASSIGNING.has(entry.kind))?.by;

const ASSIGNING: ReadonlySet<Entry['kind']> = new Set(['assigned', 'reassigned', 'responded']);

/** Where an entry puts the case; undefined for one that leaves it where it is. */
function moveOf(entry: Entry, group: string): { group: string; person: PersonId | undefined } | undefined {
  if (entry.kind === 'opened') return { group: entry.group, person: entry.assignee };
  if (entry.kind === 'assigned') return { group, person: entry.to };
  if (entry.kind === 'assignee-left') return { group, person: undefined };
  if (entry.kind === 'escalated') return { group: entry.group, person: undefined };
  if (entry.kind === 'reassigned' || entry.kind === 'referred-back' || entry.kind === 'recalled')
    return { group: entry.group, person: entry.to };
  if (entry.kind === 'responded' && entry.group !== undefined)
    return { group: entry.group, person: entry.to };
  return undefined;
}
