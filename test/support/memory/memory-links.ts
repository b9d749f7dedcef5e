import type { LinkService, LinkRevocation } from '../../../src/ports/links';

/** The desk of links, in memory. */
export class MemoryLinks implements LinkService {
  readonly revocations: (LinkRevocation & { readonly cause: string })[] = [];
  lastRevoked(): Promise<LinkRevocation | undefined> {
    return Promise.resolve(this.revocations.at(-1));
  }
  revoke(revocation: LinkRevocation, cause: string): Promise<void> {
    this.revocations.push({ ...revocation, cause });
    return Promise.resolve();
  }
}
