import type { Departure, GroupEntry } from '../domain/directory/members/group-timeline';
import type { MemberChange } from '../domain/directory/members/decide-members';
import type { Result } from '../domain/kernel/refusal';
import type { ChannelBinding, Directory, Group, Person, PersonId } from '../domain/directory/directory';

/** Who changes a group's people, when (epoch milliseconds), and the id of the activity. */
export type MemberAct = Pick<GroupEntry, 'by' | 'at' | 'cause'>;

/** The site's people and groups; `current()` never waits. */
export interface DirectoryRegister {
  current(): Directory;
  /** Binds a group to its channel; everyone sees it in the next turn. */
  bindChannel(groupKey: string, channel: ChannelBinding): Promise<Group>;
  /**
   * Loads a directory, replacing groups and people of the same key; bindings made by `connect` stay, and what chat changed of
   * a group's people, but of whom the file says something else than when it was loaded before. `at`: epoch milliseconds.
   */
  load(groups: readonly Group[], people: readonly Person[], at?: number): Promise<void>;
  isEmpty(): boolean;
  /**
   * Adds a person to a group as agent by a membership request, and to the people where not there yet; a later load keeps
   * both. Safe to repeat: done once a cause.
   */
  admit(person: Person, groupKey: string, act: MemberAct & { readonly request: string }): Promise<void>;
  /**
   * Changes who belongs to a group, decided on the group as it is stored. Of the same cause the first is answered; undefined
   * where there is no such group. Who leaves is among the departures with the same write.
   */
  changeMembers(
    groupKey: string,
    act: MemberAct,
    decide: (group: Group) => Result<MemberChange>,
  ): Promise<Result<GroupEntry> | undefined>;
  /** Every change of a group's people, in order. */
  timeline(groupKey: string): readonly GroupEntry[];
  /** People who left whose open cases have not been handled yet. */
  departures(): readonly Departure[];
  /** Marks the cases of a departure as handled. Safe to repeat. */
  departed(departure: Departure): Promise<void>;
  /** Keeps the group that a person chose as primary; a later load leaves it. */
  choosePrimary(person: PersonId, groupKey: string): Promise<void>;
}
