import type { Entry } from '../timeline';
import type { Level } from '../../directory/directory';

/** Who holds a case between two entries of its timeline. */
export interface Custody {
  readonly level: Level;
  readonly group: string;
  readonly assigned: boolean;
  /** The Level 2 group that holds the case or last held it. */
  readonly level2Group?: string;
  /** Whether Level 3 holds it for a pre-award escalation. */
  readonly preAward: boolean;
}

/** One entry with who held the case before it (absent at the opening) and after it. */
export interface Step {
  readonly entry: Entry;
  readonly before?: Custody;
  readonly after: Custody;
}

/** The timeline as steps of custody; empty for a timeline that does not begin with `opened`. */
export function stepsOf(timeline: readonly Entry[]): readonly Step[] {
  const steps: Step[] = [];
  let custody: Custody | undefined;
  for (const entry of timeline) {
    const after: Custody | undefined = custodyAfter(custody, entry);
    if (after !== undefined)
      steps.push({ entry, after, ...(custody === undefined ? {} : { before: custody }) });
    custody = after;
  }
  return steps;
}

/** The first step at which the case is at a level. */
export const arrivalAt = (level: Level, steps: readonly Step[]): Step | undefined =>
  steps.find(({ after }) => after.level === level);

/**
 * The steps while the case was worked: up to its resolution or closure, and again from each reopening. What comes
 * between begins nothing and meets nothing but what ends at closure.
 */
export function workOf(steps: readonly Step[]): readonly Step[] {
  let worked = true;
  return steps.filter(({ entry }) => {
    const before = worked;
    if (entry.kind === 'reopened') {
      worked = true;
      return !before;
    }
    if (endsWork(entry)) worked = false;
    return before;
  });
}

/** Whether the work ends with the entry: the case is resolved, or closed without that. */
export const endsWork = ({ kind }: Entry): boolean => kind === 'resolved' || kind === 'closed';

/** When the case was closed; undefined while it is open, also where it was reopened since. */
export function closureOf(steps: readonly Step[]): number | undefined {
  const reopened = steps.findLastIndex(({ entry }) => entry.kind === 'reopened');
  return steps.slice(reopened + 1).find(({ entry }) => entry.kind === 'closed')?.entry.at;
}

function custodyAfter(custody: Custody | undefined, entry: Entry): Custody | undefined {
  if (entry.kind === 'opened') return heldBy(entry.level, entry.group, entry.assignee !== undefined, false);
  if (custody === undefined) return undefined;
  const level2 = custody.level2Group;
  switch (entry.kind) {
    case 'assigned':
      return { ...custody, assigned: true };
    case 'assignee-left':
      return { ...custody, assigned: false };
    case 'escalated':
      return heldBy(entry.level, entry.group, false, entry.direction === 'pre-award', level2);
    case 'reassigned': {
      const preAward = entry.level === 3 && custody.preAward;
      return heldBy(entry.level, entry.group, entry.to !== undefined, preAward, level2);
    }
    case 'referred-back':
    case 'recalled':
      return heldBy(2, entry.group, entry.to !== undefined, false);
    case 'responded':
      if (entry.group === undefined) return custody;
      return heldBy(2, entry.group, entry.to !== undefined, false);
    case 'noted':
    case 'attached':
    case 'interim-sent':
    case 'status-sent':
    case 'quality-update':
    case 'par-submitted':
    case 'par-completed':
    case 'par-withdrawn':
    case 'resolved':
    case 'closed':
    case 'dc-answered':
    case 'supervisors-asked':
    case 'clock-warned':
    case 'clock-missed':
    case 'par-followed-up':
    case 'closing-asked':
    case 'closing-declined':
    case 'reopened':
    case 'word-repeated':
    case 'mail-sent':
    case 'mail-refused':
    case 'mail-not-sent':
    case 'clock-escalated':
    case 'breach-acknowledged':
    case 'linked':
    case 'contact-corrected':
    case 'case-corrected':
    case 'satisfaction-asked':
    case 'satisfaction-answered':
      return custody;
  }
}

function heldBy(
  level: Level,
  group: string,
  assigned: boolean,
  preAward: boolean,
  lastLevel2?: string,
): Custody {
  const level2Group = level === 2 ? group : lastLevel2;
  return { level, group, assigned, preAward, ...(level2Group === undefined ? {} : { level2Group }) };
}
