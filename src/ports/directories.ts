import type { ChannelBinding, Directory, Group, Person, PersonId } from '../domain/people/directory';

/** The site's people and groups; `current()` never waits. */
export interface DirectoryRegister {
  current(): Directory;
  /** Binds a group to its channel; everyone sees it in the next turn. */
  bindChannel(groupKey: string, channel: ChannelBinding): Promise<Group>;
  /** Loads a directory, replacing groups and people of the same key; bindings made by `connect` stay. */
  load(groups: readonly Group[], people: readonly Person[]): Promise<void>;
  isEmpty(): boolean;
  /** Adds a person to a group as agent, and to the people where not there yet; a later load keeps both. Safe to repeat. */
  admit(person: Person, groupKey: string): Promise<void>;
  /** Keeps the group that a person chose as primary; a later load leaves it. */
  choosePrimary(person: PersonId, groupKey: string): Promise<void>;
}
