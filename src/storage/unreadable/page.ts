import { UnreadableRecord } from '../../ports/unreadable-record';
import type { Plan } from '../check-query';
import type { IndexValue, RecordKind, Stored } from '../store';
import { readRecord, type Row } from './read-record';

/** A row of a query with its value of the field that is sorted by. */
export interface PageRow extends Row {
  readonly sorted: IndexValue;
}

/** If some could not be read, at least this many are queried next, so that many of them cost few queries. */
const NEXT_AT_LEAST = 100;

/**
 * The answer to a query, filled until it has as many readable records as were asked for or there are no more: so a page
 * that is short is the last one, whatever lies between. `ask` gives the next question until it is full.
 */
export class Page<T> {
  readonly #found: Stored<T>[] = [];
  #asked: Plan | undefined;
  #isDone = false;
  /** Those that were skipped. */
  readonly unreadable: UnreadableRecord[] = [];

  constructor(
    private readonly kind: RecordKind<T>,
    private readonly plan: Plan,
  ) {
    this.#asked = plan;
  }

  /** The next query; undefined when the page is done. */
  ask(): Plan | undefined {
    return this.#isDone ? undefined : this.#asked;
  }

  /** Takes the rows of the last query. */
  take(rows: readonly PageRow[]): void {
    const asked = this.#asked?.limit ?? 0;
    for (const row of rows) {
      const read = readRecord(this.kind, row);
      if (read instanceof UnreadableRecord) this.unreadable.push(read);
      else this.#found.push(read);
    }
    const last = rows.at(-1);
    const left = this.plan.limit - this.#found.length;
    this.#isDone = left <= 0 || last === undefined || rows.length < asked;
    if (last === undefined) return;
    const limit = Math.max(left, NEXT_AT_LEAST);
    this.#asked = { ...this.plan, limit, after: { id: last.id, value: last.sorted } };
  }

  /** The answer. Throws the unreadable one where the question is for one record, by its unique key. */
  found(): readonly Stored<T>[] {
    const [first] = this.unreadable;
    if (this.plan.isOfOne && first !== undefined) throw first;
    return this.#found.slice(0, this.plan.limit);
  }
}
