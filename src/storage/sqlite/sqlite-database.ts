import Database, { SqliteError } from 'libsql';
import { performance } from 'node:perf_hooks';
import { StoreBusy } from '../../ports/store-busy';

/** What a statement can be given. A boolean would end the process inside libsql 0.5.29, so there is none. */
export type Bound = string | number | null;
export type Row = Readonly<Record<string, string | number | null>>;

/** Statements that are kept ready; more than this are forgotten, oldest first. */
const KEPT = 500;

/** Memory for sorting when the indexes of many records are made. */
const FILLING_CACHE_KB = 256_000;

/** What a write asks of its transaction. */
export interface WriteHow {
  /** It is of several statements, of which a later one may fail. */
  readonly several?: boolean;
  /** It need not be on the disk when it is answered, but comes to it before any later write. */
  readonly inOrder?: boolean;
}

/** How long work waits for another process that has the database locked, and how often it is tried, milliseconds. */
const MAX_WAIT_MS = 2_000;
const TRY_EVERY_MS = 25;

/** How a wait for another process passes: a clock that never runs backwards, and a timer. */
interface Waits {
  now(): number;
  later(ms: number, run: () => void): void;
}
const REAL_WAITS: Waits = {
  now: () => performance.now(),
  later: (ms, run) => void setTimeout(run, ms),
};

/** A write that waits for its transaction: done in it, then answered once that is durable. */
interface Waiting {
  /** Does the write; gives what to answer with when it is durable. */
  readonly write: () => () => void;
  readonly how: WriteHow;
  readonly reject: (error: unknown) => void;
  /** Until when it waits for another process. */
  readonly until: number;
}

/**
 * A connection with its prepared statements. Everything is synchronous, so nothing comes between a BEGIN and its COMMIT.
 * A statement that finds the database locked by another process fails at once: SQLite's own waiting would stop every
 * request and every timer of this one. `read` and `write` try again between turns of the event loop.
 */
export class SqliteDatabase {
  readonly #connection: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();
  #waiting: Waiting[] = [];
  #synchronous: 'FULL' | 'NORMAL' = 'FULL';
  #closing = false;
  readonly #waits: Waits;

  /** `filling`: of a database that is thrown away unless it is filled to its end, nothing waits for the disk. */
  constructor(
    file: string,
    private readonly options: { readonly filling?: boolean; readonly waits?: Waits } = {},
  ) {
    this.#waits = options.waits ?? REAL_WAITS;
    this.#connection = new Database(file);
    this.#connection.exec(`PRAGMA busy_timeout = ${MAX_WAIT_MS}`);
    this.#connection.exec('PRAGMA journal_mode = WAL');
    this.#connection.exec('PRAGMA synchronous = FULL');
    this.#connection.exec('PRAGMA trusted_schema = OFF');
    if (options.filling === true) {
      this.#connection.exec('PRAGMA synchronous = OFF');
      this.#connection.exec(`PRAGMA cache_size = -${FILLING_CACHE_KB}`);
    }
    // From its first read on the connection keeps a shared lock on the file, by which others see that it is open.
    this.#connection.exec('SELECT count(*) FROM sqlite_master');
    this.#connection.exec('PRAGMA busy_timeout = 0');
  }

  #statement(sql: string): Database.Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const made = this.#connection.prepare(sql);
    const [oldest] = this.#statements.keys();
    if (this.#statements.size >= KEPT && oldest !== undefined) this.#statements.delete(oldest);
    this.#statements.set(sql, made);
    return made;
  }

  get(sql: string, bound: readonly Bound[] = []): Row | undefined {
    return this.#statement(sql).get([...bound]) as Row | undefined;
  }

  all(sql: string, bound: readonly Bound[] = []): readonly Row[] {
    return this.#statement(sql).all([...bound]) as Row[];
  }

  /**
   * Does the work, again where another process has the database locked. Throws a `StoreBusy` where it has for two seconds.
   */
  async read<T>(work: () => T): Promise<T> {
    const until = this.#waits.now() + MAX_WAIT_MS;
    for (;;) {
      try {
        return work();
      } catch (error) {
        if (!isBusy(error)) throw error;
        if (this.#waits.now() >= until) throw new StoreBusy({ cause: error });
      }
      await new Promise<void>((resolve) => this.#waits.later(TRY_EVERY_MS, resolve));
    }
  }

  /** Answers how many rows changed. */
  run(sql: string, bound: readonly Bound[] = []): number {
    return this.#statement(sql).run([...bound]).changes;
  }

  /** For statements of the schema, which are not kept. */
  exec(sql: string): void {
    this.#connection.exec(sql);
  }

  /** Runs the work in one durable transaction, unless its order is enough; where it throws, nothing of it happened. */
  transaction<T>(work: () => T, { inOrder = false }: WriteHow = {}): T {
    this.#sync(inOrder ? 'NORMAL' : 'FULL');
    this.run('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.run('COMMIT');
      return result;
    } catch (error) {
      if (this.#connection.inTransaction) this.run('ROLLBACK');
      throw error;
    }
  }

  /**
   * Runs the work with whatever else is written in this turn of the event loop as one durable transaction: the disk is
   * waited for once, not for each, and not at all where all of it is `inOrder`. Answers when it is durable, or in its
   * order. Where the work throws, nothing of it happened, and the others are not touched. Where another process has the
   * database locked for two seconds it rejects with a `StoreBusy`, and nothing was written.
   */
  write<T>(work: () => T, how: WriteHow = {}): Promise<T> {
    return new Promise((resolve, reject) => {
      const write = (): (() => void) => {
        const result = work();
        return () => resolve(result);
      };
      this.#waiting.push({ write, how, reject, until: this.#waits.now() + MAX_WAIT_MS });
      if (this.#waiting.length === 1) setImmediate(() => this.flush());
    });
  }

  /** Writes what is waiting, now. */
  flush(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    if (waiting.length === 0) return;
    const answers: (() => void)[] = [];
    try {
      const inOrder = waiting.every(({ how }) => how.inOrder === true);
      this.transaction(
        () => {
          for (const one of waiting) answers.push(this.#apart(one));
        },
        { inOrder },
      );
    } catch (error) {
      if (isBusy(error)) this.#tryLater(waiting, error);
      else for (const { reject } of waiting) reject(error);
      return;
    }
    for (const answer of answers) answer();
  }

  /** Puts writes back in front of those that came in the meantime; those that have waited long enough are refused. */
  #tryLater(waiting: readonly Waiting[], cause: unknown): void {
    const now = this.#waits.now();
    const patient = waiting.filter(({ until }) => now < until && !this.#closing);
    for (const one of waiting) if (!patient.includes(one)) one.reject(new StoreBusy({ cause }));
    this.#waiting = [...patient, ...this.#waiting];
    if (this.#waiting.length > 0) this.#waits.later(TRY_EVERY_MS, () => this.flush());
  }

  /**
   * The log of transactions is one file that is read from its beginning after a power cut: one that was not waited for is
   * there wherever a later one is, and the next that is waited for brings it to the disk with itself.
   */
  #sync(synchronous: 'FULL' | 'NORMAL'): void {
    if (synchronous === this.#synchronous || this.options.filling === true) return;
    this.exec(`PRAGMA synchronous = ${synchronous}`);
    this.#synchronous = synchronous;
  }

  /** One write among others: its own failure is rolled back alone. */
  #apart({ write, how: { several = false }, reject }: Waiting): () => void {
    if (several) this.run('SAVEPOINT one');
    try {
      return write();
    } catch (error) {
      if (several) this.run('ROLLBACK TO one');
      return () => reject(error);
    } finally {
      if (several) this.run('RELEASE one');
    }
  }

  /** Writes what waits, and closes. Nobody is served any more, so it may wait for another process as it is. */
  close(): void {
    this.#closing = true;
    this.#connection.exec(`PRAGMA busy_timeout = ${MAX_WAIT_MS}`);
    this.flush();
    this.#statements.clear();
    this.#connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.#connection.close();
  }
}

/** Whether another process has the database locked. */
export const isBusy = (error: unknown): boolean =>
  error instanceof SqliteError && error.code.startsWith('SQLITE_BUSY');

/** A name of the schema, quoted: `group` is a word of SQL. Names are letters and digits, as `checkKind` holds. */
export const quoted = (name: string): string => `"${name}"`;
