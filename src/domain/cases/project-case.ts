import type { Msc, PersonId } from '../directory/directory';
import type { Case, CaseState, Holder } from './case';
import { correctedDetails } from './corrections/correction';
import { normalNumber } from '../kernel/text/document-number';
import { isOpenPar, parsAfter } from './pars/par-record';
import type { Entry, EntryOf } from './timeline';

/** What the fold carries from entry to entry: the case but for its lists of one for each entry. */
type Standing = Omit<Case, 'timeline' | 'holderHistory'>;

/**
 * Reads a case from its timeline, which begins with `opened`. A pure fold, and the only one of who holds the case: the
 * same entries give the same case, and nothing beside them is believed.
 */
export function projectCase(number: string, timeline: readonly Entry[]): Case {
  const [first, ...rest] = timeline;
  if (first?.kind !== 'opened') throw new Error(`The timeline of ${number} does not begin with its opening`);
  return evolve(opening(number, first), rest);
}

/** The case after further entries: what its whole timeline tells, without reading from the start again. */
export function evolve(before: Case, entries: readonly Entry[]): Case {
  if (entries.length === 0) return before;
  const holderHistory = [...before.holderHistory];
  let standing: Standing = before;
  for (const entry of entries) {
    standing = after(standing, entry);
    holderHistory.push(holderOf(standing));
  }
  const pars = entries.reduce(parsAfter, before.pars);
  return present({
    ...standing,
    timeline: [...before.timeline, ...entries],
    holderHistory,
    changedAt: entries.at(-1)?.at ?? before.changedAt,
    pars,
    openPar: pars.findLast(isOpenPar),
  });
}

/**
 * The case as each entry found it that `after` has beyond `before`, in their order: what an entry changed is seen against
 * that, also where one act made several. The opening found none.
 */
export function foundBy(before: Case | undefined, after: Case): readonly (Case | undefined)[] {
  const found = [before];
  for (const entry of after.timeline.slice(before?.timeline.length ?? 0, -1)) {
    const last = found.at(-1);
    found.push(last === undefined ? projectCase(after.number, [entry]) : evolve(last, [entry]));
  }
  return found;
}

/** The same case, in which what is undefined is absent. */
function present(subject: Case): Case {
  const kept: Partial<Record<string, unknown>> = {};
  for (const key of Object.keys(subject) as (keyof Case)[])
    if (subject[key] !== undefined) kept[key] = subject[key];
  return kept as unknown as Case;
}

function opening(number: string, entry: EntryOf<'opened'>): Case {
  const { level, assignee } = entry;
  const standing = held({
    number,
    details: { ...entry.details, ...prOf(entry.details.pr) },
    origin: entry.origin,
    state: assignee === undefined ? 'new' : 'in-progress',
    level,
    group: entry.group,
    assignee,
    preAward: false,
    openedAt: entry.at,
    openedBy: entry.by,
    changedAt: entry.at,
    highestLevel: level,
    pars: [],
    links: [],
  });
  return present({ ...standing, timeline: [entry], holderHistory: [holderOf(standing)] });
}

/** The PR number as it is compared, however the entry writes it (rule ES-6). */
const prOf = (written: string | undefined): { readonly pr?: string } =>
  written === undefined ? {} : { pr: normalNumber('PR', written) };

type Change<Kind extends Entry['kind']> = (standing: Standing, entry: EntryOf<Kind>) => Standing;

/** What an entry of a kind makes of the case; one of any other kind leaves it as it stands. */
const CHANGES: { readonly [Kind in Entry['kind']]?: Change<Kind> } = {
  assigned: (standing, { to: assignee }) => held({ ...standing, state: worked(standing), assignee }),
  reassigned: (standing, { level, group, to: assignee, msc }) => {
    const state = assignee === undefined ? standing.state : worked(standing);
    const preAward = level === 3 && standing.preAward;
    return held({ ...standing, state, level, group, assignee, preAward }, msc);
  },
  escalated: (standing, { level, group, direction, nsn, pr, requisition, distributionCenter }) => {
    const filled = {
      ...(nsn === undefined ? {} : { nsn }),
      ...prOf(pr),
      ...(requisition === undefined ? {} : { requisition }),
    };
    const details = { ...standing.details, ...filled };
    const asked = awaiting({ ...standing, details }, distributionCenter);
    return held({ ...asked, level, group, assignee: undefined, preAward: direction === 'pre-award' });
  },
  'referred-back': (standing, entry) => givenBack(standing, entry, entry.group),
  recalled: (standing, entry) => givenBack(standing, entry, entry.group),
  // Without a group the case stays where it is: a delay of 45 days or less (rule L3-5).
  responded: (standing, entry) =>
    entry.group === undefined ? standing : givenBack(standing, entry, entry.group),
  resolved: (standing) => ({ ...awaiting(standing), state: 'resolved' }),
  'closing-asked': (standing, closingAsked) => ({ ...standing, closingAsked }),
  'closing-declined': (standing) => ({ ...standing, closingAsked: undefined }),
  closed: (standing, { at: closedAt }) => ({
    ...standing,
    state: 'closed',
    closedAt,
    closingAsked: undefined,
  }),
  // Whoever held the case works it again; nothing of what was is lost (rule RE-1).
  reopened: (standing) => ({
    ...standing,
    state: standing.assignee === undefined ? 'new' : 'in-progress',
    closedAt: undefined,
    closingAsked: undefined,
  }),
  'dc-answered': (standing) => awaiting(standing),
  'case-corrected': (standing, entry) => ({
    ...standing,
    details: correctedDetails(standing.details, entry),
  }),
  'contact-corrected': (standing, { to: contact }) => ({
    ...standing,
    details: { ...standing.details, contact },
  }),
  'assignee-left': (standing, { person: assigneeLeft }) => ({
    ...held({ ...standing, assignee: undefined }),
    assigneeLeft,
  }),
  linked: (standing, { to }) => ({ ...standing, links: [...standing.links, to] }),
};

function after(standing: Standing, entry: Entry): Standing {
  const change = CHANGES[entry.kind] as Change<Entry['kind']> | undefined;
  return change?.(standing, entry) ?? standing;
}

/** Level 3 gives the case back to Level 2: to the person who is named, or to the group. */
const givenBack = (
  standing: Standing,
  { to: assignee, msc }: { readonly to?: PersonId; readonly msc?: Msc },
  group: string,
): Standing => held({ ...awaiting(standing), level: 2, group, assignee, preAward: false }, msc);

/** The case is with another holder, who stays on record for their level when the case leaves it. */
function held(standing: Standing, msc = standing.details.msc): Standing {
  const { level, group, assignee, highestLevel } = standing;
  const record = assignee === undefined ? { group } : { group, person: assignee };
  return {
    ...standing,
    // The case takes the MSC of the group that it moves to (rule ES-1).
    details: { ...standing.details, msc },
    assigneeLeft: undefined,
    highestLevel: level > highestLevel ? level : highestLevel,
    level2OfRecord: level === 2 ? record : standing.level2OfRecord,
    level3OfRecord: level === 3 ? record : standing.level3OfRecord,
  };
}

const holderOf = ({
  level,
  group,
  assignee,
  level2OfRecord,
  level3OfRecord,
  preAward,
}: Standing): Holder => ({ level, group, assignee, level2OfRecord, level3OfRecord, preAward });

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
