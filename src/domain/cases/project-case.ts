import type { Level, PersonId } from '../directory/directory';
import type { Case, CaseState } from './case';
import { correctedDetails } from './corrections/correction';
import type { CaseDetails } from './details/details';
import { normalNumber } from '../kernel/text/document-number';
import { isOpenPar, parsAfter, type ParRecord } from './pars/par-record';
import type { Entry, EntryOf } from './timeline';

/** Who holds the case: a group and, once assigned, a person of it. */
interface Holder {
  readonly level: Level;
  readonly group: string;
  readonly person?: PersonId | undefined;
}

/** What the fold carries from entry to entry. */
interface Standing {
  readonly details: CaseDetails;
  readonly state: CaseState;
  readonly holder: Holder;
  readonly highestLevel: Level;
  readonly ofRecord: Readonly<Partial<Record<Level, Holder>>>;
  readonly closedAt?: number | undefined;
  readonly pars: readonly ParRecord[];
  readonly closingAsked?: EntryOf<'closing-asked'> | undefined;
  readonly awaitedCenter?: string | undefined;
  readonly assigneeLeft?: PersonId | undefined;
}

/**
 * Reads a case from its timeline, which begins with `opened`. A pure fold: the same entries give the same case,
 * and nothing beside them is believed.
 */
export function projectCase(number: string, timeline: readonly Entry[]): Case {
  const [first, ...rest] = timeline;
  if (first?.kind !== 'opened') throw new Error(`The timeline of ${number} does not begin with its opening`);
  const standing = rest.reduce(
    (before, entry) => after({ ...before, pars: parsAfter(before.pars, entry) }, entry),
    opening(first),
  );
  const { holder, ofRecord, pars, closingAsked } = standing;
  const openPar = pars.findLast(isOpenPar);
  return {
    number,
    timeline,
    details: standing.details,
    origin: first.origin,
    state: standing.state,
    level: holder.level,
    group: holder.group,
    ...(holder.person === undefined ? {} : { assignee: holder.person }),
    openedAt: first.at,
    openedBy: first.by,
    ...(standing.closedAt === undefined ? {} : { closedAt: standing.closedAt }),
    changedAt: (rest.at(-1) ?? first).at,
    highestLevel: standing.highestLevel,
    ...(ofRecord[2] === undefined ? {} : { level2OfRecord: recordOf(ofRecord[2]) }),
    ...(ofRecord[3] === undefined ? {} : { level3OfRecord: recordOf(ofRecord[3]) }),
    pars,
    ...(openPar === undefined ? {} : { openPar }),
    ...(closingAsked === undefined ? {} : { closingAsked }),
    ...(standing.awaitedCenter === undefined ? {} : { awaitedCenter: standing.awaitedCenter }),
    ...(standing.assigneeLeft === undefined ? {} : { assigneeLeft: standing.assigneeLeft }),
    links: rest.flatMap((entry) => (entry.kind === 'linked' ? [entry.to] : [])),
  };
}

function opening(entry: EntryOf<'opened'>): Standing {
  const holder = { level: entry.level, group: entry.group, person: entry.assignee };
  return {
    details: { ...entry.details, ...prOf(entry.details.pr) },
    state: entry.assignee === undefined ? 'new' : 'in-progress',
    holder,
    highestLevel: entry.level,
    ofRecord: { [entry.level]: holder },
    pars: [],
  };
}

/** The PR number as it is compared, however the entry writes it (rule ES-6). */
const prOf = (written: string | undefined): { readonly pr?: string } =>
  written === undefined ? {} : { pr: normalNumber('PR', written) };

function after(standing: Standing, entry: Entry): Standing {
  switch (entry.kind) {
    case 'assigned':
      return held({ ...standing, state: worked(standing) }, { ...standing.holder, person: entry.to });
    case 'reassigned': {
      const state = entry.to === undefined ? standing.state : worked(standing);
      return held(
        { ...standing, state },
        { level: entry.level, group: entry.group, person: entry.to },
        entry.msc,
      );
    }
    case 'escalated': {
      const filled = {
        ...(entry.nsn === undefined ? {} : { nsn: entry.nsn }),
        ...prOf(entry.pr),
        ...(entry.requisition === undefined ? {} : { requisition: entry.requisition }),
      };
      const details = { ...standing.details, ...filled };
      const asked = awaiting({ ...standing, details }, entry.distributionCenter);
      return held(asked, { level: entry.level, group: entry.group });
    }
    case 'referred-back':
    case 'recalled':
      return held(awaiting(standing), { level: 2, group: entry.group, person: entry.to }, entry.msc);
    case 'responded':
      // Without a group the case stays where it is: a delay of 45 days or less (rule L3-5).
      return entry.group === undefined
        ? standing
        : held(awaiting(standing), { level: 2, group: entry.group, person: entry.to }, entry.msc);
    case 'resolved':
      return { ...awaiting(standing), state: 'resolved' };
    case 'closing-asked':
      return { ...standing, closingAsked: entry };
    case 'closing-declined':
      return { ...standing, closingAsked: undefined };
    case 'closed':
      return { ...standing, state: 'closed', closedAt: entry.at, closingAsked: undefined };
    case 'reopened':
      return reopened(standing);
    case 'dc-answered':
      return awaiting(standing);
    case 'case-corrected':
      return { ...standing, details: correctedDetails(standing.details, entry) };
    case 'contact-corrected':
      return { ...standing, details: { ...standing.details, contact: entry.to } };
    case 'assignee-left': {
      const unassigned = held(standing, { ...standing.holder, person: undefined });
      return { ...unassigned, assigneeLeft: entry.person };
    }
    case 'opened':
    case 'noted':
    case 'attached':
    case 'interim-sent':
    case 'status-sent':
    case 'quality-update':
    case 'supervisors-asked':
    case 'par-submitted':
    case 'par-followed-up':
    case 'par-completed':
    case 'par-withdrawn':
    case 'clock-warned':
    case 'clock-missed':
    case 'word-repeated':
    case 'mail-sent':
    case 'mail-refused':
    case 'mail-not-sent':
    case 'clock-escalated':
    case 'breach-acknowledged':
    case 'linked':
    case 'satisfaction-asked':
    case 'satisfaction-answered':
      return standing;
  }
}

/** Whoever held the case works it again; nothing of what was is lost (rule RE-1). */
const reopened = (standing: Standing): Standing => ({
  ...standing,
  state: standing.holder.person === undefined ? 'new' : 'in-progress',
  closedAt: undefined,
  closingAsked: undefined,
});

/** The case is with another holder; the holder of each level stays on record when the case leaves it. */
function held(standing: Standing, holder: Holder, msc = standing.details.msc): Standing {
  return {
    ...standing,
    // The case takes the MSC of the group that it moves to (rule ES-1).
    details: { ...standing.details, msc },
    holder,
    assigneeLeft: undefined,
    highestLevel: holder.level > standing.highestLevel ? holder.level : standing.highestLevel,
    ofRecord: { ...standing.ofRecord, [holder.level]: holder },
  };
}

/** The state of a case that somebody works: it may wait for a Distribution Center all the same. */
const worked = ({ awaitedCenter }: Standing): CaseState =>
  awaitedCenter === undefined ? 'in-progress' : 'pending-dla-response';

/** The case waits for a Distribution Center (rule ES-3 g), or no longer does: it answered, or the case went back. */
function awaiting(standing: Standing, awaitedCenter?: string): Standing {
  if (awaitedCenter !== undefined) return { ...standing, awaitedCenter, state: 'pending-dla-response' };
  return standing.awaitedCenter === undefined
    ? standing
    : { ...standing, awaitedCenter: undefined, state: 'in-progress' };
}

const recordOf = (holder: Holder): { group: string; person?: PersonId } =>
  holder.person === undefined ? { group: holder.group } : { group: holder.group, person: holder.person };
