/** The Microsoft Entra object id of a person; the one key by which people are known. */
export type PersonId = string;

/** The major subordinate commands whose groups work cases, and how each is named. */
export const MSC_NAMES = {
  aviation: 'Aviation',
  'land-and-maritime': 'Land and Maritime',
  'troop-support': 'Troop Support',
  distribution: 'Distribution',
  disposition: 'Disposition',
  energy: 'Energy',
} as const;
export type Msc = keyof typeof MSC_NAMES;

/** The levels of case work (DLAM 3000.05, glossary): 1 the Customer Interaction Center, 2 Customer Operations, 3 Supplier Operations. */
export type Level = 1 | 2 | 3;

/** Roles that stand above the groups (rules AC-2, AC-5). */
export type OverallRole = 'program-office' | 'business-process-analyst';

/** A person of the directory. `msc` bounds what a business process analyst sees. */
export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly OverallRole[];
  readonly msc?: Msc;
  /** Key of the group that the person chose as their primary one (rule AC-3). */
  readonly primary?: string;
}

/** Where a group's cards are posted: a Teams channel. `serviceUrl` is learned from the first activity seen there. */
export interface ChannelBinding {
  readonly conversationId: string;
  readonly serviceUrl?: string;
  readonly tenantId?: string;
}

/** An assignment group (rule AG-1). `zone` is an IANA time zone; `holidays` are ISO dates closed for this group alone. */
export interface Group {
  readonly key: string;
  readonly name: string;
  readonly msc: Msc | 'enterprise';
  readonly level: Level | 'program-office';
  readonly bpid: string;
  readonly zone: string;
  readonly holidays: readonly string[];
  readonly gatekeepers: readonly PersonId[];
  readonly supervisors: readonly PersonId[];
  readonly agents: readonly PersonId[];
  /** The second line: whom a breach that nobody cures is taken to. They are no members for that. */
  readonly escalation?: readonly PersonId[];
  readonly channel?: ChannelBinding;
  /** Who belonged to it and no longer does (rule AC-7). */
  readonly former?: readonly PersonId[];
}

/** The people and groups of a site, as one immutable value. */
export interface Directory {
  readonly groups: readonly Group[];
  readonly people: readonly Person[];
  person(id: PersonId): Person | undefined;
  group(key: string): Group | undefined;
  /** Everyone of the group, each once: gatekeepers, supervisors, agents. */
  members(key: string): readonly Person[];
  /** The groups that a person belongs to in any role. */
  groupsOf(id: PersonId): readonly Group[];
}

/** Makes a directory. Group keys are found whatever their case. */
export function directoryOf(groups: readonly Group[], people: readonly Person[]): Directory {
  const byId = new Map(people.map((person) => [person.id, person]));
  const byKey = new Map(groups.map((group) => [group.key.toLowerCase(), group]));
  const idsOf = (group: Group): PersonId[] => [...group.gatekeepers, ...group.supervisors, ...group.agents];
  return {
    groups,
    people,
    person: (id) => byId.get(id),
    group: (key) => byKey.get(key.toLowerCase()),
    members: (key) => {
      const group = byKey.get(key.toLowerCase());
      const ids = group === undefined ? [] : [...new Set(idsOf(group))];
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
    groupsOf: (id) => groups.filter((group) => idsOf(group).includes(id)),
  };
}
