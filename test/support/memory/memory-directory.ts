import { directoryOf } from '../../../src/domain/directory/directory';
import type { ChannelBinding, Directory, Group, Person } from '../../../src/domain/directory/directory';
import { rolesIn } from '../../../src/domain/directory/members/group-timeline';
import type { Departure } from '../../../src/domain/directory/members/group-timeline';
import { ok } from '../../../src/domain/kernel/refusal';
import type { DirectoryRegister } from '../../../src/ports/directories';
import { entryOf, groupId, standingGroup, withEntry } from '../../../src/storage/repositories/group-record';
import type { GroupRecord } from '../../../src/storage/repositories/group-record';
import { aDirectory } from '../site';

/** A site's directory that takes bindings and changes of its people, in memory. */
export class MemoryDirectory implements DirectoryRegister {
  #records: readonly GroupRecord[] = aDirectory().groups.map((group) => ({ group }));
  #directory: Directory = aDirectory();

  current(): Directory {
    return this.#directory;
  }
  bindChannel(groupKey: string, channel: ChannelBinding) {
    this.#change(groupKey, (record) => ({ ...record, connected: channel }));
    const bound = this.#directory.group(groupKey);
    return bound === undefined ? Promise.reject(new Error('no such group')) : Promise.resolve(bound);
  }
  replaceGroups(groups: Directory['groups']): void {
    this.#records = groups.map((group) => ({ group }));
    this.#rebuild();
  }
  replacePeople(people: Directory['people']): void {
    this.#rebuild(people);
  }
  load(): Promise<void> {
    return Promise.resolve();
  }
  isEmpty(): boolean {
    return false;
  }
  admit(person: Person, groupKey: string, act: Parameters<DirectoryRegister['admit']>[2]): Promise<void> {
    const { request, ...done } = act;
    this.#change(groupKey, (record) => {
      if (entryOf(record, act.cause) !== undefined) return record;
      const from = rolesIn(standingGroup(record), person.id);
      const to = from.length === 0 ? (['agent'] as const) : from;
      return withEntry(record, { kind: 'approved', person: person.id, from, to, ...done, why: request });
    });
    const { people } = this.#directory;
    if (this.#directory.person(person.id) === undefined) this.#rebuild([...people, person]);
    return Promise.resolve();
  }
  changeMembers(...[groupKey, act, decide]: Parameters<DirectoryRegister['changeMembers']>) {
    let decided: Awaited<ReturnType<DirectoryRegister['changeMembers']>>;
    this.#change(groupKey, (record) => {
      const done = entryOf(record, act.cause);
      if (done !== undefined) {
        decided = ok(done);
        return record;
      }
      const change = decide(standingGroup(record));
      decided = change.ok ? ok({ ...change.value, ...act }) : change;
      return decided.ok ? withEntry(record, decided.value) : record;
    });
    return Promise.resolve(decided);
  }
  timeline(groupKey: string) {
    return this.#records.find(({ group }) => group.key === groupKey)?.timeline ?? [];
  }
  departures(): readonly Departure[] {
    return this.#records.flatMap(({ departures = [] }) => departures);
  }
  departed({ group, cause }: Departure): Promise<void> {
    this.#change(group, ({ departures = [], ...record }) => ({
      ...record,
      departures: departures.filter((each) => each.cause !== cause),
    }));
    return Promise.resolve();
  }
  choosePrimary(id: string, primary: string): Promise<void> {
    const { people } = this.#directory;
    this.#rebuild(people.map((person) => (person.id === id ? { ...person, primary } : person)));
    return Promise.resolve();
  }

  #change(groupKey: string, next: (record: GroupRecord) => GroupRecord): void {
    const id = groupId(groupKey);
    this.#records = this.#records.map((record) => (groupId(record.group.key) === id ? next(record) : record));
    this.#rebuild();
  }
  #rebuild(people = this.#directory.people): void {
    const groups: readonly Group[] = this.#records.map(standingGroup);
    this.#directory = directoryOf(groups, people);
  }
}
