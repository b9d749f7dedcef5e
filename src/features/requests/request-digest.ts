import { createHash } from 'node:crypto';

/** A request is an object with one object in it; what is deeper was never taken. */
const MAX_DEPTH = 4;

/**
 * The SHA-256 of a JSON value as hex, the same in whatever order its members stand and however it is spaced. Where it is
 * nested deeper than any request, the digest is that of no request.
 */
export const digestOf = (body: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify({ body: ordered(body, MAX_DEPTH) }))
    .digest('hex');

function ordered(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return 'nested too deep';
  if (Array.isArray(value)) return value.map((one) => ordered(one, depth - 1));
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  // An array of pairs: a member may be called "__proto__".
  return { members: members.map(([name, one]) => [name, ordered(one, depth - 1)]) };
}
