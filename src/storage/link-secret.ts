import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { z } from 'zod/v4';
import type { LinkService, LinkKeys, LinkRevocation } from '../ports/links';
import { keep } from './repositories/keep';
import { keyedById, type Engine } from './store';

/** The secret by which links are signed, hexadecimal, and those before it, by which a revoked link is known. */
interface LinkSecret {
  readonly secret: string;
  /** The latest first. */
  readonly former?: readonly string[];
  readonly revoked?: LinkRevocation & { readonly cause: string };
}

const LINK_SECRET = keyedById<LinkSecret>({
  name: 'linkSecret',
  shape: z.looseObject({ secret: z.string().regex(/^[0-9a-f]{64}$/) }),
});
const ID = 'this-store';
/** A link signed with an older one is not recognized. */
const MAX_FORMER = 10;

/** The secret of this store's links. */
export interface LinkSecrets extends LinkService {
  /** The store's current keys, whichever instance made them. Key objects, which no log shows. */
  keys(): Promise<LinkKeys>;
}

const newSecret = (): string => randomBytes(32).toString('hex');
const keyOf = (secret: string): KeyObject => createSecretKey(Buffer.from(secret, 'hex'));

/**
 * The secret of this store's links: made at the first start and kept, of several instances at once by one of them, so
 * that each reads the links of all. It is read again whenever a link is made or read, so that a revocation holds on every
 * instance from that moment.
 */
export async function linkSecrets(engine: Engine): Promise<LinkSecrets> {
  const store = await engine.store(LINK_SECRET);
  await keep(store, ID, (known) => (known === undefined ? { secret: newSecret() } : undefined));
  const read = async (): Promise<LinkSecret> => {
    const kept = await store.get(ID);
    if (kept === undefined) throw new Error('The record with the link secret is missing');
    return kept.value;
  };
  return {
    keys: async () => {
      const { secret, former = [] } = await read();
      return { current: keyOf(secret), former: former.map(keyOf) };
    },
    lastRevoked: async () => {
      const { revoked } = await read();
      return revoked && { at: revoked.at, by: revoked.by };
    },
    revoke: async ({ at, by }, cause) => {
      await keep(store, ID, (known) => {
        if (known?.revoked?.cause === cause) return undefined;
        const former = known === undefined ? [] : [known.secret, ...(known.former ?? [])];
        return { secret: newSecret(), former: former.slice(0, MAX_FORMER), revoked: { at, by, cause } };
      });
    },
  };
}
