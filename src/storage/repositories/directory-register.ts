import { z } from 'zod/v4';
import { directoryOf } from '../../domain/directory/directory';
import type { ChannelBinding, Directory, Group, Person, PersonId } from '../../domain/directory/directory';
import { rolesIn, type Departure, type GroupEntry } from '../../domain/directory/members/group-timeline';
import { ok, type Result } from '../../domain/kernel/refusal';
import type { DirectoryRegister } from '../../ports/directories';
import { unlessUnreadable } from '../../ports/unreadable-record';
import { allOf } from '../pages';
import { keyedById, type Store } from '../store';
import type { Counters } from './counters';
import { entryOf, groupId, IDS, reloaded, standingGroup, withEntry, type GroupRecord } from './group-record';
import { keep } from './keep';

export const PERSON = keyedById<Person>({
  name: 'person',
  shape: z.looseObject({ id: z.string(), name: z.string(), email: z.string(), roles: IDS }),
});

/** Raised with every change, so that a refresh reads the directory only where there is something new. */
const REVISION = 'directory';

/** Before anything was read, and where the counter of changes cannot be. */
const UNKNOWN = -1;

/** The site's directory on a store, held in memory; `refresh` brings in what other instances changed. */
export class StoredDirectory implements DirectoryRegister {
  #directory = directoryOf([], []);
  #records: readonly GroupRecord[] = [];
  #revision = UNKNOWN;
  #bound: (groupKey: string) => void = () => undefined;

  constructor(
    private readonly groups: Store<GroupRecord>,
    private readonly people: Store<Person>,
    private readonly counters: Counters,
  ) {}

  current(): Directory {
    return this.#directory;
  }

  isEmpty(): boolean {
    return this.#directory.groups.length === 0 && this.#directory.people.length === 0;
  }

  /** Makes the next refresh read the directory even if it did not change, because one of its records can be read again. */
  forget(): void {
    this.#revision = UNKNOWN;
  }

  /** Reads the directory again if it changed; call it at start and every few seconds. */
  async refresh(): Promise<void> {
    // Read before the records: a change that comes between the two is read twice rather than not at all.
    // If the counter cannot be read, the records are read each time.
    const revision = (await unlessUnreadable(this.counters.last(REVISION))) ?? UNKNOWN;
    if (revision === this.#revision && revision !== UNKNOWN) return;
    const [groups, people] = await Promise.all([everyValue(this.groups), everyValue(this.people)]);
    // With two refreshes at once, the older may end last.
    if (revision !== UNKNOWN && revision < this.#revision) return;
    this.#records = groups;
    this.#directory = directoryOf(groups.map(standingGroup), people);
    this.#revision = revision;
  }

  /** Calls back with the key of a group whenever it is bound to a channel here. */
  whenBound(told: (groupKey: string) => void): void {
    this.#bound = told;
  }

  async bindChannel(groupKey: string, channel: ChannelBinding): Promise<Group> {
    let bound: Group | undefined;
    await keep(this.groups, groupId(groupKey), (known) => {
      if (known === undefined) return undefined;
      const record = { ...known, connected: channel };
      bound = standingGroup(record);
      return record;
    });
    if (bound === undefined) throw new Error(`There is no group ${groupKey} to connect to a channel`);
    await this.#changed();
    this.#bound(bound.key);
    return bound;
  }

  async load(groups: readonly Group[], people: readonly Person[], at = 0): Promise<void> {
    // One that cannot be read holds what no file has, a channel or its timeline: it is left for who fixes it.
    for (const group of groups)
      await unlessUnreadable(
        keep(this.groups, groupId(group.key), (known) =>
          known === undefined ? { group } : reloaded(known, group, at),
        ),
      );
    for (const person of people)
      await unlessUnreadable(keep(this.people, person.id, (known) => withPrimary(person, known)));
    await this.#changed();
  }

  async admit(
    person: Person,
    groupKey: string,
    { by, at, cause, request }: Parameters<DirectoryRegister['admit']>[2],
  ): Promise<void> {
    const isNew = await keep(this.people, person.id, (known) => (known === undefined ? person : undefined));
    const isAdded = await keep(this.groups, groupId(groupKey), (known) => {
      if (known === undefined || entryOf(known, cause) !== undefined) return undefined;
      const from = rolesIn(standingGroup(known), person.id);
      const to = from.length === 0 ? (['agent'] as const) : from;
      const why = `Membership request ${request}`;
      return withEntry(known, { kind: 'approved', person: person.id, from, to, at, by, cause, why });
    });
    if (isNew || isAdded) await this.#changed();
  }

  async changeMembers(
    groupKey: string,
    act: Parameters<DirectoryRegister['changeMembers']>[1],
    decide: Parameters<DirectoryRegister['changeMembers']>[2],
  ): Promise<Result<GroupEntry> | undefined> {
    let decided: Result<GroupEntry> | undefined;
    const isChanged = await keep(this.groups, groupId(groupKey), (known) => {
      const done = known && entryOf(known, act.cause);
      if (known === undefined || done !== undefined) {
        decided = done && ok(done);
        return undefined;
      }
      const change = decide(standingGroup(known));
      decided = change.ok ? ok({ ...change.value, ...act }) : change;
      return decided.ok ? withEntry(known, decided.value) : undefined;
    });
    if (isChanged) await this.#changed();
    return decided;
  }

  timeline(groupKey: string): readonly GroupEntry[] {
    const id = groupId(groupKey);
    return this.#records.find(({ group }) => groupId(group.key) === id)?.timeline ?? [];
  }

  departures(): readonly Departure[] {
    return this.#records.flatMap(({ departures = [] }) => departures);
  }

  async departed({ group, cause }: Departure): Promise<void> {
    const isChanged = await keep(this.groups, groupId(group), (known) => {
      const { departures = [] } = known ?? {};
      const left = departures.filter((each) => each.cause !== cause);
      return known === undefined || left.length === departures.length
        ? undefined
        : { ...known, departures: left };
    });
    if (isChanged) await this.#changed();
  }

  async choosePrimary(person: PersonId, groupKey: string): Promise<void> {
    await keep(this.people, person, (known) => known && { ...known, primary: groupKey });
    await this.#changed();
  }

  async #changed(): Promise<void> {
    await unlessUnreadable(this.counters.next(REVISION));
    await this.refresh();
  }
}

const withPrimary = (person: Person, known: Person | undefined): Person =>
  known?.primary === undefined ? person : { ...person, primary: known.primary };

const everyValue = async <T>(store: Store<T>): Promise<readonly T[]> =>
  (await allOf(store, {})).map(({ value }) => value);
