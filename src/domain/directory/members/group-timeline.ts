import type { Group, PersonId } from '../directory';

/** The roles of a member of an assignment group (rule AC-2). */
export type MemberRole = 'agent' | 'gatekeeper' | 'supervisor';

/**
 * One change of who belongs to a group (rule AC-5). The group's timeline only grows; the latest entry of a person says
 * which roles they have, none for who left.
 */
export interface GroupEntry {
  /** `approved`: by a membership request. `loaded`: the directory file says something else of the person than before. */
  readonly kind: 'added' | 'removed' | 'role-changed' | 'approved' | 'loaded';
  readonly person: PersonId;
  readonly from: readonly MemberRole[];
  readonly to: readonly MemberRole[];
  /** Epoch milliseconds. */
  readonly at: number;
  /** A person by id, or `casekeeper` for what the directory file says. */
  readonly by: PersonId;
  /** The activity that brought it, so that one that comes twice is done once. */
  readonly cause: string;
  readonly why?: string;
  /** Who gets the open cases of a person who was removed; absent where they are left for the gatekeeper. */
  readonly casesTo?: PersonId;
}

/**
 * Somebody left a group, and their open cases there are still to be reassigned or marked (rule AC-7). `cause` is that of
 * the entry.
 */
export type Departure = Pick<GroupEntry, 'person' | 'by' | 'cause' | 'casesTo'> & { readonly group: string };

/** Every role of a person in a group, none for who is no member. */
export const rolesIn = (
  { agents, gatekeepers, supervisors }: Pick<Group, 'agents' | 'gatekeepers' | 'supervisors'>,
  person: PersonId,
): readonly MemberRole[] => [
  ...(agents.includes(person) ? (['agent'] as const) : []),
  ...(gatekeepers.includes(person) ? (['gatekeeper'] as const) : []),
  ...(supervisors.includes(person) ? (['supervisor'] as const) : []),
];

/** Whether a person belongs to a group in any role. */
export const isMemberOf = (group: Group, person: PersonId): boolean => rolesIn(group, person).length > 0;

/** "gatekeeper and supervisor", or "no member" for who has no role. */
export const rolesText = (roles: readonly MemberRole[]): string =>
  roles.length === 0 ? 'no member' : roles.join(' and ');

/** The group as loaded, with what its timeline says of its people since. Who left is named as `former`. */
export function withTimeline(group: Group, timeline: readonly GroupEntry[]): Group {
  if (timeline.length === 0) return group;
  const latest = new Map(timeline.map(({ person, to }) => [person, to]));
  const staff = (role: MemberRole, loaded: readonly PersonId[]): readonly PersonId[] => {
    const kept = loaded.filter((person) => latest.get(person)?.includes(role) ?? true);
    const added = [...latest].flatMap(([person, to]) =>
      to.includes(role) && !loaded.includes(person) ? [person] : [],
    );
    return [...kept, ...added];
  };
  const former = [...latest].flatMap(([person, to]) => (to.length === 0 ? [person] : []));
  return {
    ...group,
    agents: staff('agent', group.agents),
    gatekeepers: staff('gatekeeper', group.gatekeepers),
    supervisors: staff('supervisor', group.supervisors),
    ...(former.length === 0 ? {} : { former }),
  };
}

/**
 * What a directory file changes of a group's people, person by person: whatever chat said of someone before, the file's
 * later word counts; of whom it says the same as before, nothing changes.
 */
export function loadedEntries(
  before: { readonly loaded: Group; readonly now: Group },
  file: Group,
  at: number,
): readonly GroupEntry[] {
  const people = new Set(
    [before.loaded, file].flatMap((each) => [...each.gatekeepers, ...each.supervisors, ...each.agents]),
  );
  return [...people].flatMap((person): GroupEntry[] => {
    const to = rolesIn(file, person);
    if (rolesText(rolesIn(before.loaded, person)) === rolesText(to)) return [];
    const from = rolesIn(before.now, person);
    return [
      { kind: 'loaded', person, from, to, at, by: 'casekeeper', cause: `directory:${String(at)}:${person}` },
    ];
  });
}

/** The departure that an entry makes: somebody belonged to the group and no longer does. */
export const departureOf = (
  group: string,
  { person, from, to, by, cause, casesTo }: GroupEntry,
): Departure | undefined =>
  from.length === 0 || to.length > 0
    ? undefined
    : { group, person, by, cause, ...(casesTo === undefined ? {} : { casesTo }) };
