import { UnreadableRecord } from '../../ports/unreadable-record';

/** Records already noted, so that one that every read meets is reported once. */
const REMEMBERED = 10_000;

/** The result of reading a record again. */
export type Look = 'readable' | 'missing' | 'unreadable';

/** Reads one record of a kind; gives whether it is there, and throws where it cannot be read. */
type Reading = (id: string) => Promise<boolean>;

/** The records of an engine that could not be read, as its stores meet them, until someone takes them. */
export class UnreadableRecords {
  readonly #met = new Map<string, UnreadableRecord>();
  readonly #known = new Map<string, string>();
  readonly #readings = new Map<string, Reading>();
  #told: (() => void) | undefined;

  /** A store notes a record that it could not read; one that is known with this body is not noted again. */
  meet(record: UnreadableRecord): void {
    const key = keyOf(record);
    if (this.#known.get(key) === record.reference) return;
    const [oldest] = this.#known.keys();
    if (this.#known.size >= REMEMBERED && oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(key, record.reference);
    this.#met.set(key, record);
    this.#told?.();
  }

  /** Those met since the last call. */
  take(): readonly UnreadableRecord[] {
    const met = [...this.#met.values()];
    this.#met.clear();
    return met;
  }

  /** Notes one again that was taken and could not be handled. */
  giveBack(record: UnreadableRecord): void {
    this.#met.set(keyOf(record), record);
  }

  /** Calls back whenever there is something to take. */
  whenMet(told: () => void): void {
    this.#told = told;
  }

  /** A store registers how a record of its kind is read. */
  readsBy(kind: string, reading: Reading): void {
    this.#readings.set(kind, reading);
  }

  /** Reads a record again. Faults of the store throw. */
  async look(kind: string, id: string): Promise<Look> {
    const reading = this.#readings.get(kind);
    if (reading === undefined) return 'unreadable';
    try {
      const isThere = await reading(id);
      this.#known.delete(keyOf({ kind, id }));
      return isThere ? 'readable' : 'missing';
    } catch (error) {
      if (error instanceof UnreadableRecord) return 'unreadable';
      throw error;
    }
  }
}

const keyOf = ({ kind, id }: { readonly kind: string; readonly id: string }): string =>
  JSON.stringify([kind, id]);
