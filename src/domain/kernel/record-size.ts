/** From when on a record's size is warned of, and from when on it takes no more; bytes of its JSON in UTF-8. */
export interface SizeLimit {
  readonly warnAt: number;
  readonly max: number;
}

const MIB = 1024 * 1024;

/** Half of what MongoDB takes of one document, so that a full case can still be resolved and closed. */
export const CASE_SIZE: SizeLimit = { warnAt: 6 * MIB, max: 8 * MIB };
/** Beyond it a case takes only what closes it. */
export const CASE_LAST_SIZE = 12 * MIB;
/** Customer records, action plans, and problem reports: less, as all corrections of a contact come to each of their open cases. */
export const SMALL_RECORD_SIZE: SizeLimit = { warnAt: 1.5 * MIB, max: 2 * MIB };

/** `little` from where it is warned of, `none` from where no more is taken. */
export type Room = 'ample' | 'little' | 'none';

/** The longest entries, a whole checklist or a description in the widest script, are some 100 KB. */
const MAX_ENTRY = 120 * 1024;
const measured = new WeakMap<readonly unknown[], number>();

/** At least the bytes of a value as JSON: six a character, as an escaped one has. Much quicker than to write it. */
function atMost(value: unknown): number {
  if (typeof value === 'string') return 6 * value.length + 2;
  if (typeof value !== 'object' || value === null) return 25;
  let sum = 2;
  const parts = value as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(parts)) sum += name.length + 4 + atMost(parts[name]);
  return sum;
}

/**
 * The bytes of a record's entries as JSON. Entries are never changed in place, so a list is measured once; one that cannot
 * reach `floor` is not measured exactly and counts as 0.
 */
export function bytesOfEntries(entries: readonly unknown[], floor: number): number {
  if (entries.length * MAX_ENTRY < floor) return 0;
  const known = measured.get(entries);
  if (known !== undefined) return known;
  const bytes = atMost(entries) < floor ? 0 : Buffer.byteLength(JSON.stringify(entries), 'utf8');
  measured.set(entries, bytes);
  return bytes;
}

/** How much room a record has left. */
export function roomOf(entries: readonly unknown[], { warnAt, max }: SizeLimit): Room {
  const bytes = bytesOfEntries(entries, warnAt);
  if (bytes >= max) return 'none';
  return bytes >= warnAt ? 'little' : 'ample';
}

/** "6.3 MB" */
export const sizeText = (bytes: number): string => `${Number((bytes / MIB).toFixed(1))} MB`;

/** The warning of a record that is not a case; undefined where it has room. */
export function sizeWarning(entries: readonly unknown[]): string | undefined {
  const limit = SMALL_RECORD_SIZE;
  if (roomOf(entries, limit) === 'ample') return undefined;
  const size = sizeText(bytesOfEntries(entries, limit.warnAt));
  return `This record has reached ${size} of ${sizeText(limit.max)}. At the limit, nothing more can be added.`;
}
