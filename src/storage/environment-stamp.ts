import { z } from 'zod/v4';
import type { Environment } from '../domain/kernel/environment';
import { StorageFault } from './faults';
import { keyedById, type Engine } from './store';

/** What a store records about itself, from its first start on. */
interface Stamp {
  readonly environment: Environment;
}

const STAMP = keyedById<Stamp>({
  name: 'environment',
  shape: z.looseObject({ environment: z.enum(['production', 'training']) }),
});
const ID = 'this-store';

/**
 * Keeps training and production apart (rule AC-4): a store belongs to the environment that first started on it, of two
 * at once to one of them. Called before anything else is read or written. Throws a `StorageFault` where it belongs to the other one.
 */
export async function holdEnvironment(engine: Engine, environment: Environment): Promise<void> {
  const store = await engine.store(STAMP);
  const written = await store.insert(ID, { environment });
  if (written.ok) return;
  const standing = (await store.get(ID))?.value.environment;
  if (standing === environment) return;
  const own = engine.name === 'sqlite' ? 'DATA_DIR' : 'MONGODB_URI';
  throw new StorageFault(
    'environment',
    `The database that ${own} names is of ${standing ?? 'another environment'}, but this start is for ${environment}: ` +
      "groups, members, and cases don't carry over. " +
      `Set CASEKEEPER_ENVIRONMENT to ${standing ?? 'that one'}, or ${own} to a database of ${environment}.`,
  );
}
