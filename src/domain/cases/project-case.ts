import type { Msc, PersonId } from '../directory/directory';
import type { Case, CaseState, Holder } from './case';
import { correctedDetails } from './corrections/correction';
import { normalNumber } from '../kernel/text/document-number';
import { isOpenPar, parsAfter } from './pars/par-record';
import type { Entry, EntryOf } from './timeline';

/** What the fold carries from entry to entry: the case but for its lists of one for each entry. */
type State = Omit<Case, 'timeline' | 'holderHistory'>;

/**
 * Reads a case from its timeline, which begins with `opened`. A pure fold, and the only one of who holds the case: the
 * same entries give the same case, and nothing beside them is believed.
 */
export function projectCase(number: string, timeline: readonly Entry[]): Case {
  const [first, ...rest] = timeline;
  if (first?.kind !== 'opened') throw new Error(`The timeline of ${number} doesn't begin with its opening`);
  return evolve(opening(number, first), rest);
}

/** The case after further entries: what its whole timeline tells, without reading from the start again. */
export function evolve(before: Case, entries: readonly Entry[]): Case {
  if (entries.length === 0) return before;
  const holderHistory = [...before.holderHistory];
  let state: State = before;
  for (const entry of entries) {
    state = after(state, entry);
    holderHistory.push(holderOf(state));
  }
  const pars = entries.reduce(parsAfter, before.pars);
  return present({
    ...state,
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
  const state = held({
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
  return present({ ...state, timeline: [entry], holderHistory: [holderOf(state)] });
}

/** The PR number as it is compared, however the entry writes it (rule ES-6). */
const prOf = (written: string | undefined): { readonly pr?: string } =>
  written === undefined ? {} : { pr: normalNumber('PR', written) };

type Change<Kind extends Entry['kind']> = (state: State, entry: EntryOf<Kind>) => State;

/** A message that waits for approval goes to the corrected address; by phone where the contact has no address any more. */
function readdressed({ closingAsked }: State, from: string | undefined, to: string | undefined) {
  if (closingAsked?.word?.by !== 'email' || closingAsked.word.to !== from) return {};
  const word = to === undefined ? ({ by: 'telephone' } as const) : { ...closingAsked.word, to };
  return { closingAsked: { ...closingAsked, word } };
}

/** What an entry of a kind makes of the case; one of any other kind leaves it as it stands. */
const CHANGES: { readonly [Kind in Entry['kind']]?: Change<Kind> } = {
  assigned: (state, { to: assignee }) => held({ ...state, state: worked(state), assignee }),
  reassigned: (before, { level, group, to: assignee, msc }) => {
    const state = assignee === undefined ? before.state : worked(before);
    const preAward = level === 3 && before.preAward;
    return held({ ...before, state, level, group, assignee, preAward }, msc);
  },
  escalated: (state, { level, group, direction, nsn, pr, requisition, distributionCenter }) => {
    const filled = {
      ...(nsn === undefined ? {} : { nsn }),
      ...prOf(pr),
      ...(requisition === undefined ? {} : { requisition }),
    };
    const details = { ...state.details, ...filled };
    const asked = awaiting({ ...state, details }, distributionCenter);
    return held({ ...asked, level, group, assignee: undefined, preAward: direction === 'pre-award' });
  },
  'referred-back': (state, entry) => givenBack(state, entry, entry.group),
  recalled: (state, entry) => givenBack(state, entry, entry.group),
  // Without a group the case stays where it is: a delay of 45 days or less (rule L3-5).
  responded: (state, entry) => (entry.group === undefined ? state : givenBack(state, entry, entry.group)),
  resolved: (state) => ({ ...awaiting(state), state: 'resolved' }),
  'closing-asked': (state, closingAsked) => ({ ...state, closingAsked }),
  'closing-declined': (state) => ({ ...state, closingAsked: undefined }),
  closed: (state, { at: closedAt }) => ({
    ...state,
    state: 'closed',
    closedAt,
    closingAsked: undefined,
  }),
  // Whoever held the case works it again; nothing of what was is lost (rule RE-1).
  reopened: (state) => ({
    ...state,
    state: state.assignee === undefined ? 'new' : 'in-progress',
    closedAt: undefined,
    closingAsked: undefined,
  }),
  'dc-answered': (state) => awaiting(state),
  'case-corrected': (state, entry) => ({
    ...state,
    details: correctedDetails(state.details, entry),
  }),
  'contact-corrected': (state, { from, to: contact }) => ({
    ...state,
    details: { ...state.details, contact },
    ...readdressed(state, from.email, contact.email),
  }),
  'assignee-left': (state, { person: assigneeLeft }) => ({
    ...held({ ...state, assignee: undefined }),
    assigneeLeft,
  }),
  linked: (state, { to }) => ({ ...state, links: [...state.links, to] }),
};

function after(state: State, entry: Entry): State {
  const change = CHANGES[entry.kind] as Change<Entry['kind']> | undefined;
  return change?.(state, entry) ?? state;
}

/** Level 3 gives the case back to Level 2: to the person who is named, or to the group. */
const givenBack = (
  state: State,
  { to: assignee, msc }: { readonly to?: PersonId; readonly msc?: Msc },
  group: string,
): State => held({ ...awaiting(state), level: 2, group, assignee, preAward: false }, msc);

/** The case is with another holder, who stays on record for their level when the case leaves it. */
function held(state: State, msc = state.details.msc): State {
  const { level, group, assignee, highestLevel } = state;
  const record = assignee === undefined ? { group } : { group, person: assignee };
  return {
    ...state,
    // The case takes the MSC of the group that it moves to (rule ES-1).
    details: { ...state.details, msc },
    assigneeLeft: undefined,
    highestLevel: level > highestLevel ? level : highestLevel,
    level2OfRecord: level === 2 ? record : state.level2OfRecord,
    level3OfRecord: level === 3 ? record : state.level3OfRecord,
  };
}

const holderOf = ({ level, group, assignee, level2OfRecord, level3OfRecord, preAward }: State): Holder => ({
  level,
  group,
  assignee,
  level2OfRecord,
  level3OfRecord,
  preAward,
});

/** The state of a case that somebody works: it may still wait for a Distribution Center. */
const worked = ({ awaitedCenter }: State): CaseState =>
  awaitedCenter === undefined ? 'in-progress' : 'pending-dla-response';

/** The case waits for a Distribution Center (rule ES-3 g), or no longer does: it answered, or the case went back. */
function awaiting(state: State, awaitedCenter?: string): State {
  if (awaitedCenter !== undefined) return { ...state, awaitedCenter, state: 'pending-dla-response' };
  return state.awaitedCenter === undefined
    ? state
    : { ...state, awaitedCenter: undefined, state: 'in-progress' };
}
