import type { KeyObject } from 'node:crypto';
import type { PersonId } from '../domain/directory/directory';

/** The keys that sign links, and the earlier ones, which were revoked. */
export interface LinkKeys {
  readonly current: Uint8Array | KeyObject;
  readonly former: readonly (Uint8Array | KeyObject)[];
}

/** When all links were revoked (epoch milliseconds), and by whom. */
export interface LinkRevocation {
  readonly at: number;
  readonly by: PersonId;
}

/** The links that were issued: those of customers' surveys and of reports. */
export interface LinkService {
  /** The latest revocation; undefined if there was none. */
  lastRevoked(): Promise<LinkRevocation | undefined>;
  /** Revokes every link that was issued, on all instances at once; the same `cause` does so only once. */
  revoke(revocation: LinkRevocation, cause: string): Promise<void>;
}
