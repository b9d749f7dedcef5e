import Database from 'libsql';

/** What a statement can be given. A boolean would end the process inside libsql 0.5.29, so there is none. */
export type Bound = string | number | null;
export type Row = Readonly<Record<string, string | number | null>>;

/** Statements that are kept ready; more than this are forgotten, oldest first. */
const KEPT = 500;

/** Room for what is sorted when the indexes of many records are made. */
const FILLING_CACHE_KB = 256_000;

/** What a write asks of its transaction. */
export interface WriteHow {
  /** It is of several statements, of which a later one may fail. */
  readonly several?: boolean;
  /** It need not be on the disk when it is answered, but comes to it before any later write. */
  readonly inOrder?: boolean;
}

/** A write that waits for its transaction: done in it, then answered once that is durable. */
interface Waiting {
  /** Does the write; gives what to answer with when it is durable. */
  readonly write: () => () => void;
  readonly how: WriteHow;
  readonly reject: (error: unknown) => void;
}

/** A connection with its prepared statements. Everything is synchronous, so nothing comes between a BEGIN and its COMMIT. */
export class SqliteDatabase {
  readonly #connection: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();
  #waiting: Waiting[] = [];
  #synchronous: 'FULL' | 'NORMAL' = 'FULL';

  /** `filling`: of a database that is thrown away unless it is filled to its end, nothing waits for the disk. */
  constructor(
    file: string,
    private readonly options: { readonly filling?: boolean } = {},
  ) {
    this.#connection = new Database(file);
    this.#connection.exec('PRAGMA busy_timeout = 5000');
    this.#connection.exec('PRAGMA journal_mode = WAL');
    this.#connection.exec('PRAGMA synchronous = FULL');
    this.#connection.exec('PRAGMA trusted_schema = OFF');
    if (options.filling === true) {
      this.#connection.exec('PRAGMA synchronous = OFF');
      this.#connection.exec(`PRAGMA cache_size = -${FILLING_CACHE_KB}`);
    }
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
   * order. Where the work throws, nothing of it happened, and the others are not touched.
   */
  write<T>(work: () => T, how: WriteHow = {}): Promise<T> {
    return new Promise((resolve, reject) => {
      const write = (): (() => void) => {
        const result = work();
        return () => resolve(result);
      };
      this.#waiting.push({ write, how, reject });
      if (this.#waiting.length === 1) setImmediate(() => this.flush());
    });
  }

  /** Writes what waits, now. */
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
      for (const { reject } of waiting) reject(error);
      return;
    }
    for (const answer of answers) answer();
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

  close(): void {
    this.flush();
    this.#statements.clear();
    this.#connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.#connection.close();
  }
}

/** A name of the schema, quoted: `group` is a word of SQL. Names are letters and digits, as `checkKind` holds. */
export const quoted = (name: string): string => `"${name}"`;
