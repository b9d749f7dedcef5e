import { toUSVString } from 'node:util';

/**
 * The value of a record as a part of a MongoDB document, and back: what comes back is what JSON would bring. Almost every
 * value is kept as it is. What BSON, the driver, or a server cannot hold is written so that it can still be read:
 *
 * - In a member's name a leading `$`, a dot, a NUL, half a surrogate pair, and `%` itself are percent-encoded (`%24set`,
 *   `a%2Eb`, `%00`, `%uD800`, `%25`). So is the first letter of a name that every JavaScript object inherits, as the driver
 *   reads lists of such a name as bytes (`%63onstructor`), and of its own `_bsontype`. An empty name is `%`.
 * - A string with half a surrogate pair, which UTF-8 lacks, is `{ "%json": "…" }` with its JSON text; so is what is nested
 *   deeper than 90 levels, as servers take 100 of a document. No other member has that name, as `%` is encoded in it.
 */
const JSON_TEXT = '%json';
const MAX_DEPTH = 90;

const UNFIT = /^\$|[%.\0]|\p{Surrogate}/u;
const EVERY_UNFIT = new RegExp(UNFIT, 'gu');
const ENCODED = /%(?:u([\dA-F]{4})|([\dA-F]{2}))?/g;

function encoded(sign: string): string {
  const code = sign.charCodeAt(0).toString(16).toUpperCase();
  return code.length > 2 ? `%u${code}` : `%${code.padStart(2, '0')}`;
}

function encodedName(name: string): string {
  if (name === '') return '%';
  if (name === '_bsontype' || name in Object.prototype) return encoded(name.charAt(0)) + name.slice(1);
  return UNFIT.test(name) ? name.replace(EVERY_UNFIT, encoded) : name;
}

function decodedName(name: string): string {
  if (!name.includes('%')) return name;
  return name.replace(ENCODED, (_all, four?: string, two?: string) => {
    const code = four ?? two;
    return code === undefined ? '' : String.fromCharCode(parseInt(code, 16));
  });
}

const asText = (value: unknown): unknown => ({ [JSON_TEXT]: JSON.stringify(value) });

const speaksJson = (value: object): value is { toJSON(): unknown } =>
  'toJSON' in value && typeof value.toJSON === 'function';

/** The value as BSON holds it, by the rules of `JSON.stringify`: undefined if JSON has nothing for it. */
export function toDocument(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return toUSVString(value) === value ? value : asText(value);
  // A sum with 0 is never -0.
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  if (typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'bigint') throw new TypeError("A value contains a bigint, which JSON doesn't support");
  if (typeof value !== 'object') return undefined;
  if (speaksJson(value)) return toDocument(value.toJSON(), depth);
  if (depth === MAX_DEPTH) return asText(value);
  if (Array.isArray(value)) return value.map((item) => toDocument(item, depth + 1) ?? null);
  const document: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    const kept = toDocument(member, depth + 1);
    if (kept !== undefined) document[encodedName(name)] = kept;
  }
  return document;
}

/** The value of a document. Throws if something in it is no JSON, such as a date that a hand wrote into it. */
export function fromDocument(stored: unknown): unknown {
  if (Array.isArray(stored)) return stored.map(fromDocument);
  if (typeof stored !== 'object' || stored === null) {
    if (stored !== undefined && (typeof stored !== 'number' || Number.isFinite(stored))) return stored;
    throw new TypeError("A document contains a value that JSON doesn't support");
  }
  if (Object.getPrototypeOf(stored) !== Object.prototype)
    throw new TypeError("A document contains a type that JSON doesn't support");
  const value: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(stored)) {
    if (name === JSON_TEXT) return JSON.parse(String(member));
    const own = decodedName(name);
    const read = fromDocument(member);
    // An assignment would set the prototype.
    if (own === '__proto__') Object.defineProperty(value, own, { ...OWN, value: read });
    else value[own] = read;
  }
  return value;
}

const OWN = { enumerable: true, writable: true, configurable: true } as const;
