import type { TimeSource } from '../ports/time-source';
import type { RecordKind, Store, Stored } from '../storage/store';

/** A case whose alerts cannot be worked out: set aside so that it stops no other. Times are of the wall. */
export interface AsideCase {
  readonly number: string;
  /** Stands in the log, in the program office's chat and in the list of `notices`: one for all its tries. */
  readonly reference: string;
  readonly since: number;
  readonly tries: number;
  /** When it is tried again. */
  readonly tryAt: number;
  /** Whether the program office was told. */
  readonly told: boolean;
}
export type AsideRecord = Stored<AsideCase>;

export const ASIDE: RecordKind<AsideCase> = {
  name: 'aside',
  fields: { since: 'number' },
  indexes: [{ name: 'aside_since', fields: ['since'] }],
  indexed: ({ since }) => ({ since }),
};

/** The most that one question to the store may ask for. */
const MOST = 1_000;

/** The cases that are set aside, of all instances. Of two that write at once one is first, the other is answered no. */
export interface CasesAside {
  /** The longest first. */
  all(limit?: number): Promise<readonly AsideRecord[]>;
  /** Sets a case aside, or notes a further try; undefined where another instance was faster. */
  put(before: AsideRecord | undefined, to: AsideCase): Promise<AsideRecord | undefined>;
  /** The case is well again. */
  remove(record: AsideRecord): Promise<void>;
  /** Has the case tried at once; whether it was set aside. */
  tryNow(number: string): Promise<boolean>;
}

export function casesAside(store: Store<AsideCase>, wall: TimeSource): CasesAside {
  const put: CasesAside['put'] = async (before, to) => {
    const written = await (before === undefined
      ? store.insert(to.number, to)
      : store.replace(before.id, before.version, to));
    return written.ok ? written.record : undefined;
  };
  return {
    put,
    all: (limit = MOST) => store.find({ where: {}, sort: { field: 'since' }, limit }),
    remove: async ({ id, version }) => {
      await store.remove(id, version);
    },
    tryNow: async (number) => {
      const record = await store.get(number);
      return (
        record !== undefined && (await put(record, { ...record.value, tryAt: wall.now() })) !== undefined
      );
    },
  };
}
