import { createSecretKey, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Engine, RecordKind } from './store';

/** The secret by which links are signed, hexadecimal. */
interface LinkSecret {
  readonly secret: string;
}

const LINK_SECRET: RecordKind<LinkSecret> = {
  name: 'linkSecret',
  fields: {},
  indexes: [],
  indexed: () => ({}),
};
const ID = 'this-store';

/**
 * The secret of this store's links: made at the first start and kept, of several instances at once by one of them, so
 * that each reads the links of all. As a key object, which no log shows.
 */
export async function linkSecretOf(engine: Engine): Promise<KeyObject> {
  const store = await engine.store(LINK_SECRET);
  const made = randomBytes(32).toString('hex');
  const standing = (await store.get(ID)) ?? (await store.insert(ID, { secret: made }), await store.get(ID));
  if (standing === undefined) throw new Error('The secret of the links could not be kept');
  return createSecretKey(Buffer.from(standing.value.secret, 'hex'));
}
