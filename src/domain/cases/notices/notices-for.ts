import { clocksOf } from '../clocks/clocks-of';
import type { Case } from '../case';
import { foundBy } from '../project-case';
import type { Entry, EntryOf } from '../timeline';
import { letterOf } from '../messages/letter';
import type { Group, PersonId } from '../../directory/directory';
import type { World } from '../../kernel/world';
import type { Notice, NoticeAddress } from './notice';
import { concernedBy } from './concerned-by';

/** A notice before it has its id; `entry` is the index of the entry that makes it. */
interface Draft extends Pick<Notice, 'to' | 'mentions'> {
  /** Delivery alone makes word of a lost notice. */
  readonly subject: Exclude<Notice['subject'], { kind: 'undelivered' | 'set-aside' }>;
  readonly entry: number;
}

/**
 * The notices that a change makes, from the entries that `after` has beyond `before` (absent for a new case). Ids are
 * made of what a notice is about, so that the same change made twice gives the same notices, each once (rule CK-11).
 * Of a clock that is warned and missed in one change, only the breach is noticed.
 */
export function noticesFor(before: Case | undefined, after: Case, world: World): readonly Notice[] {
  const { number, timeline } = after;
  const from = before?.timeline.length ?? 0;
  const added = timeline.slice(from);
  const found = foundBy(before, after);
  const all = found.flatMap((each, offset) => ofEntry(from + offset, each, after, world));
  const drafts = [...onceAnAct(all, timeline)];
  if (before !== undefined && added.length > 0) {
    const entry = timeline.length - 1;
    drafts.push({ subject: { kind: 'refresh', entry }, to: { kind: 'posts' }, mentions: [], entry });
  }
  const byId = new Map(drafts.map((draft) => [idOf(draft, after), draft]));
  return [...byId].map(([id, { subject, to, mentions, entry }]) => {
    return { id, caseNumber: number, subject, to, mentions, madeAt: timeline[entry]?.at ?? after.changedAt };
  });
}

function ofEntry(index: number, found: Case | undefined, after: Case, world: World): readonly Draft[] {
  const entry = after.timeline[index];
  if (entry === undefined) return [];
  const drafts = [
    ...ofArrival(entry, index, found),
    ...ofClock(entry, index, after, world),
    ...ofReferral(entry, index),
    ...ofRecall(entry, index, found),
    ...ofAsking(entry, index),
    ...ofApproval(entry, index, found),
    ...ofDeparture(entry, index),
    ...ofMail(index, after),
  ];
  // Who stands in two roles to the case has one card of an entry: the one that asks something of them.
  const had = new Set(drafts.flatMap(({ to }) => (to.kind === 'person' ? [to.person] : [])));
  const people = concernedBy(entry, found).filter((person) => !had.has(person));
  return [...drafts, ...people.map((person) => toldOf(person, index))];
}

const toldOf = (person: PersonId, entry: number): Draft => {
  return { subject: { kind: 'told', entry }, to: { kind: 'person', person }, mentions: [], entry };
};

/** One act that makes several entries is told to a person once, by the first of them that concerns them. */
function onceAnAct(drafts: readonly Draft[], timeline: Case['timeline']): readonly Draft[] {
  const told = new Set<string>();
  return drafts.filter(({ subject, to, entry }) => {
    const { by, cause } = timeline[entry] ?? {};
    // Clocks that the sweep finds are many acts in one.
    if (subject.kind !== 'told' || to.kind !== 'person' || by === 'casekeeper') return true;
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
  return [{ subject: { kind: 'arrival' }, to: { kind: 'group', group }, mentions: [], entry: index }];
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

function ofClock(entry: Entry, index: number, after: Case, world: World): readonly Draft[] {
  if (entry.kind !== 'clock-warned' && entry.kind !== 'clock-missed' && entry.kind !== 'clock-escalated')
    return [];
  const group = owingGroup(entry, after, world);
  if (group === undefined) return [];
  const to = { kind: 'group', group: group.key } as const;
  const about = { clock: entry.clock, dueAt: entry.dueAt };
  if (entry.kind === 'clock-warned') {
    const missedToo = after.timeline.some(
      (each) => each.kind === 'clock-missed' && each.clock === entry.clock && each.dueAt === entry.dueAt,
    );
    if (missedToo) return [];
    const mentions = after.assignee === undefined || after.group !== group.key ? [] : [after.assignee];
    return [{ subject: { kind: 'warning', ...about }, to, mentions, entry: index }];
  }
  const up = entry.kind === 'clock-escalated';
  const subject = { kind: up ? 'escalation' : 'breach', ...about } as const;
  const mentions = up ? entry.people : [...new Set([...group.gatekeepers, ...group.supervisors])];
  const personal = (up ? entry.people : group.supervisors).map((person): Draft => {
    return { subject, to: { kind: 'person', person }, mentions: [], entry: index };
  });
  return [{ subject, to, mentions, entry: index }, ...personal];
}

/** The group that owes what the clock asks for: its channel is warned. */
function owingGroup(
  entry: EntryOf<'clock-warned' | 'clock-missed' | 'clock-escalated'>,
  after: Case,
  world: World,
): Group | undefined {
  const clock = clocksOf(after, world).find((each) => each.key === entry.clock);
  return world.directory.group(clock?.group ?? after.group);
}

/** Both groups' supervisors are mentioned in the Level 2 group's channel (rule L3-2); each is told personally too. */
function ofReferral(entry: Entry, index: number): readonly Draft[] {
  if (entry.kind !== 'referred-back') return [];
  const to = { kind: 'group', group: entry.group } as const;
  return [
    { subject: { kind: 'referred-back', entry: index }, to, mentions: entry.supervisors, entry: index },
  ];
}

/** The channel of the Level 3 group reads that it no longer has the case (rule L3-2); its assignee is told personally. */
function ofRecall(entry: Entry, index: number, found: Case | undefined): readonly Draft[] {
  if (entry.kind !== 'recalled' || found === undefined) return [];
  const to = { kind: 'group', group: found.group } as const;
  return [{ subject: { kind: 'recalled', entry: index }, to, mentions: [], entry: index }];
}

/** Both groups' supervisors are mentioned in the Level 3 group's channel (rule L3-3); each is told personally too. */
function ofAsking(entry: Entry, index: number): readonly Draft[] {
  if (entry.kind !== 'supervisors-asked') return [];
  const to = { kind: 'group', group: entry.group } as const;
  return [
    { subject: { kind: 'supervisors-asked', entry: index }, to, mentions: entry.supervisors, entry: index },
  ];
}

/** Who may approve a closing is asked in person and in the group's channel, where they are mentioned (rule CL-5). */
function ofApproval(entry: Entry, index: number, found: Case | undefined): readonly Draft[] {
  if (entry.kind !== 'closing-asked' || found === undefined) return [];
  const subject = { kind: 'approval', entry: index } as const;
  const group = { kind: 'group', group: found.group } as const;
  return [
    { subject, to: group, mentions: entry.supervisors, entry: index },
    ...entry.supervisors.map((person): Draft => {
      return { subject, to: { kind: 'person', person }, mentions: [], entry: index };
    }),
  ];
}

/** The gatekeepers of the group are told in person, and its channel has the card with Claim and Assign (rule AC-7). */
function ofDeparture(entry: Entry, index: number): readonly Draft[] {
  if (entry.kind !== 'assignee-left') return [];
  const subject = { kind: 'assignee-left', entry: index } as const;
  const people = entry.gatekeepers.map((person) => ({ kind: 'person', person }) as const);
  return [{ kind: 'group', group: entry.group } as const, ...people].map((to): Draft => {
    return { subject, to, mentions: [], entry: index };
  });
}

/** A word to the customer leaves as an e-mail (rules CK-1, CK-2, CL-3). */
function ofMail(index: number, after: Case): readonly Draft[] {
  if (letterOf(after, index) === undefined) return [];
  return [{ subject: { kind: 'mail', entry: index }, to: { kind: 'customer' }, mentions: [], entry: index }];
}

function idOf({ subject, to, entry }: Draft, after: Case): string {
  switch (subject.kind) {
    case 'warning':
    case 'breach':
    case 'escalation':
      return `${after.number}/${subject.clock}/${subject.kind}/${subject.dueAt}/${addressOf(to)}`;
    case 'refresh':
      return `${after.number}/refresh/${after.timeline.length}`;
    case 'arrival':
    case 'told':
    case 'referred-back':
    case 'recalled':
    case 'supervisors-asked':
    case 'approval':
    case 'assignee-left':
    case 'mail':
      return `${after.number}/entry-${entry}/${subject.kind}/${addressOf(to)}`;
  }
}

function addressOf(to: NoticeAddress): string {
  switch (to.kind) {
    case 'group':
      return `group:${to.group}`;
    case 'person':
      return `person:${to.person}`;
    case 'posts':
      return 'posts';
    case 'customer':
      return 'customer';
  }
}
