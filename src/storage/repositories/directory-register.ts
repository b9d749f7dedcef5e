import { directoryOf } from '../../domain/people/directory';
import type { ChannelBinding, Directory, Group, Person } from '../../domain/people/directory';
import type { DirectoryRegister } from '../../ports';
import { MOST } from '../check-query';
import type { Query, RecordKind, Store } from '../store';
import type { Counters } from './counters';
import { keep } from './keep';

/** A group as it was loaded, and the channel that `connect` bound it to, which no load takes away. */
interface GroupRecord {
  readonly group: Group;
  readonly connected?: ChannelBinding;
}

export const GROUP: RecordKind<GroupRecord> = { name: 'group', fields: {}, indexes: [], indexed: () => ({}) };
export const PERSON: RecordKind<Person> = { name: 'person', fields: {}, indexes: [], indexed: () => ({}) };

/** Raised with every change, so that a refresh reads the directory only where there is something new. */
const REVISION = 'directory';

/** Group keys are found whatever their case. */
const groupId = (key: string): string => key.toLowerCase();

/** The site's directory on a store, held in memory; `refresh` brings in what other instances changed. */
export class StoredDirectory implements DirectoryRegister {
  #directory = directoryOf([], []);
  #revision = -1;

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

  /** Reads the directory again where it changed; to be called at start and every few seconds. */
  async refresh(): Promise<void> {
    // Read before the records: a change that comes between the two is read twice rather than not at all.
    const revision = await this.counters.last(REVISION);
    if (revision === this.#revision) return;
    const [groups, people] = await Promise.all([allOf(this.groups), allOf(this.people)]);
    // Of two refreshes at once the older may end last.
    if (revision < this.#revision) return;
    this.#directory = directoryOf(groups.map(boundGroup), people);
    this.#revision = revision;
  }

  async bindChannel(groupKey: string, channel: ChannelBinding): Promise<Group> {
    let bound: Group | undefined;
    await keep(this.groups, groupId(groupKey), (known) => {
      if (known === undefined) return undefined;
      bound = { ...known.group, channel };
      return { group: known.group, connected: channel };
    });
    if (bound === undefined) throw new Error(`There is no group ${groupKey} to bind to a channel`);
    await this.#changed();
    return bound;
  }

  async load(groups: readonly Group[], people: readonly Person[]): Promise<void> {
    for (const group of groups) await keep(this.groups, groupId(group.key), (known) => ({ ...known, group }));
    for (const person of people) await keep(this.people, person.id, () => person);
    await this.#changed();
  }

  async #changed(): Promise<void> {
    await this.counters.next(REVISION);
    await this.refresh();
  }
}

const boundGroup = ({ group, connected }: GroupRecord): Group =>
  connected === undefined ? group : { ...group, channel: connected };

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
