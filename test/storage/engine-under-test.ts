import type { Engine, RecordKind, Store } from '../../src/storage/store';

export interface Item {
  readonly color?: string | undefined;
  readonly size?: number;
  readonly shiny?: boolean;
  readonly key?: string;
  readonly place?: string;
  readonly row?: number;
  readonly words?: readonly string[];
  readonly rest?: unknown;
}

/** A kind of its own for each test, so that no test sees another's records. */
export function kindNamed(name: string): RecordKind<Item> {
  return {
    name,
    fields: {
      color: 'string',
      size: 'number',
      shiny: 'boolean',
      key: 'string',
      place: 'string',
      row: 'number',
    },
    indexes: [
      { name: 'color-size', fields: ['color', 'size'] },
      { name: 'size', fields: ['size'] },
      { name: 'shiny-color', fields: ['shiny', 'color'] },
      { name: 'key', fields: ['key'], unique: true },
      { name: 'seat', fields: ['place', 'row'], unique: true },
    ],
    indexed: ({ color, size, shiny, key, place, row }) => ({ color, size, shiny, key, place, row }),
    words: (item) => item.words ?? [],
  };
}

/** How an engine is opened for a contract: on the same data each time, until it is dropped. */
export interface EngineUnderTest {
  open(): Promise<Engine>;
  drop(): Promise<void>;
  /** The ids and bodies of the stored records of a kind, by id; a body is the JSON text of the value. */
  bodies(kind: string): Promise<ReadonlyMap<string, string>>;
  /**
   * Overwrites the body of a stored record, as a disk or a hand would; its version and what it is found by stay. What is no
   * JSON becomes a document with something that JSON lacks where the engine keeps documents.
   */
  damage(kind: string, id: string, body: string): Promise<void>;
}

let number = 0;

/** The engine under test as the suites use it. */
export class StoreBench {
  #engine: Engine | undefined;
  constructor(private readonly under: EngineUnderTest) {}

  get engine(): Engine {
    if (this.#engine === undefined) throw new Error('the engine is not open');
    return this.#engine;
  }
  async open(): Promise<void> {
    this.#engine = await this.under.open();
  }
  async reopen(): Promise<void> {
    await this.engine.close();
    await this.open();
  }
  damage(kind: string, id: string, body: string): Promise<void> {
    return this.under.damage(kind, id, body);
  }
  async end(): Promise<void> {
    await this.engine.close();
    await this.under.drop();
  }
  fresh(): Promise<Store<Item>> {
    return this.engine.store(kindNamed(`item${++number}`));
  }
  async filled(items: Readonly<Record<string, Item>>): Promise<Store<Item>> {
    const store = await this.fresh();
    for (const [id, item] of Object.entries(items)) expect((await store.insert(id, item)).ok).toBe(true);
    return store;
  }
}

export const ids = async (found: Promise<readonly { readonly id: string }[]>): Promise<string[]> =>
  (await found).map(({ id }) => id);
