import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod/v4';
import type { SystemName } from '../../domain/directory/customer-system';
import type { PersonId } from '../../domain/directory/directory';
import type { ApiKey, ApiKeyRegister } from '../../ports/api-keys';
import { MAX } from '../check-query';
import type { RecordKind, Store } from '../store';
import { keep } from './keep';

/** What is stored of a key: the part that identifies it, and the hash of its secret part. */
interface ApiKeyRecord extends ApiKey {
  readonly keyId: string;
  /** SHA-256, hexadecimal: enough for 256 random bits, which nobody can guess at any speed. */
  readonly hash: string;
}

export const API_KEY: RecordKind<ApiKeyRecord> = {
  name: 'apiKey',
  fields: { keyId: 'string' },
  // Unique, so that who asks by a key whose record cannot be read is told so: any other question passes it over.
  indexes: [{ name: 'key', fields: ['keyId'], unique: true }],
  indexed: ({ keyId }) => ({ keyId }),
  shape: z.looseObject({
    system: z.string(),
    createdAt: z.number(),
    createdBy: z.string(),
    keyId: z.string(),
    hash: z.string().length(64),
    lastUsedAt: z.number().optional(),
    revokedAt: z.number().optional(),
  }),
};

const KEY = /^ck-([0-9a-f]{16})-([0-9a-f]{64})$/;
/** The last use is kept to the minute, so that a busy system does not write with every request. */
const USE_MS = 60_000;

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
const isSame = (one: string, other: string): boolean => timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** The API keys on a store, by the system's name. */
export class StoredApiKeys implements ApiKeyRegister {
  constructor(private readonly store: Store<ApiKeyRecord>) {}

  async issue(system: SystemName, by: PersonId, at: number): Promise<string | undefined> {
    const keyId = randomBytes(8).toString('hex');
    const secret = randomBytes(32).toString('hex');
    const record = { system, createdAt: at, createdBy: by, keyId, hash: hashOf(secret) };
    const written = await keep(this.store, system, (known) =>
      known !== undefined && known.revokedAt === undefined ? undefined : record,
    );
    return written ? `ck-${keyId}-${secret}` : undefined;
  }

  revoke(system: SystemName, at: number): Promise<boolean> {
    return keep(this.store, system, (known) =>
      known === undefined || known.revokedAt !== undefined ? undefined : { ...known, revokedAt: at },
    );
  }

  async list(): Promise<readonly ApiKey[]> {
    const found = await this.store.find({ where: {}, limit: MAX });
    return found.map(({ value: { system, createdAt, createdBy, lastUsedAt, revokedAt } }) => ({
      system,
      createdAt,
      createdBy,
      ...(lastUsedAt === undefined ? {} : { lastUsedAt }),
      ...(revokedAt === undefined ? {} : { revokedAt }),
    }));
  }

  /** Throws an `UnreadableRecord` where there is such a key and its record cannot be read. */
  async systemOf(key: string, at: number): Promise<SystemName | undefined> {
    const [, keyId, secret = ''] = KEY.exec(key) ?? [];
    if (keyId === undefined) return undefined;
    const [found] = await this.store.find({ where: { keyId }, limit: 1 });
    const matches = isSame(found?.value.hash ?? hashOf(''), hashOf(secret));
    if (found === undefined || !matches || found.value.revokedAt !== undefined) return undefined;
    const { system, lastUsedAt } = found.value;
    if (lastUsedAt === undefined || Math.abs(at - lastUsedAt) >= USE_MS)
      await this.#noteUse(system, keyId, at);
    return system;
  }

  /** On the key that was used and no other: it may have been revoked, or made again, in the meantime. */
  async #noteUse(system: SystemName, keyId: string, at: number): Promise<void> {
    await keep(this.store, system, (known) =>
      known?.keyId === keyId && known.revokedAt === undefined ? { ...known, lastUsedAt: at } : undefined,
    );
  }
}
