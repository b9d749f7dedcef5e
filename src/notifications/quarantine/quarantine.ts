import { z } from 'zod/v4';
import type { TimeSource } from '../../ports/time-source';
import { unreadableAs, UnreadableRecord } from '../../ports/unreadable-record';
import type { RecordKind, Store, Stored } from '../../storage/store';

/** A record that stops no other: one that cannot be read, or a case whose clocks cannot be calculated. Times are of the wall. */
export interface Quarantined {
  /** The name of its kind, as the store has it. */
  readonly kind: string;
  readonly of: string;
  readonly why: 'unreadable' | 'clocks';
  /** Shown in the log, in the program office's chat, and in the list of `undelivered`. */
  readonly reference: string;
  readonly since: number;
  readonly tries: number;
  /** When it is tried again. */
  readonly tryAt: number;
  /** Whether the program office was notified. */
  readonly told: boolean;
}

/** As earlier versions kept it: a case whose clocks could not be calculated, by its number. */
type KeptBefore = Omit<Quarantined, 'kind' | 'of' | 'why'> & { readonly number: string };

const keptTogether = { reference: z.string(), since: z.number(), tries: z.number(), tryAt: z.number() };

/** The kind keeps the name that it had when only cases came into it, so that what stands there is found. */
export const QUARANTINE: RecordKind<Quarantined | KeptBefore> = {
  name: 'aside',
  fields: { since: 'number' },
  indexes: [{ name: 'aside_since', fields: ['since'] }],
  indexed: ({ since }) => ({ since }),
  shape: z.union([
    z.looseObject({ kind: z.string(), of: z.string(), why: z.string(), ...keptTogether }),
    z.looseObject({ number: z.string(), ...keptTogether }),
  ]),
};

export type QuarantineRecord = Stored<Quarantined>;

/** The store's limit per query. */
const MAX = 1_000;

/** The records in quarantine, of all instances. Of two that write at once one is first, the other is answered no. */
export type Quarantine = ReturnType<typeof quarantineOn>;

/** A case by its number alone, as it has always been. */
const idOf = (kind: string, of: string): string => (kind === 'case' ? of : `${kind}:${of}`);

const recordOf = ({ id, version, value }: Stored<Quarantined | KeptBefore>): QuarantineRecord => {
  if ('kind' in value) return { id, version, value };
  const { number, ...rest } = value;
  return { id, version, value: { kind: 'case', of: number, why: 'clocks', ...rest } };
};

/** The quarantine on its store. `wall` is the real clock, whatever the business clock says. */
export function quarantineOn(store: Store<Quarantined | KeptBefore>, wall: TimeSource) {
  /** Its own record may be the one that cannot be read: it is written over, as what it says is known again. */
  const insert = async (id: string, to: Quarantined) => {
    const written = await store.insert(id, to);
    if (written.ok) return written;
    const there = await store.get(id).catch(unreadableAs);
    return there instanceof UnreadableRecord ? store.replace(id, there.version, to) : written;
  };
  const put = async (
    before: QuarantineRecord | undefined,
    to: Quarantined,
  ): Promise<QuarantineRecord | undefined> => {
    const written = await (before === undefined
      ? insert(idOf(to.kind, to.of), to)
      : store.replace(before.id, before.version, to));
    return written.ok ? { ...written.record, value: to } : undefined;
  };
  const byId = async (id: string): Promise<QuarantineRecord | undefined> => {
    const found = await store.get(id).catch(unreadableAs);
    return found === undefined || found instanceof UnreadableRecord ? undefined : recordOf(found);
  };
  return {
    /** Puts a record in quarantine, or notes a further try; undefined if another instance was faster. */
    put,
    get: (kind: string, of: string) => byId(idOf(kind, of)),
    /** Oldest first. */
    all: async (limit = MAX): Promise<readonly QuarantineRecord[]> =>
      (await store.find({ where: {}, sort: { field: 'since' }, limit })).map(recordOf),
    /** The record can be read again. */
    remove: async ({ id, version }: QuarantineRecord) => {
      await store.remove(id, version);
    },
    /** Schedules a record for an immediate retry, by its id in the quarantine; whether it is there. */
    tryNow: async (id: string) => {
      const record = await byId(id);
      return (
        record !== undefined && (await put(record, { ...record.value, tryAt: wall.now() })) !== undefined
      );
    },
  };
}
