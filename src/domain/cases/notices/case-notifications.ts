import type { PersonId } from '../../directory/directory';
import { draftsOfAdded, type NotificationDraft as Draft } from '../../kernel/record-type';
import type { DomainContext } from '../../kernel/domain-context';
import type { Case } from '../case';
import { customerEmailOf } from '../messages/customer-email';
import { foundBy } from '../project-case';
import type { Entry, EntryOf } from '../timeline';
import { recipientsOf } from './recipients';

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
  /** The email of an entry goes to the customer. */
  | 'mail';

/**
 * The notifications that a change makes beside those of clocks (`told`), from the entries that `after` has beyond `before`
 * (absent for a new case).
 */
export function caseNotificationsFor(
  before: Case | undefined,
  after: Case,
  _world: DomainContext,
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
  const draftsOf = DRAFTS[entry.kind] as DraftsOf<Entry['kind']> | undefined;
  const own = (draftsOf?.(entry, found) ?? []).map((draft): Draft => ({ ...draft, entry: index }));
  const drafts = [...own, ...ofMail(index, after)];
  // Who stands in two roles to the case has one card of an entry: the one that asks something of them.
  const ofClocks = told.filter((draft) => draft.entry === index);
  const had = new Set(
    [...drafts, ...ofClocks].flatMap(({ to }) => (to.kind === 'person' ? [to.person] : [])),
  );
  const people = recipientsOf(entry, found).filter((person) => !had.has(person));
  return [...drafts, ...people.map((person) => ({ topic: 'told', to: inPerson(person), entry: index }))];
}

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

type DraftsOf<Kind extends Entry['kind']> = (
  entry: EntryOf<Kind>,
  found: Case | undefined,
) => readonly Omit<Draft, 'entry'>[];

const channelOf = (group: string) => ({ kind: 'group', group }) as const;
const inPerson = (person: PersonId) => ({ kind: 'person', person }) as const;
const arrival = (group: string) => [{ topic: 'arrival', to: channelOf(group) }];

/**
 * What an entry of a kind is notified of beside whom it concerns. Where a case comes to a group without a person, or from
 * another group, its channel sees it come.
 */
const DRAFTS: { readonly [Kind in Entry['kind']]?: DraftsOf<Kind> } = {
  opened: ({ group, assignee }) => (assignee === undefined ? arrival(group) : []),
  escalated: ({ group }) => arrival(group),
  reassigned: ({ group, to }, found) => (to === undefined || group !== found?.group ? arrival(group) : []),
  responded: ({ group, to }) => (to === undefined && group !== undefined ? arrival(group) : []),
  // Both groups' supervisors are mentioned in the Level 2 group's channel (rule L3-2); each is told personally too.
  'referred-back': ({ group, to, supervisors }) => [
    ...(to === undefined ? arrival(group) : []),
    { topic: 'referred-back', to: channelOf(group), mentions: supervisors },
  ],
  // The channel of the Level 3 group reads that it no longer has the case (rule L3-2); its assignee is told personally.
  recalled: ({ group, to }, found) => [
    ...(to === undefined ? arrival(group) : []),
    ...(found === undefined ? [] : [{ topic: 'recalled', to: channelOf(found.group) }]),
  ],
  // Both groups' supervisors are mentioned in the Level 3 group's channel (rule L3-3); each is told personally too.
  'supervisors-asked': ({ group, supervisors }) => [
    { topic: 'supervisors-asked', to: channelOf(group), mentions: supervisors },
  ],
  // Who may approve a closing is asked in person and in the group's channel, where they are mentioned (rule CL-5).
  'closing-asked': ({ supervisors }, found) => [
    ...(found === undefined
      ? []
      : [{ topic: 'approval', to: channelOf(found.group), mentions: supervisors }]),
    ...supervisors.map((person) => ({ topic: 'approval', to: inPerson(person) })),
  ],
  // The gatekeepers of the group are told in person, and its channel has the card with Claim and Assign (rule AC-7).
  'assignee-left': ({ group, gatekeepers }) =>
    [channelOf(group), ...gatekeepers.map(inPerson)].map((to) => {
      return { topic: 'assignee-left', bundle: 'left', to };
    }),
};

/** A message to the customer leaves as an email (rules CK-1, CK-2, CL-3). */
function ofMail(index: number, after: Case): readonly Draft[] {
  if (customerEmailOf(after, index) === undefined) return [];
  return [{ topic: 'mail', to: { kind: 'customer' }, entry: index }];
}
