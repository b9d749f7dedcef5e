import type { PersonId } from '../../directory/directory';
import { draftsOfAdded } from '../../kernel/record-type';
import type { NotificationDraft as Draft } from '../../kernel/record-type';
import type { World } from '../../kernel/world';
import type { Case } from '../case';
import { letterOf } from '../messages/letter';
import { foundBy } from '../project-case';
import type { Entry } from '../timeline';
import { concernedBy } from './concerned-by';

/** What a notification about a case may say of it, beside the stages of its clocks. */
export type CaseTopic =
  /** It came to a group: its card with Claim and Assign is posted. */
  | 'arrival'
  /** Level 3 referred it back: for visibility and training (rule L3-2). */
  | 'referred-back'
  /** Level 2 recalled it: the Level 3 group's channel reads it (rule L3-2). */
  | 'recalled'
  /** Level 2 asks both groups' supervisors, since Level 3 missed its time (rule L3-3). */
  | 'supervisors-asked'
  /** A closing waits for a Level 2 supervisor (rule CL-5). */
  | 'approval'
  /** The assignee left the group that holds it: its gatekeepers find another (rule AC-7). */
  | 'assignee-left'
  /** A person is told of an entry that concerns them. */
  | 'told'
  /** The e-mail of an entry goes to the customer. */
  | 'mail';

/**
 * The notifications that a change makes beside those of clocks (`told`), from the entries that `after` has beyond `before`
 * (absent for a new case).
 */
export function noticesFor(
  before: Case | undefined,
  after: Case,
  _world: World,
  told: readonly Draft[],
): readonly Draft[] {
  const { timeline } = after;
  const from = before?.timeline.length ?? 0;
  const found = foundBy(before, after);
  const all = draftsOfAdded(before?.timeline, timeline, (entry, index) =>
    ofEntry(entry, index, found[index - from], after, told),
  );
  return onceAnAct(all, timeline);
}

/** `found` is the case as the entry found it: what it changed is seen against that, also where one act made several. */
function ofEntry(
  entry: Entry,
  index: number,
  found: Case | undefined,
  after: Case,
  told: readonly Draft[],
): readonly Draft[] {
  const drafts = [
    ...ofArrival(entry, index, found),
    ...ofReferral(entry, index),
    ...ofRecall(entry, index, found),
    ...ofAsking(entry, index),
    ...ofApproval(entry, index, found),
    ...ofDeparture(entry, index),
    ...ofMail(index, after),
  ];
  // Who stands in two roles to the case has one card of an entry: the one that asks something of them.
  const ofClocks = told.filter((draft) => draft.entry === index);
  const had = new Set(
    [...drafts, ...ofClocks].flatMap(({ to }) => (to.kind === 'person' ? [to.person] : [])),
  );
  const people = concernedBy(entry, found).filter((person) => !had.has(person));
  return [...drafts, ...people.map((person) => toldOf(person, index))];
}

const toldOf = (person: PersonId, entry: number): Draft => {
  return { topic: 'told', to: { kind: 'person', person }, entry };
};

/** One act that makes several entries is told to a person once, by the first of them that concerns them. */
function onceAnAct(drafts: readonly Draft[], timeline: Case['timeline']): readonly Draft[] {
  const told = new Set<string>();
  return drafts.filter(({ topic, to, entry }) => {
    const { by, cause } = timeline[entry] ?? {};
    // Clocks that the sweep finds are many acts in one.
    if (topic !== 'told' || to.kind !== 'person' || by === 'casekeeper') return true;
    const key = JSON.stringify([by, cause, to.person]);
    if (told.has(key)) return false;
    told.add(key);
    return true;
  });
}

/** Where a case comes to a group without a person, or from another group, its channel sees it come. */
function ofArrival(entry: Entry, index: number, found: Case | undefined): readonly Draft[] {
  const group = arrivedAt(entry, found);
  if (group === undefined) return [];
  return [{ topic: 'arrival', to: { kind: 'group', group }, entry: index }];
}

function arrivedAt(entry: Entry, found: Case | undefined): string | undefined {
  switch (entry.kind) {
    case 'escalated':
      return entry.group;
    case 'reassigned':
      return entry.to === undefined || entry.group !== found?.group ? entry.group : undefined;
    case 'opened':
      return entry.assignee === undefined ? entry.group : undefined;
    case 'referred-back':
    case 'recalled':
    case 'responded':
      return entry.to === undefined ? entry.group : undefined;
    case 'assigned':
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
    case 'assignee-left':
      return undefined;
  }
}

/** Both groups' supervisors are mentioned in the Level 2 group's channel (rule L3-2); each is told personally too. */
function ofReferral(entry: Entry, index: number): readonly Draft[] {
  if (entry.kind !== 'referred-back') return [];
  const to = { kind: 'group', group: entry.group } as const;
  return [{ topic: 'referred-back', to, mentions: entry.supervisors, entry: index }];
}

/** The channel of the Level 3 group reads that it no longer has the case (rule L3-2); its assignee is told personally. */
function ofRecall(entry: Entry, index: number, found: Case | undefined): readonly Draft[] {
  if (entry.kind !== 'recalled' || found === undefined) return [];
  const to = { kind: 'group', group: found.group } as const;
  return [{ topic: 'recalled', to, entry: index }];
}

/** Both groups' supervisors are mentioned in the Level 3 group's channel (rule L3-3); each is told personally too. */
function ofAsking(entry: Entry, index: number): readonly Draft[] {
  if (entry.kind !== 'supervisors-asked') return [];
  const to = { kind: 'group', group: entry.group } as const;
  return [{ topic: 'supervisors-asked', to, mentions: entry.supervisors, entry: index }];
}

/** Who may approve a closing is asked in person and in the group's channel, where they are mentioned (rule CL-5). */
function ofApproval(entry: Entry, index: number, found: Case | undefined): readonly Draft[] {
  if (entry.kind !== 'closing-asked' || found === undefined) return [];
  const about = { topic: 'approval', entry: index };
  const group = { kind: 'group', group: found.group } as const;
  return [
    { ...about, to: group, mentions: entry.supervisors },
    ...entry.supervisors.map((person): Draft => ({ ...about, to: { kind: 'person', person } })),
  ];
}

/** The gatekeepers of the group are told in person, and its channel has the card with Claim and Assign (rule AC-7). */
function ofDeparture(entry: Entry, index: number): readonly Draft[] {
  if (entry.kind !== 'assignee-left') return [];
  const people = entry.gatekeepers.map((person) => ({ kind: 'person', person }) as const);
  return [{ kind: 'group', group: entry.group } as const, ...people].map((to): Draft => {
    return { topic: 'assignee-left', bundle: 'left', to, entry: index };
  });
}

/** A word to the customer leaves as an e-mail (rules CK-1, CK-2, CL-3). */
function ofMail(index: number, after: Case): readonly Draft[] {
  if (letterOf(after, index) === undefined) return [];
  return [{ topic: 'mail', to: { kind: 'customer' }, entry: index }];
}
