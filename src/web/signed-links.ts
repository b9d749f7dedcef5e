import { createHmac, timingSafeEqual } from 'node:crypto';
import type { LinkKeys } from '../ports/links';

/** What a link stands for: one kind of page, one thing, until an instant (epoch milliseconds, included). */
interface Claim {
  readonly kind: string;
  /** An id of the product's own; never anything personal, for whoever has the link can read it. */
  readonly id: string;
  readonly until: number;
}

/** The claim of a token, or why it is not valid; an expired or revoked one reveals nothing more. */
type ReadLink =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly why: 'not-ours' | 'expired' | 'revoked' };

/** Makes and reads the tokens of links that work without signing in. */
export interface SignedLinks {
  /** A token that stands in a path as it is. The same claim gives the same token, until all links are revoked. */
  sign(claim: Claim): Promise<string>;
  read(token: string, kind: string, now: number): Promise<ReadLink>;
  /** Whether the token was signed here for this kind, expired or revoked or not. Looks nothing up for one that was. */
  isOurs(token: string, kind: string): Promise<boolean>;
}

const MAX_LENGTH = 1_024;
const TOKEN = /^([\w-]+)\.([\w-]{43})$/;

function markOf(secret: LinkKeys['current'], kind: string, claim: string): string {
  const key = createHmac('sha256', secret).update(`casekeeper link ${kind}`).digest();
  return createHmac('sha256', key).update(claim).digest('base64url');
}

/** The two parts of a token; undefined for a text that is none. */
function partsOf(token: string): { readonly claim: string; readonly mark: string } | undefined {
  const [, claim, mark] = (token.length <= MAX_LENGTH && TOKEN.exec(token)) || [];
  return claim === undefined || mark === undefined ? undefined : { claim, mark };
}

/**
 * Links signed by HMAC-SHA256. Each kind has a key of its own, so that no token of one is taken for another's. `keys`
 * answers those that hold now, so that links which another instance revoked are revoked here too.
 */
export function signedLinks(keys: () => Promise<LinkKeys>): SignedLinks {
  let known: LinkKeys | undefined;
  let asking: Promise<LinkKeys> | undefined;

  const keysNow = async (): Promise<LinkKeys> => (known = await keys());
  /** The same for several who ask at once: junk from outside costs one look at the store at a time. */
  const keysTogether = (): Promise<LinkKeys> =>
    (asking ??= keysNow().finally(() => {
      asking = undefined;
    }));

  function signedBy(
    token: string,
    kind: string,
    { current, former }: LinkKeys,
  ): 'current' | 'former' | undefined {
    const parts = partsOf(token);
    if (parts === undefined) return undefined;
    const isBy = (secret: LinkKeys['current']): boolean =>
      // Compared as text: base64url has several texts for the same bytes, and only ours is taken.
      timingSafeEqual(Buffer.from(parts.mark), Buffer.from(markOf(secret, kind, parts.claim)));
    if (isBy(current)) return 'current';
    return former.some(isBy) ? 'former' : undefined;
  }

  return {
    async sign({ kind, id, until }) {
      const { current } = await keysNow();
      const claim = Buffer.from(JSON.stringify([id, until])).toString('base64url');
      return `${claim}.${markOf(current, kind, claim)}`;
    },
    async isOurs(token, kind) {
      const parts = partsOf(token);
      if (parts === undefined) return false;
      if (known !== undefined && signedBy(token, kind, known) !== undefined) return true;
      return signedBy(token, kind, await keysTogether()) !== undefined;
    },
    async read(token, kind, now) {
      const parts = partsOf(token);
      if (parts === undefined) return { ok: false, why: 'not-ours' };
      const by = signedBy(token, kind, await keysNow());
      if (by === undefined) return { ok: false, why: 'not-ours' };
      const [id, until] = JSON.parse(Buffer.from(parts.claim, 'base64url').toString()) as [string, number];
      if (now > until) return { ok: false, why: 'expired' };
      return by === 'current' ? { ok: true, id } : { ok: false, why: 'revoked' };
    },
  };
}
