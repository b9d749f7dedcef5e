import type { Case } from '../case';
import type { Entry } from '../timeline';
import { kindOf } from '../clocks/clock-key';
import { OF_LEVEL_3 } from '../escalation/level-3-lateness';
import { actingSystem } from '../../directory/customer-system';
import type { PersonId } from '../../directory/directory';

/**
 * Whom an entry concerns: the assignee where someone else acts on their case or its time is missed, the Level 2 agent
 * of record while Level 3 holds it (rule L3-1), the opener whose case is taken up, closed or reopened, the supervisors
 * of both groups where it is referred back (rule L3-2) or Level 2 asks for help (rule L3-3). Never who did it. `found`
 * is the case as the entry found it, absent for the opening.
 */
export function recipientsOf(entry: Entry, found: Case | undefined): readonly PersonId[] {
  if (found === undefined) return [];
  const level2 = found.level === 3 ? found.level2OfRecord?.person : undefined;
  const people = [...concerned(entry, found, level2)].filter((person) => person !== undefined);
  return [...new Set(people)].filter(
    (person) =>
      person !== entry.by &&
      person !== 'casekeeper' &&
      person !== 'customer' &&
      actingSystem(person) === undefined,
  );
}

function concerned(
  entry: Entry,
  found: Case,
  level2: PersonId | undefined,
): readonly (PersonId | undefined)[] {
  switch (entry.kind) {
    case 'assigned':
      return [entry.to, found.openedBy, level2];
    case 'reassigned':
      return [entry.to, found.assignee, level2];
    case 'noted':
    case 'attached':
    case 'escalated':
    case 'interim-sent':
    case 'status-sent':
    case 'word-repeated':
    case 'resolved':
    case 'quality-update':
    case 'dc-answered':
    case 'par-submitted':
    case 'par-followed-up':
    case 'closing-asked':
    case 'linked':
    case 'contact-corrected':
    case 'case-corrected':
      return [found.assignee, level2];
    case 'closed':
      return [found.assignee, found.closingAsked?.by, found.openedBy];
    case 'closing-declined':
      return [found.assignee, found.closingAsked?.by];
    case 'reopened':
      return [found.assignee, found.openedBy];
    case 'referred-back':
    case 'supervisors-asked':
      return ['to' in entry ? entry.to : undefined, found.assignee, level2, ...entry.supervisors];
    case 'responded':
    case 'recalled':
      return [entry.to, found.assignee, level2];
    case 'par-completed':
    case 'par-withdrawn':
      return [found.assignee, level2, ...(entry.supervisors ?? [])];
    case 'mail-refused':
      // Nobody has to mend a question that did not arrive (rule CL-7).
      if (found.timeline[entry.of]?.kind === 'satisfaction-asked') return [];
      // Whoever wrote it can write it again; whoever at Level 2 answers for the case has to know (rule CL-3).
      return [found.timeline[entry.of]?.by, level2 ?? found.assignee];
    case 'mail-not-sent':
      // Of a closed case nobody is told: its card says so, and no clock runs.
      return found.state === 'closed' ? [] : [found.timeline[entry.of]?.by, level2 ?? found.assignee];
    case 'clock-missed':
      // Level 2 may ask the supervisors now, so its agent has to know (rule L3-3); of a clock of Level 2 Level 3 need not.
      return OF_LEVEL_3.has(kindOf(entry.clock)) ? [found.assignee, level2] : [level2 ?? found.assignee];
    // Its gatekeepers have a card of their own.
    case 'assignee-left':
      return [level2];
    case 'opened':
    case 'clock-warned':
    case 'mail-sent':
      return [];
    // The next level up has its own card.
    case 'clock-escalated':
      return entry.people.some((each) => each === found.assignee) ? [] : [found.assignee];
    case 'breach-acknowledged':
      return [found.assignee];
    case 'satisfaction-asked':
      return [];
    case 'satisfaction-answered':
      return entry.supervisors;
  }
}
