import { createHmac, timingSafeEqual } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** What a link stands for: one kind of page, one thing, until an instant (epoch milliseconds, included). */
interface Claim {
  readonly kind: string;
  /** An id of the product's own; never anything personal, for whoever has the link can read it. */
  readonly id: string;
  readonly until: number;
}

/** What a token says, or why it says nothing; of an expired one nothing more is told. */
type ReadLink =
  { readonly ok: true; readonly id: string } | { readonly ok: false; readonly why: 'not-ours' | 'expired' };

/** Makes and reads the tokens of links that work without a log-in. */
export interface SignedLinks {
  /** A token that stands in a path as it is. The same claim gives the same token. */
  sign(claim: Claim): string;
  read(token: string, kind: string, now: number): ReadLink;
  /** Whether the token was signed here for this kind, expired or not. Nothing is looked up for it. */
  isOurs(token: string, kind: string): boolean;
}

const LONGEST = 1_024;
const TOKEN = /^([\w-]+)\.([\w-]{43})$/;

/** Links signed by HMAC-SHA256. Each kind has a key of its own, so that no token of one is taken for another's. */
export function signedLinks(secret: Uint8Array | KeyObject): SignedLinks {
  const markOf = (kind: string, claim: string): string => {
    const key = createHmac('sha256', secret).update(`casekeeper link ${kind}`).digest();
    return createHmac('sha256', key).update(claim).digest('base64url');
  };
  const isSigned = (claim: string, mark: string, kind: string): boolean =>
    // Compared as text: base64url has several texts for the same bytes, and only ours is taken.
    timingSafeEqual(Buffer.from(mark), Buffer.from(markOf(kind, claim)));
  /** The claim of a token that was signed for the kind. */
  const claimOf = (token: string, kind: string): string | undefined => {
    const [, claim, mark] = (token.length <= LONGEST && TOKEN.exec(token)) || [];
    return claim !== undefined && mark !== undefined && isSigned(claim, mark, kind) ? claim : undefined;
  };
  return {
    sign({ kind, id, until }) {
      const claim = Buffer.from(JSON.stringify([id, until])).toString('base64url');
      return `${claim}.${markOf(kind, claim)}`;
    },
    isOurs: (token, kind) => claimOf(token, kind) !== undefined,
    read(token, kind, now) {
      const claim = claimOf(token, kind);
      if (claim === undefined) return { ok: false, why: 'not-ours' };
      const [id, until] = JSON.parse(Buffer.from(claim, 'base64url').toString()) as [string, number];
      return now > until ? { ok: false, why: 'expired' } : { ok: true, id };
    },
  };
}
