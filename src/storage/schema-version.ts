import { z } from 'zod/v4';
import { StorageFault } from './faults';
import { keyedById, type Engine } from './store';

/** The version of the stored records that a program writes. */
interface SchemaVersion {
  readonly version: number;
}

const SCHEMA = keyedById<SchemaVersion>({
  name: 'schema',
  shape: z.looseObject({ version: z.number().int().positive() }),
  asText: true,
});
const ID = 'this-store';

/**
 * One step from a version of the records to the next. It may be done again from its beginning where a start was cut off,
 * and by two instances at once, so it must leave alone what it has done before. Fields and indexes that only change how
 * records are found need none: a kind's `revision` has them derived again.
 */
export type Migration = (engine: Engine) => Promise<void>;

/**
 * From version 2 on MongoDB keeps values as documents. Nothing is rewritten at start, however many records there are: one of
 * version 1 is read as it is and becomes a document when it is next written. The version alone keeps older programs out.
 */
const valuesAreDocuments: Migration = () => Promise.resolve();

/**
 * In order: the first is from version 1 to 2. Version 1 is how records were kept when versions were introduced; a store
 * from before that says nothing, and is the same.
 */
const MIGRATIONS: readonly Migration[] = [valuesAreDocuments];

/**
 * Brings the records of a store to this program's version, one step after another, each noted when it is done. Called
 * before anything else is read or written. Throws a `StorageFault` where a newer program wrote the store: what this one
 * would make of it is not known.
 */
export async function migrate(engine: Engine, migrations: readonly Migration[] = MIGRATIONS): Promise<void> {
  const latest = migrations.length + 1;
  const store = await engine.store(SCHEMA);
  for (;;) {
    const noted = (await store.get(ID)) ?? (await store.insert(ID, { version: 1 }), await store.get(ID));
    if (noted === undefined) throw new Error('The version of the records could not be saved');
    const { version } = noted.value;
    if (version > latest) throw newer(engine.name, version, latest);
    const migration = migrations[version - 1];
    if (migration === undefined) return;
    await migration(engine);
    // One of two instances notes it; the other reads that it is done.
    await store.replace(ID, noted.version, { version: version + 1 });
  }
}

function newer(engine: Engine['name'], version: number, latest: number): StorageFault {
  const named = engine === 'sqlite' ? 'DATA_DIR' : 'MONGODB_URI';
  return new StorageFault(
    'version',
    `A newer Casekeeper wrote the database that ${named} names: its records have version ${version}, but this program ` +
      `supports only versions up to ${latest}. Start the newer program, or restore the backup from before the upgrade.`,
  );
}
