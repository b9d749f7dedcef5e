import type { KeyObject } from 'node:crypto';
import type { PersonId } from '../domain/directory/directory';

/** By what links are signed, and by what they were before all of them were revoked. */
export interface LinkKeys {
  readonly current: Uint8Array | KeyObject;
  readonly former: readonly (Uint8Array | KeyObject)[];
}

/** When all links were revoked (epoch milliseconds), and by whom. */
export interface LinkRevocation {
  readonly at: number;
  readonly by: PersonId;
}

/** The links that were given out: those of customers' surveys and of reports. */
export interface LinkService {
  /** The latest revocation; undefined if there was none. */
  lastRevoked(): Promise<LinkRevocation | undefined>;
  /** Revokes every link that was given out, on all instances at once; a `cause` that comes twice does so once. */
  revoke(revocation: LinkRevocation, cause: string): Promise<void>;
}
