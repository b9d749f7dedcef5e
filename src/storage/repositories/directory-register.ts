import { IANAZone } from 'luxon';
import { z } from 'zod/v4';
import { directoryOf } from '../../domain/people/directory';
import type { ChannelBinding, Directory, Group, Person, PersonId } from '../../domain/people/directory';
import type { DirectoryRegister } from '../../ports/directories';
import { unlessUnreadable } from '../../ports/unreadable-record';
import { MOST } from '../check-query';
import type { Query, RecordKind, Store } from '../store';
import type { Counters } from './counters';
import { keep } from './keep';

/** A group as it was loaded, with the channel that `connect` bound it to and the agents that approvals added, which no load takes away. */
interface GroupRecord {
  readonly group: Group;
  readonly connected?: ChannelBinding;
  readonly admitted?: readonly PersonId[];
}

const IDS = z.array(z.string());

export const GROUP: RecordKind<GroupRecord> = {
  name: 'group',
  fields: {},
  indexes: [],
  indexed: () => ({}),
  shape: z.looseObject({
    group: z.looseObject({
      key: z.string(),
      name: z.string(),
      msc: z.string(),
      level: z.union([z.number(), z.string()]),
      bpid: z.string(),
      zone: z.string().refine((zone) => IANAZone.isValidZone(zone)),
      holidays: IDS,
      gatekeepers: IDS,
      supervisors: IDS,
      agents: IDS,
    }),
    connected: z.looseObject({ conversationId: z.string() }).optional(),
    admitted: IDS.optional(),
  }),
};

export const PERSON: RecordKind<Person> = {
  name: 'person',
  fields: {},
  indexes: [],
  indexed: () => ({}),
  shape: z.looseObject({ id: z.string(), name: z.string(), email: z.string(), roles: IDS }),
};

/** Raised with every change, so that a refresh reads the directory only where there is something new. */
const REVISION = 'directory';

/** Before anything was read, and where the counter of changes cannot be. */
const UNKNOWN = -1;

/** Group keys are found whatever their case. */
const groupId = (key: string): string => key.toLowerCase();

/** The site's directory on a store, held in memory; `refresh` brings in what other instances changed. */
export class StoredDirectory implements DirectoryRegister {
  #directory = directoryOf([], []);
  #revision = UNKNOWN;

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

  /** Has the next refresh read the directory, whether it changed or not: a record of it can be read again. */
  forget(): void {
    this.#revision = UNKNOWN;
  }

  /** Reads the directory again where it changed; to be called at start and every few seconds. */
  async refresh(): Promise<void> {
    // Read before the records: a change that comes between the two is read twice rather than not at all.
    // One that cannot be read counts nothing any more: then the records are read each time.
    const revision = (await unlessUnreadable(this.counters.last(REVISION))) ?? UNKNOWN;
    if (revision === this.#revision && revision !== UNKNOWN) return;
    const [groups, people] = await Promise.all([allOf(this.groups), allOf(this.people)]);
    // Of two refreshes at once the older may end last.
    if (revision !== UNKNOWN && revision < this.#revision) return;
    this.#directory = directoryOf(groups.map(standingGroup), people);
    this.#revision = revision;
  }

  async bindChannel(groupKey: string, channel: ChannelBinding): Promise<Group> {
    let bound: Group | undefined;
    await keep(this.groups, groupId(groupKey), (known) => {
      if (known === undefined) return undefined;
      const record = { ...known, connected: channel };
      bound = standingGroup(record);
      return record;
    });
    if (bound === undefined) throw new Error(`There is no group ${groupKey} to bind to a channel`);
    await this.#changed();
    return bound;
  }

  async load(groups: readonly Group[], people: readonly Person[]): Promise<void> {
    // One that cannot be read holds what no file has, a channel or an admission: it is left for who mends it.
    for (const group of groups)
      await unlessUnreadable(keep(this.groups, groupId(group.key), (known) => ({ ...known, group })));
    for (const person of people)
      await unlessUnreadable(keep(this.people, person.id, (known) => withPrimary(person, known)));
    await this.#changed();
  }

  async admit(person: Person, groupKey: string): Promise<void> {
    const isNew = await keep(this.people, person.id, (known) => (known === undefined ? person : undefined));
    const isAdded = await keep(this.groups, groupId(groupKey), (known) => {
      if (known === undefined) return undefined;
      const { admitted = [] } = known;
      return admitted.includes(person.id) ? undefined : { ...known, admitted: [...admitted, person.id] };
    });
    if (isNew || isAdded) await this.#changed();
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

/** The group as everyone sees it. Who was admitted and is loaded in another role since stands in that role alone. */
function standingGroup({ group, connected, admitted = [] }: GroupRecord): Group {
  const loaded = new Set([...group.gatekeepers, ...group.supervisors, ...group.agents]);
  const added = admitted.filter((person) => !loaded.has(person));
  return {
    ...group,
    ...(added.length === 0 ? {} : { agents: [...group.agents, ...added] }),
    ...(connected === undefined ? {} : { channel: connected }),
  };
}

const withPrimary = (person: Person, known: Person | undefined): Person =>
  known?.primary === undefined ? person : { ...person, primary: known.primary };

/** Every record of a kind, by id. */
async function allOf<T>(store: Store<T>): Promise<T[]> {
  const all: T[] = [];
  let after: Query['after'];
  for (;;) {
    const page = await store.find({ where: {}, limit: MOST, ...(after === undefined ? {} : { after }) });
    all.push(...page.map(({ value }) => value));
    const last = page.at(-1);
    if (last === undefined || page.length < MOST) return all;
    after = { id: last.id, value: last.id };
  }
}
